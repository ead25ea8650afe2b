import { addDays, addMonths } from '../calendar/day.ts';
import type { Day } from '../calendar/meant-day.ts';
import type { SevereChildFacts, TickedItem } from './severe-child-facts.ts';
import { severeChildItem } from './severe-child-items.ts';

/** How long a state must have lasted before its score counts (別紙14 本文), and after the NICU (※1). */
const MONTHS = 6;
const MONTHS_AFTER_NICU = 1;
/** 新生児期: less than 28 days old. */
const NEWBORN_DAYS = 28;

/** Readings of the period: as it is answered, and two others that the text allows. */
export type Reading = 'answered' | 'monthFromNicuExit' | 'sinceNewborn';

/** The first day on which an item's score counts; null: nobody said since when it is so. */
export function countsFrom(item: TickedItem, facts: SevereChildFacts, reading: Reading = 'answered'): Day | null {
  const { since, beganInNicu } = item;
  if (since === null) return null;
  const sixMonths = addMonths(since, MONTHS);
  if (reading === 'sinceNewborn' && isSinceNewborn(since, facts)) return since;
  if (!beganInNicu || facts.leftNicuOn === undefined) return sixMonths;
  const base = reading === 'monthFromNicuExit' ? facts.leftNicuOn : since;
  const oneMonth = addMonths(base, MONTHS_AFTER_NICU);
  // Only a child that has left is 「退室した児」.
  const afterNicu = oneMonth > facts.leftNicuOn ? oneMonth : facts.leftNicuOn;
  return afterNicu < sixMonths ? afterNicu : sixMonths;
}

const isSinceNewborn = (since: Day, { bornOn }: SevereChildFacts): boolean =>
  bornOn !== undefined && since < addDays(bornOn, NEWBORN_DAYS);

export const severeClasses = ['super', 'semi'] as const;
export type SevereClass = (typeof severeClasses)[number];
export const CLASS_FROM: Readonly<Record<SevereClass, number>> = { super: 25, semi: 10 };

export type Counted = { readonly item: TickedItem; readonly from: Day | null };

/** The first day on which the items whose period is reached come to a score; null: never, by what is known. */
export function reachedOn(counted: readonly Counted[], score: number): Day | null {
  const known = counted.flatMap(({ item, from }) => (from ? [{ from, points: severeChildItem(item.id).score }] : []));
  const byDay = known.sort((one, other) => (one.from < other.from ? -1 : 1));
  let sum = 0;
  for (const { from, points } of byDay) {
    sum += points;
    if (sum >= score) return from;
  }
  return null;
}
