import { addDays, startOfTokyoDay } from './day.ts';
import { holidayOn } from './holidays.ts';
import type { Day } from './meant-day.ts';
import { weekdayOf } from './weekday.ts';

export type RestDay = 'weekend' | 'holiday' | 'yearEnd';

/** Why offices and most services are closed on a day: 年末年始 (12/29–1/3), 国民の祝日, a weekend; null when they are open. */
export function restDay(on: Day): RestDay | null {
  const date = on.slice(5);
  if (date >= '12-29' || date <= '01-03') return 'yearEnd';
  if (holidayOn(on)) return 'holiday';
  return [0, 6].includes(weekdayOf(on)) ? 'weekend' : null;
}

/** Hour at which a working day goes home. */
const GOES_HOME = 17;

/** 17:00 of the last working day before a day: what a morning looks back to, past weekends, holidays and 年末年始. */
export function lastGoingHome(on: Day): string {
  let day = addDays(on, -1);
  while (restDay(day)) day = addDays(day, -1);
  return new Date(Date.parse(startOfTokyoDay(day)) + GOES_HOME * 3_600_000).toISOString();
}
