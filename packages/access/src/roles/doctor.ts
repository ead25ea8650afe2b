import * as events from '../event-groups.ts';
import type { Role } from '../role.ts';

/** 病院医師・在宅医: orders, permits, judges and signs; the home doctor orders home nursing and sees the child at home. */
export const doctor: Role = {
  id: 'doctor',
  sees: {
    full: {
      contacts: 'read',
      clinical: 'write',
      skills: 'read',
      plan: 'writeOwn',
      family: 'read',
      images: 'read',
      disaster: 'read',
    },
    partner: {
      contacts: 'read',
      clinical: 'write',
      skills: 'read',
      plan: 'writeOwn',
      family: 'summary',
      images: 'read',
      disaster: 'read',
    },
  },
  sends: {
    full: [
      ...events.intake,
      ...events.doctorOnly,
      ...events.evaluation,
      ...events.atHome,
      ...events.everyday,
      ...events.tasks,
      ...events.correcting,
      ...events.leading,
      'interview.held',
      'wish.recorded',
      'minutes.drafted',
      'medication.transcribed',
      'adult.visitHeld',
      'adult.reasonSigned',
      'child.died',
      'grief.contacted',
    ],
    // Discharge, stays and minutes are the hospital doctor's; an order for the station may come from either.
    partner: [
      ...events.receiving,
      ...events.tasks,
      ...events.correcting,
      ...events.beingOffered,
      'candidate.answered',
      'order.issued',
      'evaluation.requested',
      'followUp.evaluated',
      'readmission.begun',
      'readmission.reviewed',
      'child.died',
      'grief.contacted',
      'hold.added',
      'hold.removed',
      'note.added',
    ],
    numberOnly: [...events.beingOffered, 'candidate.answered'],
  },
  waives: true,
  mayRegister: true,
  mayImport: true,
};
