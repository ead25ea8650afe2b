import type { Card } from '@kaerimichi/contracts';
import type { FilterChoices } from './filter-choices.ts';
import { type Filters, type FilterView, hasValue, missedKinds } from './filters.ts';

export const choiceKey = (kind: string, value: string): string => `${kind}.${value}`;

/**
 * How many cards each choice would show beside what the other kinds ask for already, by `choiceKey`. A card is looked at
 * once: what misses two kinds is shown by no single choice.
 */
export function countChoices(
  cards: Iterable<Card>,
  { filters, choices, view }: { readonly filters: Filters; readonly choices: FilterChoices; readonly view: FilterView },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const card of cards) {
    const [missed, ...more] = missedKinds(card, filters, view);
    if (more.length > 0) continue;
    for (const { kind, options } of missed ? choices.filter(choice => choice.kind === missed) : choices)
      for (const { value } of options) {
        const key = choiceKey(kind, value);
        if (hasValue(card, kind, value, view)) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  return counts;
}
