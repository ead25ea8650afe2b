import type { CaseView } from '@kaerimichi/contracts';
import { Link } from 'react-router';
import { useAhead } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { SelectField } from '../../parts/choice-fields.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { neededUntil, usualGoal } from './needed-until.ts';
import { useNeededTitle } from './use-needed-title.ts';

type Props = {
  readonly view: CaseView;
  /** The stage that is asked about, here or in the drawing; one that does not lie ahead asks about the usual one. */
  readonly until: string;
  readonly onChoose: (stage: string) => void;
};

/** 「もし」: what is still needed up to a stage that one chooses, as it stands today; printed for the family's meeting. */
export function NeededList({ view, until, onChoose }: Props) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const ahead = useAhead(view);
  if (ahead.error) return <ProblemNote error={ahead.error} onRetry={() => void ahead.refetch()} />;
  if (ahead.isPending) return <Patience look="part" />;
  const ways = ahead.data ?? [];
  if (ways.length === 0) return null;
  const goal = ways.some(({ to }) => to === until) ? until : usualGoal(ways);
  const stageName = (id: string) => {
    const stage = pathway.stages.find(other => other.id === id);
    return stage ? pick(stage.label) : id;
  };
  return (
    <section className="stack" aria-labelledby="needed-title">
      <h3 id="needed-title">{say('needed.title')}</h3>
      <SelectField
        label={say('needed.goal')}
        value={goal}
        onChange={onChoose}
        options={ways.map(({ to }) => ({ value: to, label: stageName(to) }))}
      />
      <Needed view={view} goal={goal} stageName={stageName} />
    </section>
  );
}

type NeededProps = { readonly view: CaseView; readonly goal: string; readonly stageName: (id: string) => string };

function Needed({ view, goal, stageName }: NeededProps) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const ways = useAhead(view).data ?? [];
  const titleOf = useNeededTitle();
  const open = neededUntil(ways, goal).filter(({ reasons }) => reasons.length > 0);
  const left = open.reduce((sum, { reasons }) => sum + reasons.length, 0);
  return (
    <>
      <p role="status">{left === 0 ? say('needed.nothing') : say('needed.left', { n: left })}</p>
      {open.map(({ from, to, reasons }) => (
        <article key={from} className="panel stack-tight">
          <h4>{say('needed.before', { stage: stageName(to) })}</h4>
          <ConditionList
            caseId={view.id}
            lead={view.card.lead}
            done={[]}
            reasons={reasons}
            // An exception counts for the stage in which the case stands, and is made there.
            canWaive={from === view.stage && mayWaive(me, view.can)}
          />
        </article>
      ))}
      <p>
        <Link className="button" to={`/cases/${view.id}/print/needed?${new URLSearchParams({ until: goal })}`}>
          {say('needed.print', { title: titleOf(goal) })}
        </Link>
      </p>
    </>
  );
}
