import { startTransition, useCallback, useEffect, useMemo, useState } from 'react';
import type { Preferences } from '../../app/preferences.ts';
import type { Lane } from './placing.ts';

/** Cards of one cell before 「ほかn件を表示」, so that one full cell does not stretch its lane. */
const FIRST = { whole: { compact: 60, normal: 30, detailed: 20 }, lane: { compact: 12, normal: 4, detailed: 3 } };
const STEP = 50;
/** No card of the board is lower, in pixels: so many as stand below one another fill a screen. */
const LOWEST = { compact: 34, normal: 110, detailed: 130 };

type Options = {
  /** Whether the board is cut into lanes. */
  readonly isCut: boolean;
  readonly density: Preferences['density'];
  /** Columns, and lanes, of which nothing is shown. */
  readonly folded: readonly string[];
  readonly foldedLanes: readonly string[];
};

/** What of each cell is shown, how much is not, and showing more. Keys step only through what is shown. */
export function useVisibleLanes(lanes: readonly Lane[], { isCut, density, folded, foldedLanes }: Options) {
  const [extra, setExtra] = useState<ReadonlyMap<string, number>>(new Map());
  const first = FIRST[isCut ? 'lane' : 'whole'][density];
  const inSight = useInSight(density);
  const most = useCallback(
    (lane: string, column: string) =>
      folded.includes(column) || foldedLanes.includes(lane) ? 0 : first + (extra.get(`${lane}|${column}`) ?? 0),
    [first, extra, folded, foldedLanes],
  );
  const visible = useMemo(
    () =>
      lanes.map(lane => ({
        ...lane,
        cells: lane.cells.map(({ column, cards }) => ({
          column,
          cards: cards.slice(0, Math.min(inSight, most(lane.id, column))),
        })),
      })),
    [lanes, most, inSight],
  );
  const hidden = useCallback(
    (lane: string, column: string) => {
      const cell = lanes.find(({ id }) => id === lane)?.cells.find(other => other.column === column);
      return Math.max(0, (cell?.cards.length ?? 0) - most(lane, column));
    },
    [lanes, most],
  );
  const showMore = useCallback(
    (lane: string, column: string) =>
      setExtra(now => new Map(now).set(`${lane}|${column}`, (now.get(`${lane}|${column}`) ?? 0) + STEP)),
    [],
  );
  return { lanes: visible, hidden, showMore };
}

/** How many cards of a cell the board begins with: those in sight are drawn first, all others right after them. */
function useInSight(density: Options['density']): number {
  const [isBegun, setBegun] = useState(false);
  useEffect(() => startTransition(() => setBegun(true)), []);
  return isBegun ? Number.POSITIVE_INFINITY : Math.ceil(window.innerHeight / LOWEST[density]);
}
