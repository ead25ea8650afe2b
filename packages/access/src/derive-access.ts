import { type CaseFacts, type Category, consentsFor, type Day, grantable } from '@kaerimichi/discharge';
import { lastLeft } from './acts-as.ts';
import type { CaseAccessRow } from './viewer.ts';

/** Organisations that are hubs (連携拠点), and the Tokyo day of the question. */
export type AccessContext = { readonly hubs: readonly string[]; readonly on: Day };

/** Protection is shared with named persons per case only, never by this table. */
const shareable: readonly Category[] = grantable.options;

/**
 * Who may see a case, from its facts alone: the lead everything but protection; whoever takes part, a hub, and the
 * organisation that the lead is offered to, what its valid consents name; without consent the number only. Nobody else
 * has a row. The same for closed cases; of one that was merged into another only the lead reads what is left, since all
 * that gives others a part is the other's. Sorted by organisation.
 */
export function deriveAccess(facts: CaseFacts, { hubs, on }: AccessContext): CaseAccessRow[] {
  const others = [...new Set([...hubs, ...participants(facts)])].filter(org => org !== facts.lead);
  const rows = others.map(org => rowOf(org, facts.mergedInto ? null : consented(facts, org, on)));
  return [{ org: facts.lead, class: 'full', categories: shareable } satisfies CaseAccessRow, ...rows].sort(byOrg);
}

const byOrg = (a: CaseAccessRow, b: CaseAccessRow) => (a.org < b.org ? -1 : 1);

const rowOf = (org: string, shared: readonly Category[] | null): CaseAccessRow =>
  shared ? { org, class: 'partner', categories: shared } : { org, class: 'numberOnly', categories: [] };

/** What all valid consents to share the child name together; null without one. Those for care and school add up; anonymous figures open nothing. */
function consented(facts: CaseFacts, org: string, on: Day): readonly Category[] | null {
  const valid = consentsFor(facts, org, on);
  if (valid.length === 0) return null;
  return shareable.filter(category => valid.some(consent => consent.categories.includes(category)));
}

/** Handoffs that were sent and not turned down or taken back; a draft tells its recipient nothing. */
const isOut = ({ status }: CaseFacts['handoffs'][number]) =>
  status !== 'draft' && status !== 'declined' && status !== 'withdrawn';

/** Organisations that take part, by an entry of the team or by a handoff, or are to lead. */
function participants({ leadOffered, ...facts }: CaseFacts): string[] {
  if (facts.mergedInto) return [];
  const named = [...facts.team, ...facts.handoffs].flatMap(({ org }) => (org ? [org] : []));
  const taking = [...new Set(named)].filter(org => takesPart(facts, org));
  return leadOffered ? [...new Set([...taking, leadOffered.org])] : taking;
}

/**
 * Asked or accepted for any function; else the recipient of a handoff. Whoever declined or ended its part since the
 * handoff was sent is out: an old accepted handoff must not keep the door open.
 */
function takesPart(facts: CaseFacts, org: string): boolean {
  const entries = facts.team.filter(entry => entry.org === org);
  if (entries.some(({ state }) => state === 'asked' || state === 'accepted')) return true;
  const leftAt = lastLeft(entries);
  return facts.handoffs.some(
    handoff => handoff.org === org && isOut(handoff) && (handoff.sentSeq ?? handoff.seq) > leftAt,
  );
}

/**
 * Whether an event changed who may see the case; facts that access does not read are not looked at. Asked without a
 * day: a consent whose last day is past gives nothing the day after either way, yet its lapse must still rewrite the
 * rows that were derived while it counted; so must the first day of one that was given ahead.
 */
export function accessChanged(before: CaseFacts, after: CaseFacts, { hubs }: AccessContext): boolean {
  const isUntouched =
    before.lead === after.lead &&
    before.leadOffered === after.leadOffered &&
    before.team === after.team &&
    before.handoffs === after.handoffs &&
    before.consents === after.consents &&
    before.mergedInto === after.mergedInto;
  return !isUntouched && groundsOf(before, hubs) !== groundsOf(after, hubs);
}

/** Everything that rows are derived from, on whatever day. */
function groundsOf(facts: CaseFacts, hubs: readonly string[]): string {
  const taking = new Set(participants(facts));
  const consents = facts.consents
    .filter(({ recipient = '' }) => taking.has(recipient) || hubs.includes(recipient))
    .map(({ scope, recipient, purpose, categories: named, from, begunOn, until, withdrawnOn, lapsedOn }) => [
      scope,
      recipient,
      purpose,
      named,
      from,
      begunOn,
      until,
      withdrawnOn,
      lapsedOn,
    ]);
  return JSON.stringify([facts.lead, [...taking].sort(), consents, facts.mergedInto]);
}
