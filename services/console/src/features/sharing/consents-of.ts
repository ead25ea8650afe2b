import type { CaseView } from '@kaerimichi/contracts';
import { type CaseFacts, isConsentValid } from '@kaerimichi/discharge';
import { itemsOf } from '../form/items-of.ts';

export type Consent = CaseFacts['consents'][number];
/** Whether a consent counts today. */
export type ConsentState = 'valid' | 'ahead' | 'withdrawn' | 'lapsed';

/** What of a consent its reader needs: the facts hold it in this shape where they are shown at all. */
const isConsent = (item: unknown): item is Consent =>
  typeof item === 'object' && item !== null && 'id' in item && 'categories' in item && 'from' in item;

/** Consents to share with somebody: those that count first, then those to come, then those that ended. */
export function consentsOf(view: Pick<CaseView, 'facts'>, today: string): { consent: Consent; state: ConsentState }[] {
  const items: readonly unknown[] = itemsOf(view, 'consents');
  return items
    .filter(isConsent)
    .filter(({ scope }) => scope === 'recipient')
    .map(consent => ({ consent, state: stateOf(consent, today) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

const order: readonly ConsentState[] = ['valid', 'ahead', 'withdrawn', 'lapsed'];

function stateOf(consent: Consent, today: string): ConsentState {
  if (consent.withdrawnOn) return 'withdrawn';
  if (isConsentValid(consent, today)) return 'valid';
  return consent.from > today && !consent.lapsedOn ? 'ahead' : 'lapsed';
}

/** Organisations that take part or were asked without a consent that counts today. */
export function withoutConsent(view: Pick<CaseView, 'facts'>, today: string): string[] {
  const shared = consentsOf(view, today).flatMap(({ consent, state }) =>
    state === 'valid' ? [consent.recipient] : [],
  );
  return partnersOf(view).filter(org => !shared.includes(org));
}

/** Organisations of the team and of handoffs that see something of the case by it. */
export function partnersOf(view: Pick<CaseView, 'facts'>): string[] {
  const team = itemsOf(view, 'team').filter(({ state }) => state === 'asked' || state === 'accepted');
  const isOut = (status: unknown) => !['draft', 'declined', 'withdrawn'].includes(String(status));
  const handoffs = itemsOf(view, 'handoffs').filter(({ status }) => isOut(status));
  return [...new Set([...team, ...handoffs].flatMap(({ org }) => (typeof org === 'string' ? [org] : [])))];
}
