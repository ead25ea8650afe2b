import type { CaseFacts } from '@kaerimichi/discharge';
import { actsAs } from './acts-as.ts';
import { accessOf } from './case-access.ts';
import { maySend } from './commands.ts';
import type { CaseWithAccess, Viewer } from './viewer.ts';

type Written = CaseWithAccess & { readonly facts: CaseFacts };

/** Whether a viewer may send events of a type to a case as it is now: nothing to one that is closed. */
export function mayWrite(viewer: Viewer, written: Written, type: string): boolean {
  const access = accessOf(written, viewer);
  return access !== null && !written.facts.closing && maySend(viewer, actsAs(access, written.facts, viewer), type);
}

/** Whether a viewer says of a check that it is done: the lead of every one, anybody else of those that are their own. */
export const maySetCheck = (
  viewer: Viewer,
  written: Written,
  { owner }: { readonly owner?: string | undefined },
): boolean =>
  mayWrite(viewer, written, 'checklist.itemSet') && (viewer.org === written.facts.lead || owner === viewer.membership);
