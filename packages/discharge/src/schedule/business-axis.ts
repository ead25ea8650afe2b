import { addDays, isBusinessDay } from '@kaerimichi/rules/calendar';
import type { Day } from '../vocabulary.ts';

/** Business days by number: 0 is today, or the next day on which offices are open; days before it are negative. */
export type BusinessAxis = {
  readonly dayAt: (index: number) => Day;
  /** Of the first business day on or after a day that is not before today. */
  readonly onOrAfter: (on: Day) => number;
  /** Of the last business day on or before a day. */
  readonly onOrBefore: (on: Day) => number;
};

function nextOpen(on: Day, step: 1 | -1): Day {
  let day = addDays(on, step);
  while (!isBusinessDay(day)) day = addDays(day, step);
  return day;
}

function makeAxis(today: Day): BusinessAxis {
  const first = isBusinessDay(today) ? today : nextOpen(today, 1);
  const ahead = [first];
  const back = [first];
  const dayAt = (index: number): Day => {
    const [days, step] = index < 0 ? ([back, -1] as const) : ([ahead, 1] as const);
    const wanted = Math.abs(index);
    while (days.length <= wanted) days.push(nextOpen(days.at(-1) ?? first, step));
    return days[wanted] ?? first;
  };
  const onOrAfter = (on: Day) => {
    let index = 0;
    while (dayAt(index) < on) index += 1;
    return index;
  };
  const onOrBefore = (on: Day) => {
    let index = on < first ? -1 : onOrAfter(on);
    while (dayAt(index) > on) index -= 1;
    return index;
  };
  return { dayAt, onOrAfter, onOrBefore };
}

// A question compares plans of one day, and a day of what-ifs asks of few days: its holidays are worked out once.
const MOST_AXES = 16;
const axes = new Map<Day, BusinessAxis>();

export function businessAxisOf(today: Day): BusinessAxis {
  const known = axes.get(today);
  if (known) return known;
  if (axes.size >= MOST_AXES) axes.clear();
  const axis = makeAxis(today);
  axes.set(today, axis);
  return axis;
}
