import type { aftercareEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Endpoints = typeof aftercareEndpoints;

/** What comes after the way home: no first view of the console asks for it. */
export const aftercareRoutes = {
  aftercare: route<Endpoints['ofCase']>('GET', '/cases/:id/aftercare'),
  keepEvaluationBeds: route<Endpoints['keepBeds']>('PUT', '/evaluation-beds'),
};
