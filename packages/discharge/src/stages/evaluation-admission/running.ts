import type { CaseFacts } from '../../facts.ts';

/** The evaluation admission under way, if any. */
export const runningEvaluation = (facts: CaseFacts) =>
  facts.evaluations.find(({ status }) => status === 'admitted' || status === 'evaluated');
