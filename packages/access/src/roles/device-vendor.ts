import type { Role } from '../role.ts';

/** 医療機器業者: name and address, the device, its power. */
export const deviceVendor: Role = {
  id: 'deviceVendor',
  sees: { partner: { contacts: 'own', skills: 'own', plan: 'own', disaster: 'own' } },
  sends: { partner: ['candidate.answered'], numberOnly: ['candidate.answered'] },
};
