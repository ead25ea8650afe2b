import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 訪問看護師: receives, visits, asks and answers. */
export const visitingNurse: Role = {
  id: 'visitingNurse',
  sees: {
    partner: {
      contacts: 'read',
      clinical: 'read',
      skills: 'read',
      plan: 'writeOwn',
      family: 'summary',
      images: 'read',
      disaster: 'write',
    },
  },
  sends: {
    partner: [
      ...events.receiving,
      ...events.attending,
      ...events.tasks,
      ...events.correcting,
      ...events.everyday,
      ...events.measuring,
      'candidate.answered',
      'contacts.recorded',
      'visit.planned',
      'visit.recorded',
      'visit.signed',
      'visit.versionChosen',
      'difference.resolved',
      'firstVisit.begun',
      'firstVisit.closed',
      'firstVisit.refused',
      'followUp.evaluated',
      'followUp.familyAnswered',
      'evaluation.measured',
      'readiness.answered',
      'readmission.begun',
      'actionItem.closed',
      'checklist.itemSet',
    ],
    numberOnly: ['candidate.answered'],
  },
};
