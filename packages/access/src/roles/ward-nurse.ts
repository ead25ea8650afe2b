import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 病棟看護師: trains the family and records what happens on the ward. */
export const wardNurse: Role = {
  id: 'wardNurse',
  sees: {
    full: {
      contacts: 'read',
      clinical: 'write',
      skills: 'write',
      plan: 'writeOwn',
      family: 'read',
      images: 'write',
      disaster: 'read',
    },
    // The ward of a hospital that takes the child in for a while.
    partner: { contacts: 'read', clinical: 'read', skills: 'read', plan: 'writeOwn', images: 'read', disaster: 'read' },
  },
  sends: {
    full: [
      ...events.askingForWaivers,
      ...events.everyday,
      ...events.measuring,
      ...events.attending,
      ...events.tasks,
      ...events.correcting,
      ...events.keepingDocuments,
      'factors.recorded',
      'interview.held',
      'inHouseConference.held',
      'plan.explained',
      'plan.handedOver',
      'skill.assessed',
      'skill.selfRated',
      'drill.held',
      'device.tried',
      'checklist.itemsAdded',
      'checklist.itemSet',
      'medication.transcribed',
      'trialStay.returned',
      'trialStay.noted',
      'evaluation.visited',
      'evaluation.measured',
      'visit.planned',
      'visit.recorded',
      'visit.signed',
      'visit.versionChosen',
    ],
    partner: [...events.attending, ...events.tasks, ...events.correcting, ...events.notes],
  },
  waives: true,
  mayCountHouse: true,
};
