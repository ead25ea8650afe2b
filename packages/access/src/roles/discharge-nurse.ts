import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 退院支援看護師: moves the case, builds handoffs, fixes conferences; elsewhere receives as any other hospital does. */
export const dischargeNurse: Role = {
  id: 'dischargeNurse',
  sees: {
    full: {
      contacts: 'write',
      clinical: 'write',
      skills: 'write',
      plan: 'write',
      family: 'write',
      money: 'write',
      images: 'write',
      disaster: 'write',
    },
    // A regional hospital that takes the child over or in: the row of an assigned station.
    partner: {
      contacts: 'read',
      clinical: 'read',
      skills: 'read',
      plan: 'writeOwn',
      family: 'summary',
      images: 'read',
      disaster: 'read',
    },
  },
  sends: {
    full: [
      ...events.askingForWaivers,
      ...events.intake,
      ...events.family,
      ...events.planning,
      ...events.preparing,
      ...events.conference,
      ...events.evaluation,
      ...events.sending,
      // What a recipient outside the network said on the telephone; the chart refuses it for all others.
      ...events.receiving,
      ...events.leaving,
      ...events.visits,
      ...events.atHome,
      ...events.adult,
      ...events.ending,
      ...events.everyday,
      ...events.measuring,
      ...events.accounting,
      ...events.attending,
      ...events.tasks,
      ...events.checklists,
      ...events.keepingDocuments,
      ...events.correcting,
      ...events.leading,
    ],
    partner: [
      ...events.receiving,
      ...events.attending,
      ...events.tasks,
      ...events.correcting,
      ...events.beingOffered,
      'candidate.answered',
      'readmission.begun',
      ...events.notes,
    ],
    numberOnly: [...events.beingOffered, 'candidate.answered'],
  },
  waives: true,
  mayRegister: true,
  mayImport: true,
  readsProof: true,
  mayCountHouse: true,
};
