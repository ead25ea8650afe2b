import type { Role } from '../role.ts';

/** 保健師・市町村. */
export const publicHealthNurse: Role = {
  id: 'publicHealthNurse',
  sees: {
    contacts: 'read',
    clinical: 'summary',
    skills: 'summary',
    plan: 'own',
    family: 'summary',
    money: 'summary',
    disaster: 'read',
  },
  sends: { partner: ['candidate.answered', 'note.added'], numberOnly: ['candidate.answered'] },
};
