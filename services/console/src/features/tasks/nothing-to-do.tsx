import type { Card } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useObservable } from '../../app/services.tsx';
import { isMyTurn, useToday, useWorkplace } from '../../app/workplace.tsx';
import { CaseName } from '../../parts/case-name.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { NoCaseYet } from '../start/no-case-yet.tsx';
import { nextDay } from './next-day.ts';

/** All is done: when something is due next, and where to look meanwhile. */
export function NothingToDo({ isOwn }: { readonly isOwn: boolean }) {
  const { say, language } = useSpeech();
  const { live, me } = useWorkplace();
  const { isLoaded, held } = useObservable(live.feed.state);
  const today = useToday();
  if (isLoaded && held.cards.size === 0) return <NoCaseYet />;
  // Of the cases of the own house alone: what others have to do has its own day.
  const own = [...held.cards.values()].filter(
    card => card.lead === me.membership.org.id || isMyTurn(card, me, live.now()),
  );
  if (isOwn && own.length === 0) return <SharedCases cards={[...held.cards.values()]} />;
  const next = nextDay([], own, today);
  return (
    <section className="panel stack-tight">
      <p>{say(isOwn ? 'task.none' : 'task.noneOfOthers')}</p>
      {next && <p>{say('task.nextDay', { day: shortDay(next, language, today) })}</p>}
      <p>
        <Link className="button" to="/board">
          {say('nav.board')}
        </Link>
      </p>
    </section>
  );
}

/** Beyond this the board is the better list. */
const MOST = 12;

/** Nothing was ever asked of somebody whose house carries none of the cases: what is shared, and where it is. */
function SharedCases({ cards }: { readonly cards: readonly Card[] }) {
  const { say } = useSpeech();
  return (
    <section className="panel stack-tight">
      <p>{say('task.noneAsked', { n: cards.length })}</p>
      {cards.length <= MOST && (
        <ul className="stack-tight">
          {cards.map(card => (
            <li key={card.id}>
              <Link className="task-shared" to={`/cases/${card.id}`}>
                <CaseName card={card} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link className="button" to="/board">
          {say('nav.board')}
        </Link>
      </p>
    </section>
  );
}
