import type { Card } from '@kaerimichi/contracts';
import type { LaneOf } from './lanes.ts';
import { cellOf, columnOfCell, laneOfCell, orderKey } from './placing.ts';

export type Shown = {
  /** Cards as the board shows them: the newest, except where that would move something under a person's hand. */
  readonly cards: ReadonlyMap<string, Card>;
  /** Cells whose changes wait, with the cases that wait there. */
  readonly waiting: ReadonlyMap<string, ReadonlySet<string>>;
  /** Cards that moved to another cell or appeared, for the eye to follow. */
  readonly moved: readonly string[];
};

export const nothingShown: Shown = { cards: new Map(), waiting: new Map(), moved: [] };

export type Hands = {
  readonly laneOf: LaneOf;
  /** Cells with a card that is hovered, focused, dragged or open. */
  readonly heldCells: ReadonlySet<string>;
  /** Which of two lanes stands above the other; negative: the first. */
  readonly laneOrder: (a: string, b: string) => number;
  /** Cases that this person has just moved: their own change is never kept waiting. */
  readonly own: ReadonlySet<string>;
};

/**
 * What the board shows next. Words on a card change at once; a card that would appear, leave or change its place in a
 * held cell, or anywhere else where that shifts a held one, waits (experience.md §6.2) and is counted where it would.
 */
export function nextShown(shown: Shown, latest: ReadonlyMap<string, Card>, hands: Hands): Shown {
  const cards = new Map<string, Card>();
  const waiting = new Map<string, Set<string>>();
  const moved: string[] = [];
  const held = holding(shown, hands);
  for (const id of new Set([...shown.cards.keys(), ...latest.keys()])) {
    const [before, after] = [shown.cards.get(id), latest.get(id)];
    const cells = touchedCells(before, after, hands.laneOf);
    const waits = hands.own.has(id) ? [] : held.in(before, after, cells);
    for (const cell of waits) waiting.set(cell, (waiting.get(cell) ?? new Set()).add(id));
    const card = waits.length > 0 ? before : after;
    if (waits.length === 0) held.moved(before, after);
    if (card) cards.set(id, card);
    if (card === after && after && cells.length > 0) moved.push(id);
  }
  return { cards, waiting, moved };
}

/** Cells in which something would shift when one card replaces the other; none when only its words change. */
function touchedCells(before: Card | undefined, after: Card | undefined, laneOf: LaneOf): string[] {
  const cells = [before, after].filter(card => card !== undefined).map(card => cellOf(card, laneOf));
  const isStill = before && after && cells[0] === cells[1] && orderKey(before) === orderKey(after);
  return isStill ? [] : cells;
}

/** Which changes would shift a held card: those in its cell, in lanes above it, and a column that grows wide or narrow. */
function holding(shown: Shown, { heldCells, laneOrder }: Hands) {
  const columns = new Map<string, number>();
  const count = (card: Card | undefined, by: number) =>
    card && columns.set(card.column, (columns.get(card.column) ?? 0) + by);
  for (const card of shown.cards.values()) count(card, 1);
  const lanes = [...new Set([...heldCells].map(laneOfCell))];
  const isHeld = (cell: string) =>
    heldCells.has(cell) || lanes.some(lane => lane !== laneOfCell(cell) && laneOrder(laneOfCell(cell), lane) < 0);
  /** An empty column is narrow: with its first card, and without its last, all others change their places. */
  const resized = (before: Card | undefined, after: Card | undefined): string[] => {
    if (before?.column === after?.column) return [];
    const emptied = before && columns.get(before.column) === 1 ? [before.column] : [];
    return after && !columns.get(after.column) ? [...emptied, after.column] : emptied;
  };
  return {
    in(before: Card | undefined, after: Card | undefined, cells: readonly string[]): string[] {
      if (heldCells.size === 0 || cells.length === 0) return [];
      const wide = resized(before, after);
      return cells.filter(cell => isHeld(cell) || wide.includes(columnOfCell(cell)));
    },
    moved(before: Card | undefined, after: Card | undefined) {
      count(before, -1);
      count(after, 1);
    },
  };
}
