import { addDays, addMonths } from './day.ts';
import type { Day } from './meant-day.ts';

/** Last day of 「N日以内」 from a day that is day one itself (通則: 入院の日から起算). */
export const withinDays = (from: Day, days: number): Day => addDays(from, days - 1);

/**
 * Last day of N months whose first day is `from` itself (民法143条): the day before the same-numbered day, or, where the
 * month has none, the last of the month (from 2026-01-31 one month: 2026-02-28; from 2026-06-10 six months: 2026-12-09).
 */
export function monthsInclusive(from: Day, months: number): Day {
  const sameNumbered = addMonths(from, months);
  return sameNumbered.slice(8) === from.slice(8) ? addDays(sameNumbered, -1) : sameNumbered;
}

/** Last day of the month that a day lies in. */
export const endOfMonth = (on: Day): Day => addDays(`${addMonths(`${on.slice(0, 7)}-01`, 1)}`, -1);
