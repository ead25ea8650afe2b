import { type Card, type SeenCard, seenOf } from '@kaerimichi/contracts';
import type { SeenCase, SeenState } from '../../live/seen-cases.ts';

export type Difference = { readonly kind: 'new' | keyof SeenCard | 'other' } & {
  readonly before?: string | number | null;
  readonly after?: string | number | null;
};

const compared = ['stage', 'due', 'next', 'turn', 'holds', 'done'] as const;

/** What is different on a card since it was last seen; empty when nothing is. */
export function differencesOf(card: Card, seen: SeenCase | undefined): Difference[] {
  if (!seen) return [{ kind: 'new' }];
  if (card.version <= seen.version) return [];
  const [before, now] = [seen.card, seenOf(card)];
  const found = before
    ? compared.flatMap(kind => (now[kind] === before[kind] ? [] : [{ kind, before: before[kind], after: now[kind] }]))
    : [];
  return found.length > 0 ? found : [{ kind: 'other' }];
}

/** By case what is different since last seen; nothing before that is known, and nothing on the first visit ever. */
export function changedSince(
  cards: ReadonlyMap<string, Card>,
  { isKnown, isFirst, cases }: SeenState,
): ReadonlyMap<string, readonly Difference[]> {
  if (!isKnown || isFirst) return new Map();
  const found = [...cards.values()].map(card => [card.id, differencesOf(card, cases.get(card.id))] as const);
  return new Map(found.filter(([, differences]) => differences.length > 0));
}

/** How a card is marked: 新着 where it was not there when it was last looked, 変更 where it was; null: nothing is new to one. */
export function markOf(differences: readonly Difference[] | undefined): 'new' | 'changed' | null {
  const [first] = differences ?? [];
  return first ? (first.kind === 'new' ? 'new' : 'changed') : null;
}
