import type { CaseView, Pathway, WayAhead } from '@kaerimichi/contracts';
import { useWays } from '../../api/queries.ts';
import { mayWaive, useWorkplace } from '../../app/workplace.tsx';
import { ConditionList } from '../../parts/condition-list.tsx';
import { Patience } from '../../parts/patience.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { withoutPlaces } from '../board/columns.ts';

type Props = {
  readonly view: CaseView;
  readonly stage: string;
  /** Only the ways into this stage; null: all. */
  readonly to: string | null;
};

/** The ways out of a stage as the drawing shows them, each condition as it is for this child today. */
export function WaysOn({ view, stage, to }: Props) {
  const { say } = useSpeech();
  const { pathway } = useWorkplace();
  const ways = useWays(view, stage);
  const name = useTargetName();
  // Whoever is not told the plan is told what every child is asked.
  const isJudged = (ways.data ?? []).length > 0;
  const asked = mergedMoves(pathway.moves.filter(({ from }) => from === stage)).filter(({ to: end }) => end !== stage);
  const leads = (way: { readonly to: string }) => to === null || stageOf(way.to) === to;
  return (
    <section className="stack-tight" aria-live="polite" aria-busy={ways.isPending}>
      <h3>
        {to === null
          ? say('path.waysFrom', { stage: name(stage) })
          : say('path.arrow', { from: name(stage), to: name(to) })}
      </h3>
      <ProblemNote error={ways.error} onRetry={() => void ways.refetch()} />
      {ways.isPending && <Patience look="part" />}
      <ul className="stack-tight">
        {isJudged
          ? (ways.data ?? [])
              .filter(leads)
              .map(way => <JudgedWay key={`${way.event} ${way.to}`} view={view} way={way} target={name(way.to)} />)
          : ways.data &&
            asked
              .filter(leads)
              .map(move => <AskedWay key={`${move.event} ${move.to}`} move={move} target={name(move.to)} />)}
      </ul>
      {ways.data && asked.length === 0 && <p className="muted">{say('path.noWays')}</p>}
    </section>
  );
}

function JudgedWay({ view, way, target }: { view: CaseView; way: WayAhead; target: string }) {
  const { say } = useSpeech();
  const { me } = useWorkplace();
  const { label, done, reasons, from } = way;
  const all = done.length + reasons.length;
  return (
    <li className="panel stack-tight">
      <p>
        <strong>{label}</strong> <span className="muted small">→ {target}</span>
      </p>
      {all > 0 && (
        <>
          <p className="muted small">{say('condition.title', { done: done.length, all })}</p>
          <ConditionList
            caseId={view.id}
            lead={view.card.lead}
            // An exception counts for the stage in which the case stands, and is made there.
            canWaive={from === view.stage && mayWaive(me, view.can)}
            {...(from === view.stage ? { askIn: view } : {})}
            {...{ done, reasons }}
          />
        </>
      )}
    </li>
  );
}

function AskedWay({ move, target }: { move: Move; target: string }) {
  const { pick } = useSpeech();
  const { pathway } = useWorkplace();
  const event = pathway.events.find(({ type }) => type === move.event);
  const requirement = (id: string) => {
    const known = pathway.requirements.find(other => other.id === id);
    return known ? withoutPlaces(pick(known.text)) : id;
  };
  return (
    <li className="panel">
      <p>
        <strong>{event ? pick(event.label) : move.event}</strong> <span className="muted small">→ {target}</span>
      </p>
      {move.requirements.length > 0 && (
        <ul className="bullets">
          {move.requirements.map(id => (
            <li key={id}>{requirement(id)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

type Move = Pathway['moves'][number];

const stageOf = (to: string): string => to.split('.')[0] ?? to;

function useTargetName(): (to: string) => string {
  const { pick } = useSpeech();
  const { pathway } = useWorkplace();
  return to => {
    const target = pathway.stages.find(({ id }) => id === stageOf(to));
    return target ? pick(target.label) : to;
  };
}

/** Moves that differ only in how they close are one way on. */
function mergedMoves(moves: readonly Move[]): Move[] {
  const merged = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.event} ${stageOf(move.to)}`;
    if (!merged.has(key)) merged.set(key, move);
  }
  return [...merged.values()];
}
