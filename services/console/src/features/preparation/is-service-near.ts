import { quietHorizon } from '@kaerimichi/discharge';

/** From the day on which the card tells of a service it is told here too. */
export const isServiceNear = (on: string, today: string): boolean => on <= quietHorizon(today);
