import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 連携拠点コーディネーター: watches the whole board, chases replies, carries the transition to adult care; may lead. */
export const coordinator: Role = {
  id: 'coordinator',
  sees: { contacts: 'read', clinical: 'summary', skills: 'summary', plan: 'own', family: 'summary', disaster: 'write' },
  sends: {
    full: [
      ...events.intake,
      ...events.family,
      ...events.planning,
      ...events.preparing,
      ...events.conference,
      ...events.sending,
      ...events.receiving,
      ...events.leaving,
      ...events.visits,
      ...events.atHome,
      ...events.adult,
      ...events.ending,
      ...events.everyday,
      ...events.leading,
      'evaluation.requested',
      'evaluation.withdrawn',
    ],
    partner: [
      ...events.adult,
      ...events.everyday,
      'candidate.asked',
      'conference.planned',
      'actionItem.assigned',
      'actionItem.closed',
      'evaluation.requested',
      'followUp.evaluated',
      'grief.contacted',
      'grief.closed',
      'lead.accepted',
    ],
    numberOnly: ['lead.accepted'],
  },
  mayRegister: true,
};
