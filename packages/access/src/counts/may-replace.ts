import type { CountedCases, Tally } from './counts-report.ts';

/** Fewer cases than this would be those that somebody happens to know of. */
const FEWEST_MOVED = 5;

/**
 * Whether a report may take the place of the one before: at least five cases surely stand elsewhere in one of its tables, so
 * that a difference between the two is never of one child alone (docs/decisions/015). Ages do not count, since birthdays
 * are known, nor needs and holds, of which one case may have many.
 */
export const mayReplace = (before: CountedCases, after: CountedCases): boolean =>
  Math.max(
    movedBetween(before.columns, after.columns),
    movedBetween(before.leads, after.leads),
    movedBetween(before.closed, after.closed),
  ) >= FEWEST_MOVED;

/** The least number of cases by which one table can have become the other: each leaves one row at most, and enters one. */
function movedBetween(before: Tally, after: Tally): number {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changes = [...keys].map(key => (after[key] ?? 0) - (before[key] ?? 0));
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + Math.abs(n), 0);
  return Math.max(sumOf(changes.filter(n => n > 0)), sumOf(changes.filter(n => n < 0)));
}
