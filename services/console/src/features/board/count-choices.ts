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
  const counted = choices.map(({ kind, options }) => ({
    kind,
    options: options.map(({ value }) => ({ value, n: 0 })),
  }));
  for (const card of cards) {
    const [missed, ...more] = missedKinds(card, filters, view);
    if (more.length > 0) continue;
    for (const { kind, options } of missed ? counted.filter(choice => choice.kind === missed) : counted)
      for (const option of options) if (hasValue(card, kind, option.value, view)) option.n++;
  }
  // Keys are made once for a choice, not once for a card: they took as long as the counting.
  return new Map(counted.flatMap(({ kind, options }) => options.map(({ value, n }) => [choiceKey(kind, value), n])));
}
