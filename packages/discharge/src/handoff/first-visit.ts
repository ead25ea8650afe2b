import type { CaseFacts } from '../facts.ts';
import { isEarlierStage } from '../stage-order.ts';

/** Id of the first visit that an acceptance proposes; an id has forty characters at most. */
export const visitIdOf = (handoffId: string): string => `first-${handoffId.slice(-34)}`;

type Acceptance = {
  /** Role of whoever accepts, and the stage in which the case stands. */
  readonly role: string;
  readonly stage: string;
  readonly handoffId: string;
  readonly visits: readonly { readonly id: string }[];
};

/**
 * Whether whoever accepts a handoff has to say when the first visit is (experience.md §5.11): who takes over the nursing
 * at home of a child that is still to come home. Said for an earlier version, it is not asked again.
 */
export const asksFirstVisit = ({ role, stage, handoffId, visits }: Acceptance): boolean =>
  role === 'visitingNurse' &&
  isEarlierStage(stage, 'discharged') &&
  !visits.some(({ id }) => id === visitIdOf(handoffId));

/** Facts without the first visit that a handoff which came to an end had proposed, unless that visit has begun. */
export function withoutProposedVisit(facts: CaseFacts, handoffId: string): CaseFacts {
  const id = visitIdOf(handoffId);
  const isToCome = ({ recordedBy }: CaseFacts['visits'][number]) =>
    recordedBy.length === 0 && facts.entry.stage !== 'firstVisit';
  return { ...facts, visits: facts.visits.filter(visit => visit.id !== id || !isToCome(visit)) };
}
