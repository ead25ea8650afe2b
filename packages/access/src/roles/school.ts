import type { Role } from '../role.ts';

/** 学校・園: its own pupil and the school sheet only. */
export const school: Role = {
  id: 'school',
  sees: { partner: { contacts: 'own', clinical: 'own', skills: 'own', plan: 'own', disaster: 'summary' } },
  sends: { partner: ['candidate.answered'], numberOnly: ['candidate.answered'] },
};
