import type { overrideEndpoints, ruleSetEndpoints } from '@kaerimichi/contracts';
import { route } from './route.ts';

type Rules = typeof ruleSetEndpoints;
type Overrides = typeof overrideEndpoints;

/** Endpoints of rule sets: no first view of the console calls any. */
export const ruleRoutes = {
  ruleSets: route<Rules['list']>('GET', '/rule-sets'),
  saveRules: route<Rules['saveDraft']>('PUT', '/rule-sets/draft'),
  previewRules: route<Rules['preview']>('POST', '/rule-sets/preview'),
  publishRules: route<Rules['publish']>('POST', '/rule-sets/versions'),
  overrides: route<Overrides['list']>('GET', '/rule-sets/overrides'),
  keepRule: route<Overrides['keep']>('POST', '/rule-sets/overrides/kept'),
};
