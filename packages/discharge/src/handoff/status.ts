import type { Fit } from '../about.ts';
import type { CaseFacts } from '../facts.ts';

export type HandoffStatus = CaseFacts['handoffs'][number]['status'];
export type HandoffStep =
  | 'handoff.composed'
  | 'handoff.sent'
  | 'handoff.opened'
  | 'handoff.sectionConfirmed'
  | 'handoff.asked'
  | 'handoff.answered'
  | 'handoff.accepted'
  | 'handoff.declined'
  | 'handoff.withdrawn'
  | 'handoff.taughtBack'
  | 'handoff.talkedOver'
  | 'handoff.reviewed'
  | 'handoff.reviewAnswered';

/** What is said back and talked over changes nothing of where the handoff stands, and may follow the decision. */
const talking = {
  'handoff.taughtBack': null,
  'handoff.talkedOver': null,
  'handoff.reviewAnswered': null,
} as const;

const whileOpen = {
  ...talking,
  'handoff.composed': null,
  'handoff.sent': 'sent',
  'handoff.opened': 'opened',
  'handoff.sectionConfirmed': null,
  'handoff.asked': 'questioned',
  'handoff.answered': null,
  'handoff.accepted': 'accepted',
  'handoff.declined': 'declined',
  'handoff.withdrawn': 'withdrawn',
} as const;

/**
 * 引き継ぎの状態: one loop per recipient (pathway.md), drawn as data so that the browser needs no XState for it.
 * A target of null stays; `sent` again is a new version, which re-confirms only what changed.
 */
export const handoffChart: Record<HandoffStatus, Partial<Record<HandoffStep, HandoffStatus | null>>> = {
  draft: { 'handoff.composed': null, 'handoff.sent': 'sent', 'handoff.withdrawn': 'withdrawn' },
  sent: { ...whileOpen, 'handoff.sectionConfirmed': 'opened', 'handoff.taughtBack': 'opened' },
  opened: { ...whileOpen, 'handoff.opened': null },
  questioned: {
    ...talking,
    'handoff.composed': null,
    // A new version answers no question by itself: it stays the lead's turn until what was asked is answered.
    'handoff.sent': null,
    'handoff.opened': null,
    'handoff.sectionConfirmed': null,
    'handoff.asked': null,
    'handoff.answered': 'answered',
    'handoff.declined': 'declined',
    'handoff.withdrawn': 'withdrawn',
  },
  answered: { ...whileOpen, 'handoff.opened': null },
  accepted: {
    ...talking,
    'handoff.composed': null,
    'handoff.sent': 'sent',
    'handoff.opened': null,
    'handoff.sectionConfirmed': null,
    'handoff.asked': 'questioned',
    'handoff.answered': null,
    'handoff.withdrawn': 'withdrawn',
  },
  acceptedWithConditions: {
    ...talking,
    'handoff.composed': null,
    'handoff.sent': 'sent',
    'handoff.opened': null,
    'handoff.sectionConfirmed': null,
    'handoff.asked': 'questioned',
    'handoff.answered': null,
    'handoff.withdrawn': 'withdrawn',
  },
  declined: {},
  withdrawn: {},
  // An evaluation admission may change what was handed over long ago: it is then issued again.
  closed: {
    ...talking,
    'handoff.composed': null,
    'handoff.sent': 'sent',
    'handoff.answered': null,
    'handoff.reviewed': null,
  },
};

/** Does a handoff in this state take this step? */
export const handoffAccepts = (status: HandoffStatus, step: HandoffStep): boolean => step in handoffChart[status];

/** Fields of a step's form that name the handoff, or a question within it. */
const naming: readonly string[] = ['handoffId', 'questionId'];

/** In which statuses a form offers a handoff for a step; undefined: the field names none. */
export function fitsOfStep(field: string, type: string): readonly Fit[] | undefined {
  const statuses = Object.entries(handoffChart).flatMap(([status, steps]) => (type in steps ? [status] : []));
  return naming.includes(field) && statuses.length > 0 ? [{ field: 'status', is: statuses }] : undefined;
}
