import type { Card } from '@kaerimichi/contracts';
import { createObservable, type Observable } from '../live/observable.ts';

/** Where a card is shown before the server has said that it may stand there. */
export type MoveAhead = {
  readonly stage: string;
  readonly column: string;
  /** The version that the move made; null: not answered yet. */
  readonly version: number | null;
};

/** Moves of this person that are under way: their cards go at once, and come back where the server refuses. */
export type MovesAhead = {
  readonly state: Observable<ReadonlyMap<string, MoveAhead>>;
  readonly begin: (caseId: string, to: Pick<MoveAhead, 'stage' | 'column'>) => void;
  /** Accepted: it stays there until the card itself says so. */
  readonly accepted: (caseId: string, version: number) => void;
  readonly refused: (caseId: string) => void;
  /** Forgets what the cards themselves show by now. */
  readonly settle: (cards: ReadonlyMap<string, Card>) => void;
};

export function createMovesAhead(): MovesAhead {
  const state = createObservable<ReadonlyMap<string, MoveAhead>>(new Map());
  const put = (caseId: string, move: MoveAhead) => state.write(new Map(state.read()).set(caseId, move));
  const without = (isOver: (caseId: string, move: MoveAhead) => boolean) => {
    const left = [...state.read()].filter(([caseId, move]) => !isOver(caseId, move));
    if (left.length < state.read().size) state.write(new Map(left));
  };
  return {
    state,
    begin: (caseId, to) => put(caseId, { ...to, version: null }),
    accepted(caseId, version) {
      const move = state.read().get(caseId);
      if (move) put(caseId, { ...move, version });
    },
    refused: caseId => without(id => id === caseId),
    settle: cards => without((id, { version }) => version !== null && (cards.get(id)?.version ?? version) >= version),
  };
}

const ahead = new WeakSet<Card>();

/** Whether a card is shown where the server has not yet said that it stands. */
export const isAhead = (card: Card | undefined): boolean => card !== undefined && ahead.has(card);

/** The cards with those under way where they are going. The same map where none is. */
export function withMovesAhead(
  cards: ReadonlyMap<string, Card>,
  moves: ReadonlyMap<string, MoveAhead>,
): ReadonlyMap<string, Card> {
  if (moves.size === 0) return cards;
  const shown = new Map(cards);
  for (const [id, { stage, column, version }] of moves) {
    const card = cards.get(id);
    if (!card || (version !== null && card.version >= version)) continue;
    const moved = { ...card, stage, column };
    ahead.add(moved);
    shown.set(id, moved);
  }
  return shown;
}
