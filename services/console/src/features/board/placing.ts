import type { Card } from '@kaerimichi/contracts';
import type { LaneOf } from './lanes.ts';

/** One cell of the board: a lane and a column; cards in the order of their deadlines. */
export type Cell = { readonly column: string; readonly cards: readonly Card[] };
/** `overdue` and `held` count its cards whose deadline is past, and those that are on hold. */
export type Lane = {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly count: number;
  readonly overdue: number;
  readonly held: number;
};

/** Where a card stands: lane and column. */
export const cellOf = (card: Card, laneOf: LaneOf): string => `${laneOf(card)}|${card.column}`;

export const laneOfCell = (cell: string): string => cell.slice(0, cell.lastIndexOf('|'));
export const columnOfCell = (cell: string): string => cell.slice(cell.lastIndexOf('|') + 1);

/** Earliest deadline first, none last, then by number. */
export function byDeadline(a: Card, b: Card): number {
  const [x, y] = [a.due?.on ?? '9999', b.due?.on ?? '9999'];
  if (x !== y) return x < y ? -1 : 1;
  return a.no < b.no ? -1 : a.no > b.no ? 1 : 0;
}

/** Everything about a card that decides where it stands in its cell. */
export const orderKey = (card: Card): string => `${card.due?.on ?? ''}|${card.no}`;

type Ordering = {
  /** Place of a lane before the order of names decides. */
  readonly rank?: (lane: string) => number;
  readonly nameOf: (lane: string) => string;
};
type Placing = Ordering & { readonly laneOf: LaneOf; readonly today: string };

/** Which of two lanes stands above the other; negative: the first. */
export function laneOrder({ rank = () => 0, nameOf }: Ordering): (a: string, b: string) => number {
  const names = new Intl.Collator('ja');
  return (a, b) => (rank(a) === rank(b) ? names.compare(nameOf(a), nameOf(b)) : rank(a) - rank(b));
}

/** Lanes in their order, each with all columns. */
export function placeCards(
  cards: Iterable<Card>,
  columns: readonly string[],
  { laneOf, today, ...ordering }: Placing,
): Lane[] {
  const lanes = new Map<string, Map<string, Card[]>>();
  for (const card of cards) {
    if (!columns.includes(card.column)) continue;
    const lane = laneOf(card);
    const cells = lanes.get(lane) ?? new Map<string, Card[]>();
    lanes.set(lane, cells);
    const cell = cells.get(card.column) ?? [];
    cells.set(card.column, cell);
    cell.push(card);
  }
  if (lanes.size === 0) lanes.set('', new Map());
  const order = laneOrder(ordering);
  return [...lanes]
    .sort(([a], [b]) => order(a, b))
    .map(([id, cells]) => ({
      id,
      ...countsOf([...cells.values()].flat(), today),
      cells: columns.map(column => ({ column, cards: (cells.get(column) ?? []).sort(byDeadline) })),
    }));
}

const countsOf = (cards: readonly Card[], today: string) => ({
  count: cards.length,
  overdue: cards.filter(({ due }) => due && due.on < today).length,
  held: cards.filter(({ holds }) => holds.length > 0).length,
});

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

type Spot = { readonly lane: number; readonly cell: number; readonly at: number };

function find(lanes: readonly Lane[], id: string): Spot | null {
  for (const [lane, { cells }] of lanes.entries())
    for (const [cell, { cards }] of cells.entries()) {
      const at = cards.findIndex(card => card.id === id);
      if (at >= 0) return { lane, cell, at };
    }
  return null;
}

/** The nearest cell with cards in one direction: cells of the lane for left and right, the column's for up and down. */
function nextCell(lanes: readonly Lane[], from: Spot, { dLane, dCell }: { dLane: number; dCell: number }) {
  for (let lane = from.lane + dLane, cell = from.cell + dCell; ; lane += dLane, cell += dCell) {
    const next = lanes[lane]?.cells[cell];
    if (!next) return null;
    if (next.cards.length > 0) return next.cards;
  }
}

/** The card that a key moves the focus to, or null where there is none that way. */
export function stepFrom(lanes: readonly Lane[], id: string, step: Step): string | null {
  const spot = find(lanes, id);
  if (!spot) return null;
  const cards = lanes[spot.lane]?.cells[spot.cell]?.cards ?? [];
  if (step === 'first') return cards[0]?.id ?? null;
  if (step === 'last') return cards.at(-1)?.id ?? null;
  if (step === 'up') return (cards[spot.at - 1] ?? nextCell(lanes, spot, { dLane: -1, dCell: 0 })?.at(-1))?.id ?? null;
  if (step === 'down') return (cards[spot.at + 1] ?? nextCell(lanes, spot, { dLane: 1, dCell: 0 })?.[0])?.id ?? null;
  const aside = nextCell(lanes, spot, { dLane: 0, dCell: step === 'left' ? -1 : 1 });
  return (aside?.[spot.at] ?? aside?.at(-1))?.id ?? null;
}
