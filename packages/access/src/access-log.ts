import type { CaseFacts } from '@kaerimichi/discharge';
import { mayAdminister } from './commands.ts';
import type { CaseAccess, CaseAccessRow, Viewer } from './viewer.ts';

/** Whose looks at a case a viewer may read. */
export type LogSight = 'everybody' | 'ownPeople';

/**
 * Who looked at a case is read by the privacy officer of an organisation that sees it, in a role that sees cases: all of
 * it where it leads, else what its own people did, since whom else the family knows is not theirs to ask. null: not at
 * all. An administrator sees no case, and so nothing of one.
 */
export function logSightOf({ flags }: Pick<Viewer, 'flags'>, access: CaseAccess | null): LogSight | null {
  if (!access || !flags.includes('privacyOfficer')) return null;
  return access.class === 'full' ? 'everybody' : 'ownPeople';
}

/** Who signed in and out of an organisation is read by its privacy officers and administrators: it names no child. */
export const seesSignIns = (viewer: Pick<Viewer, 'role' | 'flags'>): boolean =>
  mayAdminister(viewer) || viewer.flags.includes('privacyOfficer');

type Parts = { readonly facts: CaseFacts; readonly access: readonly CaseAccessRow[] };

/** Organisations whose people are named, as in the history: those with a part in the case, now or before. */
export const namedInLog = ({ facts, access }: Parts): ReadonlySet<string> =>
  new Set([facts.lead, ...[...access, ...facts.team, ...facts.handoffs].flatMap(({ org }) => org ?? [])]);
