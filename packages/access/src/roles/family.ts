import type { Role } from '../role.ts';

/** 家族・本人: by an invitation per case, never by organisation. */
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
  sends: {},
};
