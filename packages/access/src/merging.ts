import { mayRefer, registers } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** Two cases that may be one child, as far as who may do what depends on it. */
export type MergeStanding = {
  readonly state: 'found' | 'proposed' | 'rejected' | 'merged';
  /** Leads of the two cases. */
  readonly leads: readonly [string, string];
  readonly proposed: { readonly person: string; readonly org: string } | null;
  /** Of a pair that was decided: whether they are two cases of which nobody has proposed anything since. */
  readonly isOpenAnew: boolean;
};
export type MergeAct = 'propose' | 'reject' | 'confirm';

/** Coordinators of a hub see the number of every case, and so that two of them may be one child. */
export const coordinatesMerges = ({ role, orgKind }: Viewer): boolean => role === 'coordinator' && orgKind === 'hub';

/** Whoever registers cases for the lead of one of them; only once a person has proposed it, nothing is told before. */
const leadsOne = (viewer: Viewer, { leads }: MergeStanding): boolean => registers(viewer) && leads.includes(viewer.org);

/**
 * Whether a look at a proposal, or a step of it, stands in the logs of the two cases: not before a person has proposed it,
 * since the leads, who read those logs, are told nothing until then.
 */
export const isToldToLeads = ({ proposed }: Pick<MergeStanding, 'proposed'>): boolean => proposed !== null;

/** Whether a viewer is told of a proposal at all. */
export const seesMerge = (viewer: Viewer, merge: MergeStanding): boolean =>
  coordinatesMerges(viewer) || (isToldToLeads(merge) && leadsOne(viewer, merge));

/** Whether a viewer may have proposals at all. */
export const readsMerges = (viewer: Viewer): boolean => registers(viewer) && mayRefer(viewer);

/**
 * What a viewer may do about a proposal. Merging takes two people, and both leads: whoever proposed it does not confirm
 * it, and what one lead proposed the other confirms. A coordinator points to two cases of two leads; one of them takes
 * that up by proposing it itself. What was decided stands, and may be proposed anew: two children that turn out to be
 * one, or a case that was reopened after it had been merged.
 */
export function mergeActs(viewer: Viewer, merge: MergeStanding): MergeAct[] {
  const { state, proposed, leads } = merge;
  if (!seesMerge(viewer, merge)) return [];
  if (state === 'rejected' || state === 'merged') return merge.isOpenAnew ? ['propose'] : [];
  if (state === 'found' || !proposed) return ['propose', 'reject'];
  if (!leadsOne(viewer, merge) || viewer.person === proposed.person) return ['reject'];
  const isOneLeads = leads[0] === leads[1];
  if (!leads.includes(proposed.org) && !isOneLeads) return ['propose', 'reject'];
  return isOneLeads || viewer.org !== proposed.org ? ['confirm', 'reject'] : ['reject'];
}
