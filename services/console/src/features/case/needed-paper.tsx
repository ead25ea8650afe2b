import type { CaseView } from '@kaerimichi/contracts';
import { useSearchParams } from 'react-router';
import { useAhead } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { neededUntil, usualGoal } from './needed-until.ts';
import { PaperFoot, RunningHead } from './paper-head.tsx';
import { useNeededTitle } from './use-needed-title.ts';
import { useToldTurn } from './use-told-turn.ts';

/** 「退院までにすること」: what is still open up to a stage, to tick off at the family's table; as long as it has to be. */
export function NeededPaper({ view }: { readonly view: CaseView }) {
  const { say, language, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const [search] = useSearchParams();
  const today = useToday();
  const ahead = useAhead(view);
  const titleOf = useNeededTitle();
  const turnOf = useToldTurn(view);
  if (ahead.error) return <ProblemNote error={ahead.error} onRetry={() => void ahead.refetch()} />;
  const ways = ahead.data ?? [];
  const goal = search.get('until') ?? usualGoal(ways);
  const title = titleOf(goal);
  const open = neededUntil(ways, goal).filter(({ reasons }) => reasons.length > 0);
  const stageName = (id: string) => {
    const stage = pathway.stages.find(other => other.id === id);
    return stage ? pick(stage.label) : id;
  };
  return (
    <article className="paper">
      {/* The head of a table is repeated on every page that it runs over. */}
      <table className="paper-pages">
        <thead>
          <tr>
            <th>
              <RunningHead view={view} title={title} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <h2 className="paper-title">{title}</h2>
              <p>{say('paper.asOf', { day: shortDay(today, language, today) })}</p>
              {ahead.data && open.length === 0 && <p>{say('needed.nothing')}</p>}
              {open.map(({ from, to, reasons }) => (
                <section key={from} className="paper-block">
                  <h3>{say('needed.before', { stage: stageName(to) })}</h3>
                  <ul className="paper-ticks">
                    {reasons.map(({ code, text, turn }) => (
                      <li key={code}>
                        {text}
                        {turn && <span> {say('turn.label', { who: turnOf(turn) })}</span>}
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              <PaperFoot view={view} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}
