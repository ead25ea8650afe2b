import { carryCard } from './carry-card.ts';
import { conferenceMinutes } from './conference-minutes.ts';
import { dischargePlan } from './discharge-plan.ts';
import { homeNursingOrder } from './home-nursing-order.ts';
import { nursingSummary } from './nursing-summary.ts';
import { skillCheck } from './skill-check.ts';
import type { Template } from './template.ts';
import { thingsToDo } from './things-to-do.ts';

/** Every kind of document, in the order in which they are listed. */
export const templates: readonly Template[] = [
  dischargePlan,
  homeNursingOrder,
  nursingSummary,
  thingsToDo,
  carryCard,
  conferenceMinutes,
  skillCheck,
];
