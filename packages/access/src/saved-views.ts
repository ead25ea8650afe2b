import type { RoleId } from '@kaerimichi/discharge';
import { mayAdminister, seesBoard } from './commands.ts';
import type { Viewer } from './viewer.ts';

/** `team`: everybody in one role of the organisation. */
export type ViewScope = 'personal' | 'team' | 'organisation';

/** Whose a saved view is: the membership that made it, in its organisation and the role that it had then. */
export type ViewStanding = {
  readonly scope: ViewScope;
  readonly org: string;
  readonly role: RoleId;
  readonly membership: string;
};

/** Whoever sets the board of an organisation up for the others: its administrators, and who makes exceptions (head nurses). */
const setsUp = (viewer: Viewer): boolean => mayAdminister(viewer) || viewer.flags.includes('mayWaive');

/** Scopes in which a viewer saves views; none without a board. */
export function scopesToSave(viewer: Viewer): readonly ViewScope[] {
  if (!seesBoard(viewer)) return [];
  return setsUp(viewer) ? ['personal', 'team', 'organisation'] : ['personal', 'team'];
}

/** Whether a viewer is told of a view at all: one's own, one's role's, one's organisation's. */
export function readsView(viewer: Viewer, view: ViewStanding): boolean {
  if (!seesBoard(viewer) || view.org !== viewer.org) return false;
  if (view.scope === 'personal') return view.membership === viewer.membership;
  return view.scope === 'organisation' || view.role === viewer.role;
}

/**
 * Whether a viewer overwrites or removes a view: whoever made it, and of what others use, too, whoever sets the board up.
 * A view of the organisation stays with the latter: who no longer sets up has no say in what all open.
 */
export function changesView(viewer: Viewer, view: ViewStanding): boolean {
  if (!readsView(viewer, view)) return false;
  if (view.scope === 'organisation') return setsUp(viewer);
  return view.membership === viewer.membership || (view.scope === 'team' && setsUp(viewer));
}
