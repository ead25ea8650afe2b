import type { CaseFacts } from '@kaerimichi/discharge';
import type { CaseAccess, Viewer, VisibilityClass } from './viewer.ts';

/** How a viewer stands to a case when it wants to write: as what it may see, or, while its organisation is only asked, less. */
export type Standing = { readonly class: VisibilityClass | 'asked' };

const ASKED: Standing = Object.freeze({ class: 'asked' });

/**
 * Consent opens what a partner sees; only accepting makes it one that acts. An organisation that was asked, even with
 * the whole handoff before it, answers for itself and records nothing about the child. A hub takes part by consent alone.
 */
export function actsAs(access: CaseAccess, facts: CaseFacts, viewer: Viewer): Standing {
  const isGuest = access.class === 'partner' && viewer.org !== facts.lead && viewer.orgKind !== 'hub';
  return isGuest && !hasAccepted(facts, viewer.org) ? ASKED : access;
}

/** Accepted for any function of the team, or a handoff, and has not left since. */
function hasAccepted(facts: CaseFacts, org: string): boolean {
  const entries = facts.team.filter(entry => entry.org === org);
  if (entries.some(({ state }) => state === 'accepted')) return true;
  const leftAt = lastLeft(entries);
  // Asking again or a new version after the acceptance does not take it back: the day of the decision stays.
  return facts.handoffs.some(
    ({ org: to, status, decidedOn, sentSeq, seq }) =>
      to === org && decidedOn && status !== 'declined' && status !== 'withdrawn' && (sentSeq ?? seq) > leftAt,
  );
}

/** Seq of the last time that an organisation declined or ended its part; 0 when it never did. */
export const lastLeft = (entries: CaseFacts['team']): number =>
  Math.max(0, ...entries.filter(({ state }) => state === 'declined' || state === 'ended').map(({ seq }) => seq));
