import type { visitEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Visits = typeof visitEndpoints;

/** Endpoints of visits: no first view of the console calls any. */
export const visitRoutes = {
  visits: route<Visits['list']>('GET', '/visits'),
  card: route<Visits['card']>('GET', '/cases/:id/card'),
};
