import type { CaseFacts } from './facts.ts';
import type { Day } from './vocabulary.ts';

/** Stages into which a case is taken over whose child was home already. */
const atHome: readonly string[] = ['discharged', 'firstVisit', 'followUp', 'stableAtHome'];

/** Since when a child is home: its discharge of this round, or what was said when the case was taken over; null: it is not. */
export function homeSince({ discharged, adopted, round }: CaseFacts): Day | null {
  if (discharged?.round === round) return discharged.day;
  return adopted?.round === round && atHome.includes(adopted.stage) ? adopted.since : null;
}
