import { type Category, type Grantable, grantable } from '@kaerimichi/discharge';
import { categoryRights, type Rights, readsWhole } from './case-access.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/** Whoever sees a category whole may add files that show something of it; a guardian and a number-only house add none. */
export function attachableTo(viewer: Viewer, access: CaseAccess): Grantable[] {
  const rights = isTakingPart(viewer, access) ? categoryRights(viewer, access) : {};
  return grantable.options.filter(category => readsWhole(rights, category));
}

const isTakingPart = ({ guardian }: Viewer, access: CaseAccess): boolean =>
  !guardian && (access.class === 'full' || access.class === 'partner');

/** Whether a file of a category is seen: by whoever reads that category whole. */
export const seesFile = (rights: Rights, shows: Category): boolean => readsWhole(rights, shows);

/** A file is removed by whoever leads the case, or by a colleague of whoever added it. */
export const mayRemoveFile = (viewer: Viewer, access: CaseAccess, addedBy: { readonly org: string }): boolean =>
  isTakingPart(viewer, access) && (access.class === 'full' || addedBy.org === viewer.org);
