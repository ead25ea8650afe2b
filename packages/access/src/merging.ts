import { mayRefer, registers } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** Two cases that may be one child, as far as who may do what depends on it. */
export type MergeStanding = {
  readonly state: 'found' | 'proposed' | 'rejected' | 'merged';
  /** Leads of the two cases. */
  readonly leads: readonly [string, string];
  readonly proposed: { readonly person: string; readonly org: string } | null;
  /** Lead of the case that is to end. */
  readonly absorbedLead: string | null;
};
export type MergeAct = 'propose' | 'reject' | 'confirm';

/** Coordinators of a hub see the number of every case, and so that two of them may be one child. */
export const coordinatesMerges = ({ role, orgKind }: Viewer): boolean => role === 'coordinator' && orgKind === 'hub';

/** Whoever registers cases for the lead of one of them; only once a person has proposed it, nothing is told before. */
const leadsOne = (viewer: Viewer, { leads }: MergeStanding): boolean => registers(viewer) && leads.includes(viewer.org);

/** Whether a viewer is told of a proposal at all. */
export const seesMerge = (viewer: Viewer, merge: MergeStanding): boolean =>
  coordinatesMerges(viewer) || (merge.proposed !== null && leadsOne(viewer, merge));

/** Whether a viewer may have proposals at all. */
export const readsMerges = (viewer: Viewer): boolean => registers(viewer) && mayRefer(viewer);

/**
 * What a viewer may do about a proposal. Merging takes two people: whoever proposed it does not confirm it. The second
 * acts for the other case's lead; where somebody who leads neither proposed it, for the lead of the case that ends.
 */
export function mergeActs(viewer: Viewer, merge: MergeStanding): MergeAct[] {
  const { state, proposed } = merge;
  if (!seesMerge(viewer, merge) || state === 'rejected' || state === 'merged') return [];
  if (state === 'found') return ['propose', 'reject'];
  return proposed && mayConfirm(viewer, merge, proposed) ? ['confirm', 'reject'] : ['reject'];
}

function mayConfirm(viewer: Viewer, merge: MergeStanding, proposed: { person: string; org: string }): boolean {
  if (viewer.person === proposed.person || !leadsOne(viewer, merge)) return false;
  const [one, other] = merge.leads;
  const second = proposed.org === one ? other : proposed.org === other ? one : merge.absorbedLead;
  return viewer.org === second;
}
