import type { dutyEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Duty = typeof dutyEndpoints;

/** Endpoints of duty rosters: no first view of the console calls any. */
export const dutyRoutes = {
  duty: route<Duty['get']>('GET', '/duty'),
  saveDuty: route<Duty['save']>('PUT', '/duty'),
  dutyOfCase: route<Duty['ofCase']>('GET', '/cases/:id/duty'),
};
