import type { reportEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Reports = typeof reportEndpoints;

/** What a house counts of itself: no first view of the console asks for it. */
export const houseRoutes = {
  house: route<Reports['house']>('GET', '/reports/house'),
  keepBeds: route<Reports['keepBeds']>('PUT', '/reports/house/beds'),
  keepStandards: route<Reports['keepStandards']>('PUT', '/reports/house/standards'),
};
