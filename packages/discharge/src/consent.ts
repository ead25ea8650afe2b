import type { CaseFacts } from './facts.ts';
import type { Day } from './vocabulary.ts';

type Consent = CaseFacts['consents'][number];

/** A consent counts from its first to its last day unless withdrawn or lapsed; withdrawal bites on its own day. */
export function isConsentValid(consent: Consent, on: Day): boolean {
  return consent.from <= on && !(consent.until && consent.until < on) && !consent.withdrawnOn && !consent.lapsedOn;
}

/** A consent given ahead of its first day, which nobody has recorded yet. */
export function awaitsFirstDay({ on, from, begunOn, withdrawnOn, lapsedOn }: Consent): boolean {
  return from > on && !begunOn && !withdrawnOn && !lapsedOn;
}

/** The valid consent to share with one organisation, if any. */
export function consentFor(facts: CaseFacts, recipient: string, on: Day): Consent | undefined {
  return facts.consents.find(
    consent => consent.scope === 'recipient' && consent.recipient === recipient && isConsentValid(consent, on),
  );
}
