import type { CaseView } from '@kaerimichi/contracts';
import { type CaseFacts, consentFor, isConsentValid } from '@kaerimichi/discharge';
import { itemsOf } from '../form/items-of.ts';

export type Consent = CaseFacts['consents'][number];
/** Whether a consent counts today. */
export type ConsentState = 'valid' | 'ahead' | 'withdrawn' | 'lapsed';

/** What of a consent its reader needs: the facts hold it in this shape where they are shown at all. */
const isConsent = (item: unknown): item is Consent =>
  typeof item === 'object' && item !== null && 'id' in item && 'categories' in item && 'from' in item;

/** The consents of a case in the shape of its facts, so that the pathway's own rules read them; none where they are not shown. */
export const givenConsents = (view: Pick<CaseView, 'facts'>): Pick<CaseFacts, 'consents'> => ({
  consents: (itemsOf(view, 'consents') as readonly unknown[]).filter(isConsent),
});

/** Consents to share with somebody: those that count first, then those to come, then those that ended. */
export function consentsOf(view: Pick<CaseView, 'facts'>, today: string): { consent: Consent; state: ConsentState }[] {
  return givenConsents(view)
    .consents.filter(({ scope }) => scope === 'recipient')
    .map(consent => ({ consent, state: stateOf(consent, today) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
}

const order: readonly ConsentState[] = ['valid', 'ahead', 'withdrawn', 'lapsed'];

function stateOf(consent: Consent, today: string): ConsentState {
  if (consent.withdrawnOn) return 'withdrawn';
  if (isConsentValid(consent, today)) return 'valid';
  return consent.from > today && !consent.lapsedOn ? 'ahead' : 'lapsed';
}

/** Organisations that take part or were asked without a consent by which they see the child today. */
export function withoutConsent(view: Pick<CaseView, 'facts'>, today: string): string[] {
  const given = givenConsents(view);
  return partnersOf(view).filter(org => !consentFor(given, org, today));
}

/** Organisations of the team and of handoffs that see something of the case by it. */
export function partnersOf(view: Pick<CaseView, 'facts'>): string[] {
  const team = itemsOf(view, 'team').filter(({ state }) => state === 'asked' || state === 'accepted');
  const isOut = (status: unknown) => !['draft', 'declined', 'withdrawn'].includes(String(status));
  const handoffs = itemsOf(view, 'handoffs').filter(({ status }) => isOut(status));
  return [...new Set([...team, ...handoffs].flatMap(({ org }) => (typeof org === 'string' ? [org] : [])))];
}
