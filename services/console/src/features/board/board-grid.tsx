import type { Card } from '@kaerimichi/contracts';
import type { DragEvent, ReactNode } from 'react';
import { Glyph } from '../../parts/glyph.tsx';
import { useSpeech } from '../../words/speech-context.tsx';
import type { Limits } from './board-settings.ts';
import type { Column } from './columns.ts';
import { isOverLimit } from './limits.ts';
import { columnOfCell, type Lane } from './placing.ts';
import type { Reach } from './use-drag.ts';

export type GridProps = {
  readonly columns: readonly Column[];
  /** Lanes with the cards that are shown; `hidden` counts the rest of a cell. */
  readonly lanes: readonly Lane[];
  readonly hidden: (lane: string, column: string) => number;
  readonly laneName: (lane: string) => string;
  readonly waiting: ReadonlyMap<string, ReadonlySet<string>>;
  readonly reach: Reach | null;
  readonly folded: readonly string[];
  readonly foldedLanes: readonly string[];
  /** By column how many cases are thought to be enough. */
  readonly limits: Limits;
  readonly onFold: (column: string) => void;
  readonly onFoldLane: (lane: string) => void;
  readonly onRelease: () => void;
  readonly onMore: (lane: string, column: string) => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: (column: string) => void;
  readonly card: (card: Card) => ReactNode;
};

/** Nine columns with their phase bars; lanes below one another. */
export function BoardGrid(props: GridProps) {
  const { columns, lanes, folded } = props;
  const sizes = columns.map(({ id }) => {
    if (folded.includes(id)) return '44px';
    return countOf(props, id) === 0 ? 'minmax(7.5rem, 1fr)' : 'minmax(12.5rem, 1fr)';
  });
  return (
    <div
      className={lanes.some(({ id }) => props.laneName(id) !== '') ? 'grid' : 'grid grid-single'}
      style={{ gridTemplateColumns: sizes.join(' ') }}
    >
      {columns.map((column, at) => (
        <ColumnHead
          key={column.id}
          column={column}
          isFirst={columns[at - 1]?.phase !== column.phase}
          isLast={columns[at + 1]?.phase !== column.phase}
          {...props}
        />
      ))}
      {lanes.map(lane => (
        <LaneRow key={lane.id} lane={lane} {...props} />
      ))}
    </div>
  );
}

/** First and last column of a phase: the phase is named once, and its bar runs on without a gap. */
type HeadProps = GridProps & { readonly column: Column; readonly isFirst: boolean; readonly isLast: boolean };

/** Cards of a column in all lanes, shown or not. */
const countOf = ({ lanes, hidden }: Pick<GridProps, 'lanes' | 'hidden'>, id: string): number =>
  lanes.reduce(
    (sum, lane) => sum + (lane.cells.find(({ column }) => column === id)?.cards.length ?? 0) + hidden(lane.id, id),
    0,
  );

/** Changes of a column that wait, in whichever lane. The pill lies over the head: to show it moves nothing. */
const waitingIn = (waiting: GridProps['waiting'], column: string): number =>
  new Set([...waiting].flatMap(([cell, ids]) => (columnOfCell(cell) === column ? [...ids] : []))).size;

function ColumnHead(props: HeadProps) {
  const { column, isFirst, isLast, lanes, hidden, folded, limits, onFold, onRelease } = props;
  const { say, code } = useSpeech();
  const waits = waitingIn(props.waiting, column.id);
  const count = countOf({ lanes, hidden }, column.id);
  const isFolded = folded.includes(column.id);
  const phase = code('phase', String(column.phase));
  const limit = limits[column.id];
  const isOver = isOverLimit(count, limit);
  const label = say('board.foldColumn', { column: column.name, n: count });
  const classes = ['column-head', `phase-${column.phase}`];
  if (isFolded) classes.push('column-folded');
  if (!isLast) classes.push('phase-goes-on');
  return (
    <div className={classes.join(' ')}>
      <p className="phase-name">{isFirst ? phase : <span className="hidden-visually">{phase}</span>}</p>
      {waits > 0 && (
        <button type="button" className="pill" onClick={onRelease}>
          {say('board.waiting', { n: waits })}
        </button>
      )}
      <button
        type="button"
        className="column-button"
        aria-expanded={!isFolded}
        aria-label={isOver ? `${label} ${say('board.overLimit', { n: count, limit })}` : label}
        onClick={() => onFold(column.id)}
      >
        <span className="column-number" aria-hidden="true">
          {column.number}
        </span>
        <span className="column-name">{column.name}</span>
        <span className={isOver ? 'column-count column-over' : 'column-count'}>
          {isOver ? say('board.overLimit', { n: count, limit }) : limit ? `${count}/${limit}` : count}
        </span>
      </button>
    </div>
  );
}

