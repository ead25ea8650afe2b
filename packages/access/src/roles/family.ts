import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 家族・本人: by an invitation per case, never by organisation; sends what `maySendThis` lets a guardian decide. */
export const family: Role = {
  id: 'family',
  sees: {
    invited: {
      contacts: 'read',
      clinical: 'summary',
      skills: 'own',
      plan: 'own',
      family: 'own',
      money: 'own',
      images: 'own',
      disaster: 'read',
    },
  },
  sends: { invited: [...events.ofGuardian] },
};
