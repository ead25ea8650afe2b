import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/**
 * 連携拠点コーディネーター: watches the whole board, chases replies, carries the transition to adult care. May lead a case:
 * then everything but what a nurse or doctor of the ward answers for (skills, medication, admissions, signatures, death).
 */
export const coordinator: Role = {
  id: 'coordinator',
  sees: {
    full: {
      contacts: 'write',
      clinical: 'read',
      skills: 'read',
      plan: 'write',
      family: 'write',
      money: 'write',
      images: 'read',
      disaster: 'write',
    },
    partner: {
      contacts: 'read',
      clinical: 'summary',
      skills: 'summary',
      plan: 'writeOwn',
      family: 'summary',
      disaster: 'write',
    },
  },
  sends: {
    full: [
      ...events.askingForWaivers,
      ...events.intake,
      ...events.family,
      ...events.planning,
      ...events.preparing.filter(type => type !== 'skill.assessed'),
      ...events.conference,
      ...events.sending,
      ...events.receiving,
      ...events.leaving.filter(type => type !== 'medication.transcribed'),
      ...events.visits.filter(type => type !== 'visit.signed'),
      ...events.atHome,
      ...events.adult,
      ...events.ending.filter(type => type !== 'child.died'),
      ...events.everyday,
      ...events.tasks,
      ...events.checklists,
      ...events.correcting,
      ...events.leading,
      'evaluation.requested',
      'evaluation.bedHeld',
      'evaluation.withdrawn',
    ],
    partner: [
      ...events.adult,
      ...events.everyday,
      ...events.tasks,
      ...events.correcting,
      ...events.beingOffered,
      'candidate.answered',
      'candidate.asked',
      'conference.planned',
      'checklist.itemSet',
      'actionItem.assigned',
      'actionItem.closed',
      'evaluation.requested',
      'followUp.evaluated',
      'grief.contacted',
      'grief.closed',
    ],
    numberOnly: [...events.beingOffered, 'candidate.answered'],
  },
  mayRegister: true,
  mayKeepResources: true,
  readsProof: true,
};
