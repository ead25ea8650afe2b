import { Link } from 'react-router';
import { useObservable } from '../../app/services.tsx';
import { isMyTurn, useToday, useWorkplace } from '../../app/workplace.tsx';
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
    ({ turn, lead }) => lead === me.membership.org.id || isMyTurn(turn, lead, me),
  );
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
