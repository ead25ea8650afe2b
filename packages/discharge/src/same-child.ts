import { daysBetween } from '@kaerimichi/rules/calendar';
import { fold } from './fold.ts';
import type { Day } from './vocabulary.ts';

/** Who a child is, as far as a case knows it; null or absent: not known. */
export type KnownChild = {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly familyKana: string | null;
  readonly givenKana: string | null;
  readonly sex: string;
  readonly municipality: string | null;
  readonly bornOn: Day | null;
  readonly expectedOn: Day | null;
  /** Of twins and more: which one. */
  readonly birthOrder: number | null;
};

export const comparedFields = ['family', 'given', 'birth', 'sex', 'birthOrder', 'municipality'] as const;
export type ComparedField = (typeof comparedFields)[number];
/** `unknown`: one of the two does not say. */
export type Agreement = 'same' | 'different' | 'unknown';

/** How two cases agree about the child, field by field; names by how they are read where both say. */
export function compareChildren(a: KnownChild, b: KnownChild): Readonly<Record<ComparedField, Agreement>> {
  return {
    family: agreeName([a.familyKana, a.familyName], [b.familyKana, b.familyName]),
    given: agreeName([a.givenKana, a.givenName], [b.givenKana, b.givenName]),
    birth: agreeBirth(a, b),
    sex: agree(known(a.sex), known(b.sex)),
    birthOrder: agree(a.birthOrder, b.birthOrder),
    municipality: agree(a.municipality, b.municipality),
  };
}

/**
 * Whether two cases may be of one child. Twins are not: born on one day with one family name, they differ in the given
 * name, or in their order where they have none yet.
 */
export function mayBeOneChild(a: KnownChild, b: KnownChild): boolean {
  const { family, given, birth, sex, birthOrder, municipality } = compareChildren(a, b);
  if (family !== 'same' || [given, birth, sex, birthOrder].includes('different')) return false;
  if (given === 'same') return birth === 'same' || municipality !== 'different';
  // Without a name, only a day of birth says enough; days that are only expected lie too close to each other.
  return birth === 'same' && a.bornOn !== null && b.bornOn !== null;
}

const agree = <Value>(a: Value | null, b: Value | null): Agreement =>
  a === null || b === null ? 'unknown' : a === b ? 'same' : 'different';

const known = (sex: string): string | null => (sex === 'unknown' ? null : sex);
const folded = (name: string | null | undefined): string | null => (name ? fold(name) || null : null);

/** By the reading where both have one, else by the written name. */
function agreeName([kanaA, nameA]: (string | null)[], [kanaB, nameB]: (string | null)[]): Agreement {
  const read = agree(folded(kanaA), folded(kanaB));
  return read === 'unknown' ? agree(folded(nameA), folded(nameB)) : read;
}

/** A birth lies some weeks about the day on which it was expected. */
const WEEKS_BEFORE = 20;
const WEEKS_AFTER = 3;
/** Two who reckon the same pregnancy differ by some days. */
const RECKONING_DAYS = 14;

function agreeBirth(a: KnownChild, b: KnownChild): Agreement {
  if (a.bornOn && b.bornOn) return agree(a.bornOn, b.bornOn);
  if (a.expectedOn && b.expectedOn && !a.bornOn && !b.bornOn)
    return Math.abs(daysBetween(a.expectedOn, b.expectedOn)) <= RECKONING_DAYS ? 'same' : 'different';
  const [bornOn, expectedOn] = [a.bornOn ?? b.bornOn, a.bornOn ? b.expectedOn : a.expectedOn];
  if (!bornOn || !expectedOn) return 'unknown';
  const after = daysBetween(expectedOn, bornOn);
  return after <= WEEKS_AFTER * 7 && after >= -WEEKS_BEFORE * 7 ? 'unknown' : 'different';
}
