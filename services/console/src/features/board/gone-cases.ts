import type { HeldCards } from '../../live/held-cards.ts';

/** Cases that were on the board a moment ago and are shared with me no longer, by number. */
export function goneSince(before: HeldCards, now: HeldCards): readonly string[] {
  if (before === now) return [];
  return [...before.cards.values()].flatMap(({ id, no }) => (now.gone.has(id) && !now.cards.has(id) ? [no] : []));
}
