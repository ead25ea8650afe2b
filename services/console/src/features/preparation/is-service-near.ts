import { daysBetween } from '@kaerimichi/discharge';

/** So many days ahead the card tells of a service; then it is told here too. */
const DAYS_AHEAD = 30;

export const isServiceNear = (on: string, today: string): boolean => daysBetween(today, on) <= DAYS_AHEAD;
