import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 保健師・市町村: prepares the town for the child. */
export const publicHealthNurse: Role = {
  id: 'publicHealthNurse',
  sees: {
    partner: {
      contacts: 'read',
      clinical: 'summary',
      skills: 'summary',
      plan: 'writeOwn',
      family: 'summary',
      money: 'summary',
      disaster: 'read',
    },
  },
  sends: { partner: ['candidate.answered', ...events.attending, ...events.notes], numberOnly: ['candidate.answered'] },
};
