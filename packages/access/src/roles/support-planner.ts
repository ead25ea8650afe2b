import type { Role } from '../role.ts';

/** 相談支援専門員: plans the welfare services. */
export const supportPlanner: Role = {
  id: 'supportPlanner',
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
  sends: { partner: ['candidate.answered', 'note.added'], numberOnly: ['candidate.answered'] },
};
