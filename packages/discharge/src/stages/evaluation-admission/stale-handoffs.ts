import type { CaseFacts } from '../../facts.ts';
import { ofThisRound } from '../../requirement.ts';
import { runningEvaluation } from './running.ts';

/** Handoffs of this round that went out and hold. */
export const currentHandoffs = (facts: CaseFacts): CaseFacts['handoffs'] =>
  ofThisRound(facts, facts.handoffs).filter(({ status }) => !['draft', 'declined', 'withdrawn'].includes(status));

/** Handoffs that say what the result of the evaluation under way changes, and were not sent again since. */
export function staleHandoffs(facts: CaseFacts): CaseFacts['handoffs'] {
  const { resultSeq, changesCare, touches } = runningEvaluation(facts) ?? {};
  if (resultSeq === undefined || !changesCare) return [];
  return currentHandoffs(facts).filter(
    ({ sentSeq = 0, unwritten = [] }) =>
      sentSeq < resultSeq && (!touches || touches.some(section => !unwritten.includes(section))),
  );
}
