import type { CaseView } from '@kaerimichi/contracts';
import { useSearchParams } from 'react-router';
import { useAhead } from '../../api/queries.ts';
import { useToday, useWorkplace } from '../../app/workplace.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { shortDay } from '../../words/dates.ts';
import { useSpeech } from '../../words/speech-context.tsx';
import { usePlan } from '../answers/use-answers.ts';
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
  const aim = search.get('target') ?? '';
  const dueOf = useDue(view, aim);
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
              <RunningHead no={view.no} title={title} />
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>
              <h2 className="paper-title">{title}</h2>
              <p>{say('paper.asOf', { day: shortDay(today, language, today) })}</p>
              {aim && <p>{say('outlook.paperTarget', { day: shortDay(aim, language, today) })}</p>}
              {ahead.data && open.length === 0 && <p>{say('needed.nothing')}</p>}
              {open.map(({ from, to, reasons }) => (
                <section key={from} className="paper-block">
                  <h3>{say('needed.before', { stage: stageName(to) })}</h3>
                  <ul className="paper-ticks">
                    {reasons.map(({ code, text, turn }) => (
                      <li key={code}>
                        {text}
                        {dueOf(code) && <strong> {dueOf(code)}</strong>}
                        {turn && <span> {say('turn.label', { who: turnOf(turn) })}</span>}
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              <PaperFoot version={view.version} />
            </td>
          </tr>
        </tbody>
      </table>
    </article>
  );
}

/** By when each is due, where the paper is about a day of discharge; else no day is on it. */
function useDue(view: CaseView, target: string): (code: string) => string | null {
  const { say, language } = useSpeech();
  const today = useToday();
  const steps = usePlan(view, target).data?.steps ?? [];
  return code => {
    const step = target === '' ? undefined : steps.find(other => other.code === code);
    return step ? say('outlook.by', { day: shortDay(step.doneBy, language, today) }) : null;
  };
}
