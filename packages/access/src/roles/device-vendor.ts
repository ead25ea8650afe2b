import type { Role } from '../role.ts';

/** 医療機器業者: name, address and the device. */
export const deviceVendor: Role = {
  id: 'deviceVendor',
  sees: { contacts: 'own', skills: 'own', plan: 'own', disaster: 'own' },
  sends: { partner: ['candidate.answered'], numberOnly: ['candidate.answered'] },
};
