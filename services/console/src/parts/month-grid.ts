import { addDays, addMonths } from '@kaerimichi/discharge';

/** Weeks of the month of a day, Sunday first; days of the neighbouring months fill the first and last week. */
export function monthGrid(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  const start = addDays(first, -new Date(`${first}T00:00:00Z`).getUTCDay());
  const weeks: string[][] = [];
  for (let week = start; week.slice(0, 7) <= day.slice(0, 7); week = addDays(week, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map(at => addDays(week, at)));
  return weeks;
}

/** The day a key moves to in a calendar; null for other keys. */
export function calendarStep(day: string, key: string): string | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const steps: Readonly<Record<string, () => string>> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -7),
    ArrowDown: () => addDays(day, 7),
    Home: () => addDays(day, -weekday),
    End: () => addDays(day, 6 - weekday),
    PageUp: () => addMonths(day, -1),
    PageDown: () => addMonths(day, 1),
  };
  return steps[key]?.() ?? null;
}
