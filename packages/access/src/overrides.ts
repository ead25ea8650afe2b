import { categoryRights, readsWhole } from './case-access.ts';
import { mayAdminister } from './commands.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/** The override register stands beside the rule set: whoever writes the rules is told how often they were passed over. */
export const readsOverrides = mayAdminister;

/**
 * Whether an exception of a case is told line by line: to whoever reads the plan of that case whole. Whoever administers
 * without seeing children is told how many there are of which condition, and no case, no word of why.
 */
export const readsOverridesOf = (viewer: Viewer, access: CaseAccess | null): boolean =>
  access !== null && readsWhole(categoryRights(viewer, access), 'plan');
