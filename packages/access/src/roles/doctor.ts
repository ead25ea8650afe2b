import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 病院医師・在宅医: orders, permits, judges and signs. */
export const doctor: Role = {
  id: 'doctor',
  sees: {
    contacts: 'read',
    clinical: 'write',
    skills: 'read',
    plan: 'own',
    family: 'read',
    images: 'read',
    disaster: 'read',
  },
  sends: {
    full: [
      ...events.intake,
      ...events.doctorOnly,
      ...events.evaluation,
      ...events.atHome,
      ...events.everyday,
      ...events.leading,
      'interview.held',
      'wish.recorded',
      'minutes.drafted',
      'medication.transcribed',
      'child.died',
      'grief.contacted',
    ],
    partner: [
      ...events.receiving,
      'candidate.answered',
      'note.added',
      'order.issued',
      'followUp.evaluated',
      'readmission.begun',
      'entry.corrected',
      'lead.accepted',
    ],
    numberOnly: ['candidate.answered', 'lead.accepted'],
  },
  mayRegister: true,
  mayImport: true,
};
