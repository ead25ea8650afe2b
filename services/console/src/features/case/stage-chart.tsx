import type { CaseView, Pathway } from '@kaerimichi/contracts';
import { useMemo } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { withoutPlaces } from '../board/columns.ts';
import { arrowPath, type Chart, layChart, NODE } from './chart-layout.ts';
import type { StageVisit } from './stage-visits.ts';

type Props = {
  readonly view: CaseView;
  readonly visits: readonly Pick<StageVisit, 'stage'>[];
  readonly chosen: string;
  readonly onChoose: (stage: string) => void;
};

/** The pathway as the server runs it: stages as boxes, moves as arrows; choosing a stage shows its ways on. */
export function StageChart({ view, visits, chosen, onChoose }: Props) {
  const { say } = useSpeech();
  const { pathway } = useWorkplace();
  const chart = useMemo(() => layChart(pathway), [pathway]);
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways can be reached by keys */}
      <section className="chart-frame" aria-label={say('path.chart')} tabIndex={0}>
        <div className="chart" style={{ width: chart.width, height: chart.height }}>
          <Arrows chart={chart} chosen={chosen} />
          <Stages chart={chart} {...{ view, visits, chosen }} onChoose={onChoose} />
        </div>
      </section>
      <WaysOn stage={chosen} />
    </div>
  );
}

function Arrows({ chart, chosen }: { chart: Chart; chosen: string }) {
  const nodes = new Map(chart.nodes.map(node => [node.id, node]));
  const shown = chart.edges.filter(edge => edge.isForward || edge.from === chosen);
  return (
    <svg className="chart-arrows" width={chart.width} height={chart.height} aria-hidden="true">
      <defs>
        <marker
          id="arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerUnits="userSpaceOnUse"
          markerWidth="9"
          markerHeight="9"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8Z" fill="context-stroke" />
        </marker>
      </defs>
      {shown.map(edge => {
        const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)];
        const look = edge.from === chosen ? 'arrow arrow-chosen' : 'arrow';
        return (
          from &&
          to && (
            <path
              key={`${edge.from} ${edge.event} ${edge.to}`}
              className={edge.isForward ? look : `${look} arrow-aside`}
              d={arrowPath(from, to)}
              markerEnd="url(#arrow)"
            />
          )
        );
      })}
    </svg>
  );
}

type StagesProps = Props & { readonly chart: Chart };

function Stages({ chart, view, visits, chosen, onChoose }: StagesProps) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const been = new Set(visits.map(({ stage }) => stage));
  return chart.nodes.map(({ id, x, y }) => {
    const stage = pathway.stages.find(other => other.id === id);
    const state = id === view.stage ? 'now' : been.has(id) ? 'done' : 'ahead';
    return (
      <button
        key={id}
        type="button"
        className={`node node-${state}`}
        aria-pressed={id === chosen}
        style={{ left: x, top: y, width: NODE.width, height: NODE.height }}
        onClick={() => onChoose(id)}
      >
        {state === 'done' && <Glyph name="check" />}
        {state === 'now' && <Glyph name="dot" />}
        <span>
          {stage ? pick(stage.label) : id}
          <span className="hidden-visually">{` ${say(`path.${state}`)}`}</span>
        </span>
      </button>
    );
  });
}

/** The moves out of one stage with the conditions each asks for. */
function WaysOn({ stage }: { stage: string }) {
  const { say, pick } = useSpeech();
  const { pathway } = useWorkplace();
  const found = pathway.stages.find(({ id }) => id === stage);
  const stageName = (id: string) => {
    const target = pathway.stages.find(other => other.id === id.split('.')[0]);
    return target ? pick(target.label) : id;
  };
  const label = (type: string) => {
    const event = pathway.events.find(other => other.type === type);
    return event ? pick(event.label) : type;
  };
  const requirement = (id: string) => {
    const known = pathway.requirements.find(other => other.id === id);
    return known ? withoutPlaces(pick(known.text)) : id;
  };
  const moves = mergedMoves(pathway.moves.filter(({ from }) => from === stage));
  return (
    <section className="stack-tight" aria-live="polite">
      <h3>{say('path.waysFrom', { stage: found ? pick(found.label) : stage })}</h3>
      <ul className="stack-tight">
        {moves.map(({ event, to, requirements }) => (
          <li key={`${event} ${to}`} className="panel">
            <p>
              <strong>{label(event)}</strong> <span className="muted small">→ {stageName(to)}</span>
            </p>
            {requirements.length > 0 && (
              <ul className="bullets">
                {requirements.map(id => (
                  <li key={id}>{requirement(id)}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {moves.length === 0 && <p className="muted">{say('path.noWays')}</p>}
    </section>
  );
}

type Move = Pathway['moves'][number];

/** Moves that differ only in how they close are one way on. */
function mergedMoves(moves: readonly Move[]): Move[] {
  const merged = new Map<string, Move>();
  for (const move of moves) {
    const key = `${move.event} ${move.to.split('.')[0]}`;
    if (!merged.has(key)) merged.set(key, move);
  }
  return [...merged.values()];
}
