import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 病棟看護師: trains the family and records what happens on the ward. */
export const wardNurse: Role = {
  id: 'wardNurse',
  sees: {
    contacts: 'read',
    clinical: 'write',
    skills: 'write',
    plan: 'own',
    family: 'read',
    images: 'write',
    disaster: 'read',
  },
  sends: {
    full: [
      'factors.recorded',
      'interview.held',
      'inHouseConference.held',
      'plan.explained',
      'plan.handedOver',
      'skill.assessed',
      'medication.transcribed',
      'trialStay.returned',
      'visit.recorded',
      'visit.signed',
      'requirement.waived',
      ...events.everyday,
    ],
  },
};
