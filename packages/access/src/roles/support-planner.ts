import type { Role } from '../role.ts';

/** 相談支援専門員. */
export const supportPlanner: Role = {
  id: 'supportPlanner',
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
