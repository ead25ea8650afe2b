import type { Card } from '@kaerimichi/contracts';
import type { LaneOf } from './lanes.ts';
import { cellOf, orderKey } from './placing.ts';

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
  /** Cases that this person has just moved: their own change is never kept waiting. */
  readonly own: ReadonlySet<string>;
};

/**
 * What the board shows next. Words on a card change at once; a card that would appear, leave or change its place in a
 * held cell waits (experience.md §6.2), and is counted there.
 */
export function nextShown(shown: Shown, latest: ReadonlyMap<string, Card>, hands: Hands): Shown {
  const cards = new Map<string, Card>();
  const waiting = new Map<string, Set<string>>();
  const moved: string[] = [];
  for (const id of new Set([...shown.cards.keys(), ...latest.keys()])) {
    const [before, after] = [shown.cards.get(id), latest.get(id)];
    const cells = touchedCells(before, after, hands.laneOf);
    const held = hands.own.has(id) ? [] : cells.filter(cell => hands.heldCells.has(cell));
    for (const cell of held) waiting.set(cell, (waiting.get(cell) ?? new Set()).add(id));
    const card = held.length > 0 ? before : after;
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
