import type { CaseView } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { isItem } from '../form/items-of.ts';

/** The last weight, in grams, the day on which it was taken, and for how many days it has been too old to count doses by. */
export type Weight = { readonly grams: number; readonly on: string; readonly staleDays: number | null };

/** How long a weight holds, by age in months: an infant gains in weeks what a schoolchild gains in half a year. */
const holds = [
  { under: 12, days: 30 },
  { under: 36, days: 90 },
] as const;
const HOLDS_LATER = 180;

/** The weight as far as the viewer is told one; null without. */
export function weightOf({ facts, card }: Pick<CaseView, 'facts' | 'card'>, today: string): Weight | null {
  const weight = facts.clinical?.weight;
  if (!isItem(weight) || typeof weight.grams !== 'number' || typeof weight.on !== 'string') return null;
  const months = card.age ?? 0;
  const days = daysBetween(weight.on, today);
  const bound = holds.find(({ under }) => months < under)?.days ?? HOLDS_LATER;
  return { grams: weight.grams, on: weight.on, staleDays: days > bound ? days : null };
}

/** `7.85` of 7850 g, `12.3` of 12300 g: kilograms as they stand in a chart. */
export const kilograms = (grams: number): string => String(Math.round(grams / 10) / 100);
