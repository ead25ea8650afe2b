import { addDays, type Day } from '@kaerimichi/discharge';
import type { Step } from './story.ts';

/** Writes a story down day after day: a pen that stands on a day and only moves on. */
export type Script = {
  /** The day on which it stands, or so many days from there. */
  day(offset?: number): Day;
  wait(days: number): void;
  /** Between two chapters: as long as this story's families and hospitals take their time. */
  linger(): void;
  /** Goes on to so many days before the day of seeding. */
  goTo(daysAgo: number): void;
  tell(by: string, type: string, body?: Step['body']): void;
  readonly steps: readonly Step[];
};

/**
 * A script that begins on a day.
 *
 * @throws Error when it is made to go back
 */
export function scriptFrom(begin: Day, today: Day, lingering: () => number = () => 0): Script {
  const steps: Step[] = [];
  let day = begin;
  const goOn = (to: Day) => {
    if (to < day) throw new Error(`demo: a story goes back from ${day} to ${to}`);
    day = to;
  };
  return {
    steps,
    day: (offset = 0) => addDays(day, offset),
    wait: days => goOn(addDays(day, days)),
    linger: () => goOn(addDays(day, lingering())),
    goTo: daysAgo => goOn(addDays(today, -daysAgo)),
    tell: (by, type, body = {}) => void steps.push({ on: day, by, type, body }),
  };
}
