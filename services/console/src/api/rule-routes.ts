import type { ruleSetEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Rules = typeof ruleSetEndpoints;

/** Endpoints of rule sets: no first view of the console calls any. */
export const ruleRoutes = {
  ruleSets: route<Rules['list']>('GET', '/rule-sets'),
  saveRules: route<Rules['saveDraft']>('PUT', '/rule-sets/draft'),
  previewRules: route<Rules['preview']>('POST', '/rule-sets/preview'),
  publishRules: route<Rules['publish']>('POST', '/rule-sets/versions'),
};
