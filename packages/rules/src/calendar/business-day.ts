import { addDays } from './day.ts';
import type { Day } from './meant-day.ts';
import { restDay } from './rest-day.ts';

/** A day on which offices are open: no weekend, no 国民の祝日, not within 年末年始 (12/29–1/3). */
export const isBusinessDay = (on: Day): boolean => restDay(on) === null;

/** The last business day on or before a day. */
export function lastBusinessDayOnOrBefore(on: Day): Day {
  let day = on;
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day;
}

/** The day that is `days` business days after another, which is not counted itself; 0 is that day, open or not. */
export function addBusinessDays(on: Day, days: number): Day {
  let day = on;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}
