import type { Handoff } from './step.ts';

/** What somebody without an account says of a printed handoff: read, taken on, or call me. */
export const paperAnswers = ['paperRead', 'paperTaken', 'paperCallMe'] as const;
export type PaperAnswer = (typeof paperAnswers)[number];

/** On the public page, or by telephone to somebody who writes it down. */
export const paperWays = ['page', 'telephone'] as const;

type Sent = Pick<Handoff, 'org' | 'sentSeq' | 'sentVersion' | 'status'>;

/** Whether a printed version is the one that waits for an answer: of nobody in the network, sent, and not replaced since. */
export function isPaperCurrent(handoff: Sent | undefined, version: number): boolean {
  if (!handoff || handoff.org !== undefined || handoff.sentSeq === undefined) return false;
  return handoff.sentVersion === version && !['draft', 'declined', 'withdrawn'].includes(handoff.status);
}
