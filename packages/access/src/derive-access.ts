import { type CaseFacts, type Category, categories, consentFor, type Day } from '@kaerimichi/discharge';
import type { CaseAccessRow } from './viewer.ts';

export type AccessContext = { readonly hubs: readonly string[]; readonly on: Day };

/** Protection is shared with named persons per case only, never by this table. */
const shareable: readonly Category[] = categories.filter(category => category !== 'protection');

/** Organisations that take part: asked or accepted for the team, recipients of a handoff that is not over, the offered lead. */
function partners(facts: CaseFacts): string[] {
  const team = facts.team.filter(({ state }) => state === 'asked' || state === 'accepted');
  const handoffs = facts.handoffs.filter(({ status }) => !['draft', 'declined', 'withdrawn'].includes(status));
  const offered = facts.leadOffered ? [facts.leadOffered] : [];
  return [...team, ...handoffs, ...offered].flatMap(({ org }) => (org ? [org] : []));
}

/**
 * Who may see a case, from its facts alone: the lead everything but protection; a partner what consent names; a partner
 * or hub without consent the number, stage, due date and holds only. Sorted by organisation.
 */
export function deriveAccess(facts: CaseFacts, { hubs, on }: AccessContext): CaseAccessRow[] {
  const others = new Set([...hubs, ...partners(facts)].filter(org => org !== facts.lead));
  const rows = [...others].map((org): CaseAccessRow => {
    const consent = consentFor(facts, org, on);
    return consent
      ? { org, class: 'partner', categories: consent.categories.filter(category => shareable.includes(category)) }
      : { org, class: 'numberOnly', categories: [] };
  });
  return [{ org: facts.lead, class: 'full', categories: shareable } satisfies CaseAccessRow, ...rows].sort((a, b) =>
    a.org < b.org ? -1 : 1,
  );
}

/** Whether an event changed who may see the case; facts that access does not read are not looked at. */
export function accessChanged(before: CaseFacts, after: CaseFacts, context: AccessContext): boolean {
  const isUntouched =
    before.lead === after.lead &&
    before.leadOffered === after.leadOffered &&
    before.team === after.team &&
    before.handoffs === after.handoffs &&
    before.consents === after.consents;
  if (isUntouched) return false;
  return JSON.stringify(deriveAccess(before, context)) !== JSON.stringify(deriveAccess(after, context));
}
