import type { CaseView } from '@kaerimichi/contracts';
import { useMemo, useState } from 'react';
import { useWorkplace } from '../../app/workplace.tsx';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import { arrowPath, type Chart, layChart, MARK, NODE, placeMarks } from './chart-layout.ts';
import type { StageVisit } from './stage-visits.ts';
import { WaysOn } from './ways-on.tsx';

type Props = {
  readonly view: CaseView;
  readonly visits: readonly Pick<StageVisit, 'stage'>[];
  readonly chosen: string;
  readonly onChoose: (stage: string) => void;
};

/**
 * The pathway as the server runs it: stages as boxes, moves as arrows. Choosing a stage shows its ways on, choosing an
 * arrow that way alone, with each condition as it is today.
 */
export function StageChart({ view, visits, chosen, onChoose }: Props) {
  const { say } = useSpeech();
  const { pathway } = useWorkplace();
  const chart = useMemo(() => layChart(pathway), [pathway]);
  const [along, setAlong] = useState<Along | null>(null);
  const chooseStage = (stage: string) => {
    setAlong(null);
    onChoose(stage);
  };
  const chooseArrow = (arrow: Along) => {
    setAlong(arrow);
    if (arrow.from !== chosen) onChoose(arrow.from);
  };
  const isAlong = along?.from === chosen ? along : null;
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways can be reached by keys */}
      <section className="chart-frame" aria-label={say('path.chart')} tabIndex={0}>
        <div className="chart" style={{ width: chart.width, height: chart.height }}>
          <Arrows chart={chart} chosen={chosen} along={isAlong} onChoose={chooseArrow} />
          <Stages chart={chart} {...{ view, visits, chosen }} onChoose={chooseStage} />
          <ArrowMarks chart={chart} chosen={chosen} along={isAlong} onChoose={chooseArrow} />
        </div>
      </section>
      <WaysOn view={view} stage={chosen} to={isAlong?.to ?? null} />
    </div>
  );
}

/** Two stages between which there is an arrow. */
type Along = { readonly from: string; readonly to: string };

type ArrowsProps = {
  readonly chart: Chart;
  readonly chosen: string;
  readonly along: Along | null;
  readonly onChoose: (arrow: Along) => void;
};

/** The way forward, and every way out of the stage that is looked at. */
const shownEdges = ({ edges }: Chart, chosen: string) => edges.filter(edge => edge.isForward || edge.from === chosen);

const isSame = (a: Along | null, b: Along) => a?.from === b.from && a.to === b.to;

/** By which an arrow is chosen, with the pointer and with keys: what the drawing itself says to no screen reader. */
function ArrowMarks({ chart, chosen, along, onChoose }: ArrowsProps) {
  const { say } = useSpeech();
  const name = useStageName();
  return placeMarks(chart.nodes, shownEdges(chart, chosen)).map(({ from, to, x, y }) => (
    <button
      key={`${from} ${to}`}
      type="button"
      className="arrow-mark"
      aria-pressed={isSame(along, { from, to })}
      aria-label={say('path.arrow', { from: name(from), to: name(to) })}
      style={{ left: x - MARK / 2, top: y - MARK / 2, width: MARK, height: MARK }}
      onClick={() => onChoose({ from, to })}
    >
      <span aria-hidden="true" className="arrow-dot" />
    </button>
  ));
}

function Arrows({ chart, chosen, along, onChoose }: ArrowsProps) {
  const nodes = new Map(chart.nodes.map(node => [node.id, node]));
  const shown = shownEdges(chart, chosen);
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
        if (!from || !to) return null;
        const isLookedAt = along ? isSame(along, edge) : edge.from === chosen;
        const look = isLookedAt ? 'arrow arrow-chosen' : 'arrow';
        const line = arrowPath(from, to);
        return (
          <g key={`${edge.from} ${edge.event} ${edge.to}`}>
            <path className={edge.isForward ? look : `${look} arrow-aside`} d={line} markerEnd="url(#arrow)" />
            {/* Wide enough for a pointer; with keys and for screen readers the arrow's mark does the same. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the mark on it is the button */}
            <path className="arrow-hold" d={line} onClick={() => onChoose(edge)} />
          </g>
        );
      })}
    </svg>
  );
}

function useStageName(): (id: string) => string {
  const { pick } = useSpeech();
  const { pathway } = useWorkplace();
  return id => {
    const stage = pathway.stages.find(other => other.id === id);
    return stage ? pick(stage.label) : id;
  };
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
