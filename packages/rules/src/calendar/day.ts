import type { Words } from '../words.ts';
import type { Day } from './meant-day.ts';

const DAY_MS = 86_400_000;
const TOKYO_OFFSET_MS = 9 * 3_600_000; // Japan has had no daylight saving time since 1951.

/** A birth before this day is a slip. */
export const EARLIEST_BIRTH: Day = '1900-01-01';

/** The Asia/Tokyo day of an instant. */
export function tokyoDay(at: string): Day {
  return new Date(Date.parse(at) + TOKYO_OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of day in Japan, `HH:MM`. */
export function tokyoTime(at: string): string {
  return new Date(Date.parse(at) + TOKYO_OFFSET_MS).toISOString().slice(11, 16);
}

/** The instant at which a Tokyo day begins. */
export function startOfTokyoDay(on: Day): string {
  return new Date(Date.parse(`${on}T00:00:00.000Z`) - TOKYO_OFFSET_MS).toISOString();
}

export function addDays(on: Day, days: number): Day {
  // Every month has 28 days: within them there is no calendar to ask (deadlines ask for the day after, often).
  const date = Number(on.slice(8)) + days;
  if (date >= 10 && date <= 28) return on.slice(0, 8) + date;
  const there = new Date(startOf(on) + days * DAY_MS);
  const year = String(there.getUTCFullYear()).padStart(4, '0');
  // Written out by hand: toISOString takes three times as long, and each commit asks for a dozen days.
  return `${year}-${twoDigits(there.getUTCMonth() + 1)}-${twoDigits(there.getUTCDate())}`;
}

const twoDigits = (number: number) => (number < 10 ? `0${number}` : String(number));

/** The instant at which a day begins in UTC, in milliseconds; `Date.UTC` takes years below 100 for others. */
const startOf = (on: Day): number =>
  on < '0100'
    ? Date.parse(`${on}T00:00:00Z`)
    : Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)));

/** The same-numbered day `months` later, clamped to the month's end (2026-01-31 + 1 = 2026-02-28). */
export function addMonths(on: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = on.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
}

/** `2026年11月20日`, as a sentence says it. */
export function dayWords(on: Day): Words {
  const [year, month, date] = on.split('-').map(Number);
  return { ja: `${year}年${month}月${date}日`, en: on };
}

/** The first day of the Japanese fiscal year (年度, April to March) that a day lies in. */
export function fiscalYearFrom(on: Day): Day {
  const year = Number(on.slice(0, 4)) - (on.slice(5) < '04-01' ? 1 : 0);
  return `${String(year).padStart(4, '0')}-04-01`;
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((startOf(to) - startOf(from)) / DAY_MS);
}

/**
 * The day on which a legal age is reached: the day before the birthday
 * (年齢計算ニ関スル法律; born 02-29 reaches it on 02-28).
 */
export function legalAgeReachedOn(bornOn: Day, years: number): Day {
  const year = Number(bornOn.slice(0, 4)) + years;
  const date = Number(bornOn.slice(8));
  // The day before the first of a month is the only one that a calendar has to be asked for.
  if (date > 1) return `${String(year).padStart(4, '0')}${bornOn.slice(4, 8)}${String(date - 1).padStart(2, '0')}`;
  return addDays(`${String(year).padStart(4, '0')}${bornOn.slice(4)}`, -1);
}

/** Legal age in whole years on a day; null before birth. */
export function legalAge(bornOn: Day, on: Day): number | null {
  if (on < bornOn) return null;
  const guess = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4)) + 1;
  for (let years = guess; years > 0; years--) if (legalAgeReachedOn(bornOn, years) <= on) return years;
  return 0;
}

/** Age as parents say it: completed years and months since the birthday. */
export function ageOn(bornOn: Day, on: Day): { years: number; months: number } | null {
  if (on < bornOn) return null;
  const [by = 0, bm = 1, bd = 1] = bornOn.split('-').map(Number);
  const [y = 0, m = 1, d = 1] = on.split('-').map(Number);
  const months = (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}
