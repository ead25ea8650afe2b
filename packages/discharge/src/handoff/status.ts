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
  | 'handoff.withdrawn';

const whileOpen = {
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
  sent: { ...whileOpen, 'handoff.sectionConfirmed': 'opened' },
  opened: { ...whileOpen, 'handoff.opened': null },
  questioned: {
    'handoff.composed': null,
    'handoff.sent': 'sent',
    'handoff.opened': null,
    'handoff.sectionConfirmed': null,
    'handoff.asked': null,
    'handoff.answered': 'answered',
    'handoff.declined': 'declined',
    'handoff.withdrawn': 'withdrawn',
  },
  answered: { ...whileOpen, 'handoff.opened': null },
  accepted: {
    'handoff.composed': null,
    'handoff.sent': 'sent',
    'handoff.opened': null,
    'handoff.sectionConfirmed': null,
    'handoff.asked': 'questioned',
    'handoff.answered': null,
    'handoff.withdrawn': 'withdrawn',
  },
  acceptedWithConditions: {
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
  closed: { 'handoff.composed': null, 'handoff.sent': 'sent', 'handoff.answered': null },
};

/** Does a handoff in this state take this step? */
export const handoffAccepts = (status: HandoffStatus, step: HandoffStep): boolean => step in handoffChart[status];
