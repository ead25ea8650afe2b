import { addDays, startOfTokyoDay } from './day.ts';
import type { Day } from './meant-day.ts';

export type RestDay = 'weekend' | 'holiday' | 'yearEnd';

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay();

/** Why offices and most services are closed on a day: 年末年始 (12/29–1/3), 国民の祝日, a weekend; null when they are open. */
export function restDay(on: Day): RestDay | null {
  const date = on.slice(5);
  if (date >= '12-29' || date <= '01-03') return 'yearEnd';
  if (isHoliday(on)) return 'holiday';
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

/** 国民の祝日に関する法律 as it stands since 2022, with 振替休日 and the day between two holidays. */
function isHoliday(on: Day): boolean {
  if (isNamed(on)) return true;
  if (isNamed(addDays(on, -1)) && isNamed(addDays(on, 1))) return true;
  for (let before = addDays(on, -1); isNamed(before); before = addDays(before, -1))
    if (weekdayOf(before) === 0) return true;
  return false;
}

const fixed = ['01-01', '02-11', '02-23', '04-29', '05-03', '05-04', '05-05', '08-11', '11-03', '11-23'];
/** Month and which Monday of it: 成人の日, 海の日, 敬老の日, スポーツの日. */
const mondays: Readonly<Record<string, number>> = { '01': 2, '07': 3, '09': 3, '10': 2 };

function isNamed(on: Day): boolean {
  const [year = '', month = '', date = ''] = on.split('-');
  if (fixed.includes(`${month}-${date}`)) return true;
  if (weekdayOf(on) === 1 && mondays[month] === Math.ceil(Number(date) / 7)) return true;
  return Number(date) === equinox(Number(year), month);
}

/** Day of 春分 and 秋分; the usual approximation, which holds from 1980 to 2099. */
function equinox(year: number, month: string): number | null {
  const base = { '03': 20.8431, '09': 23.2488 }[month];
  const years = year - 1980;
  return base === undefined ? null : Math.floor(base + 0.242194 * years - Math.floor(years / 4));
}
