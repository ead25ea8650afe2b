import { addDays, type Day } from '@kaerimichi/discharge';

/** A dated thing shows this many days ahead of its day. */
export const TASK_DAYS_AHEAD = 7;

type Dated = { readonly dueOn?: Day | null | undefined; readonly since?: Day | null | undefined };

/** What is overdue first, then what is due within days, by day; then what has waited longest. */
export const byUrgency =
  (on: Day) =>
  (a: Dated, b: Dated): number => {
    const [dueA, dueB] = [a, b].map(({ dueOn }) => (dueOn && dueOn <= addDays(on, TASK_DAYS_AHEAD) ? dueOn : LATER));
    return (
      compare(dueA, dueB) || compare(a.since ?? LATER, b.since ?? LATER) || compare(a.dueOn ?? LATER, b.dueOn ?? LATER)
    );
  };

/** After every day. */
const LATER = '9999-12-31';
const compare = (a = LATER, b = LATER): number => (a < b ? -1 : a > b ? 1 : 0);
