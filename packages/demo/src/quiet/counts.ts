import * as home from './at-home-courses.ts';
import type { Course } from './course.ts';
import * as ending from './endings.ts';
import * as ward from './in-hospital-courses.ts';

const times = (count: number, course: Course): Course[] => Array.from({ length: count }, () => course);

/** Open cases of the children's hospital beside the ten that have stories of their own: its board shows 38. */
export const ofKodomo: readonly Course[] = [
  ...times(2, ward.intake),
  ...times(1, ward.beforeInterview),
  ...times(2, ward.beingPlanned),
  ...times(2, ward.asking),
  ...times(2, ward.learning),
  ...times(1, ward.prepared),
  ...times(2, ward.awayFromWard),
  ...times(2, ward.convened),
  ...times(1, ward.conferred),
  ...times(2, ward.handedOver),
  ...times(1, ward.accepted),
  ...times(1, ward.atTheDoor),
  ...times(1, home.justHome),
  ...times(1, home.beingVisited),
  ...times(1, home.firstWeeks),
  ...times(1, home.halfYear),
  ...times(1, home.stable),
  ...times(1, home.readmitted),
  ...times(1, home.evaluated),
  ...times(2, home.growingUp),
];

/** Closed ones, the children's hospital's. */
export const endedAtKodomo: readonly Course[] = [
  ...times(18, ending.completed),
  ...times(3, ending.grownUp),
  ...times(4, ending.notNeeded),
  ...times(2, ending.withdrawn),
  ...times(2, ending.toHospital),
  ...times(2, ending.toFacility),
  ...times(2, ending.movedAway),
  ...times(1, ending.died),
];

/** Of each of the five other hospitals: eighteen open cases and ten closed ones. */
export const ofHospital: readonly Course[] = [
  ...times(2, ward.intake),
  ...times(2, ward.beforeInterview),
  ...times(2, ward.beingPlanned),
  ...times(1, ward.asking),
  ...times(2, ward.learning),
  ...times(1, ward.prepared),
  ...times(1, ward.awayFromWard),
  ...times(1, ward.convened),
  ...times(1, ward.conferred),
  ...times(1, ward.handedOver),
  ...times(1, home.beingVisited),
  ...times(1, home.firstMonths),
  ...times(2, home.stable),
  ...times(6, ending.completed),
  ...times(1, ending.notNeeded),
  ...times(1, ending.withdrawn),
  ...times(1, ending.toFacility),
  ...times(1, ending.movedAway),
];
