import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 退院支援看護師: moves the case, builds handoffs, fixes conferences. */
export const dischargeNurse: Role = {
  id: 'dischargeNurse',
  sees: {
    contacts: 'write',
    clinical: 'write',
    skills: 'write',
    plan: 'write',
    family: 'write',
    money: 'write',
    images: 'write',
    disaster: 'write',
  },
  sends: {
    full: [
      ...events.intake,
      ...events.family,
      ...events.planning,
      ...events.preparing,
      ...events.conference,
      ...events.evaluation,
      ...events.sending,
      ...events.receiving,
      ...events.leaving,
      ...events.visits,
      ...events.atHome,
      ...events.adult,
      ...events.ending,
      ...events.everyday,
      ...events.leading,
    ],
    partner: ['note.added', 'lead.accepted'],
    numberOnly: ['lead.accepted'],
  },
  mayRegister: true,
  mayImport: true,
};
