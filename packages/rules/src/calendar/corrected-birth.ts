import { addDays } from './day.ts';
import type { Day } from './meant-day.ts';

const FULL_TERM_WEEKS = 40;
const PRETERM_BELOW_WEEKS = 37;

/** The day from which 修正月齢 of a preterm child is counted: 40 weeks; null for one born at 37 weeks or later. */
export const correctedBirth = (bornOn: Day, gestationWeeks: number): Day | null =>
  gestationWeeks < PRETERM_BELOW_WEEKS ? addDays(bornOn, (FULL_TERM_WEEKS - gestationWeeks) * 7) : null;