function LaneRow({ lane, ...props }: GridProps & { lane: Lane }) {
  const { say } = useSpeech();
  const name = props.laneName(lane.id);
  const isFolded = props.foldedLanes.includes(lane.id);
  return (
    <section className="lane" aria-label={name || say('board.allCases')}>
      {name ? (
        <LaneHead {...{ lane, name, isFolded }} onFold={() => props.onFoldLane(lane.id)} />
      ) : (
        <h2 className="hidden-visually">{say('board.allCases')} </h2>
      )}
      {!isFolded &&
        props.columns.map(column => <BoardCell key={column.id} lane={lane} column={column} name={name} {...props} />)}
    </section>
  );
}

type LaneHeadProps = {
  readonly lane: Lane;
  readonly name: string;
  readonly isFolded: boolean;
  readonly onFold: () => void;
};

/** Name of a lane with its cases, those that are late and those that stand still; folds it away. */
function LaneHead({ lane: { id, count, overdue, held }, name, isFolded, onFold }: LaneHeadProps) {
  const { say } = useSpeech();
  return (
    <h2 className="lane-name">
      <button
        type="button"
        className="lane-fold"
        data-lane={id}
        data-board-key="lane"
        aria-expanded={!isFolded}
        onClick={onFold}
      >
        <span className={isFolded ? 'lane-mark' : 'lane-mark lane-open'} aria-hidden="true">
          ▸
        </span>
        {name}{' '}
        <span className="small muted">
          {say('common.cases', { n: count })}
          {say('board.laneCounts', { overdue, held })}
        </span>
      </button>
    </h2>
  );
}

type CellProps = GridProps & { readonly lane: Lane; readonly column: Column; readonly name: string };

const reachClass = { now: ' cell-now', later: ' cell-later', never: ' cell-never' };

function BoardCell(props: CellProps) {
  const { lane, column, name, reach, folded, hidden, onMore, onDragOver, onDrop, card } = props;
  const { say } = useSpeech();
  const cards = lane.cells.find(cell => cell.column === column.id)?.cards ?? [];
  const more = hidden(lane.id, column.id);
  const reachable = reach?.get(column.id);
  const how = reach ? (reachable ? (reachable.missing === 0 ? 'now' : 'later') : 'never') : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop; the move button and the m key do the same
    <div
      className={`cell${how ? reachClass[how] : ''}`}
      data-column={column.id}
      onDragOver={onDragOver}
      onDrop={event => {
        event.preventDefault();
        onDrop(column.id);
      }}
    >
      <h3 className="hidden-visually">
        {say('board.cell', { lane: name, column: column.name, n: cards.length + more })}
      </h3>
      {how === 'later' && <p className="cell-note">{say('board.missing', { n: reachable?.missing ?? 0 })}</p>}
      {!folded.includes(column.id) && cards.length > 0 && (
        <ul className="cell-cards">
          {cards.map(item => (
            <li key={item.id}>{card(item)}</li>
          ))}
        </ul>
      )}
      {cards.length === 0 && !folded.includes(column.id) && <p className="cell-empty">{say('board.none')}</p>}
      {more > 0 && !folded.includes(column.id) && (
        <button type="button" className="cell-more" onClick={() => onMore(lane.id, column.id)}>
          <Glyph name="plus" /> {say('board.more', { n: more })}
        </button>
      )}
    </div>
  );
}
