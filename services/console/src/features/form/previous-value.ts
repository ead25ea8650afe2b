import type { CaseView } from '@kaerimichi/contracts';
import { isItem } from './items-of.ts';

/** A number that the case has already, and the day of which it is. */
export type PreviousValue = { readonly value: number; readonly on: string };

/** The last value of a number's field as far as the viewer is told one; null: there is none, or none with a day. */
export function previousValue(view: Pick<CaseView, 'facts'> | null, name: string): PreviousValue | null {
  const found = Object.values(view?.facts ?? {})
    .flatMap(facts => Object.values(facts))
    .flatMap(fact => {
      if (!isItem(fact)) return [];
      const { [name]: value, on } = fact;
      return typeof value === 'number' && typeof on === 'string' ? [{ value, on }] : [];
    });
  return found.sort((a, b) => b.on.localeCompare(a.on))[0] ?? null;
}

/** Twice or half of what it was is a slip of the keyboard more often than a child that grew. */
const FAR = 2;

export const isFarFrom = ({ value: before }: PreviousValue, value: number): boolean =>
  before > 0 && (value >= before * FAR || value * FAR <= before);
