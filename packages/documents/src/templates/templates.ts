import { careManual } from './care-manual.ts';
import { careNotebook } from './care-notebook.ts';
import { carryCard } from './carry-card.ts';
import { conferenceMinutes } from './conference-minutes.ts';
import { dischargePlan } from './discharge-plan.ts';
import { evacuationPlan } from './evacuation-plan.ts';
import { homeNursingOrder } from './home-nursing-order.ts';
import { municipalityLetter } from './municipality-letter.ts';
import { nursingSummary } from './nursing-summary.ts';
import { referralLetter } from './referral-letter.ts';
import { respiratoryCareSheet } from './respiratory-care-sheet.ts';
import { schoolCare } from './school-care.ts';
import { schoolLetter } from './school-letter.ts';
import { skillCheck } from './skill-check.ts';
import { specialNursingOrder } from './special-nursing-order.ts';
import type { Template } from './template.ts';
import { thingsToDo } from './things-to-do.ts';
import { transitionSummary } from './transition-summary.ts';
import { trialStay } from './trial-stay.ts';

/** Every kind of document, in the order in which they are listed. */
export const templates: readonly Template[] = [
  dischargePlan,
  homeNursingOrder,
  specialNursingOrder,
  referralLetter,
  municipalityLetter,
  schoolLetter,
  nursingSummary,
  careManual,
  respiratoryCareSheet,
  skillCheck,
  trialStay,
  thingsToDo,
  carryCard,
  conferenceMinutes,
  schoolCare,
  evacuationPlan,
  careNotebook,
  transitionSummary,
];
