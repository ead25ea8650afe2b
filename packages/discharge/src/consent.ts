import type { CaseFacts } from './facts.ts';
import { latestDay } from './requirement.ts';
import type { Day } from './vocabulary.ts';

type Consent = CaseFacts['consents'][number];

/** A consent counts from its first to its last day unless withdrawn or lapsed; withdrawal bites on its own day. */
export function isConsentValid(consent: Consent, on: Day): boolean {
  return consent.from <= on && !(consent.until && consent.until < on) && !consent.withdrawnOn && !consent.lapsedOn;
}

/** The day on which the last of some consents ended, by its last day or by withdrawal. */
export const consentEndedOn = (consents: readonly Consent[]): Day | undefined =>
  latestDay(consents.flatMap(({ withdrawnOn, lapsedOn }) => [withdrawnOn, lapsedOn]));

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
