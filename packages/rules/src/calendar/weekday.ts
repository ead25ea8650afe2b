import type { Day } from './meant-day.ts';

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (on: Day): number => new Date(`${on}T00:00:00Z`).getUTCDay();
