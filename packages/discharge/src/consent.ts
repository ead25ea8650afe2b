import type { CaseFacts } from './facts.ts';
import { latestDay } from './requirement.ts';
import type { Category, Day } from './vocabulary.ts';

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

/** Figures on the programme (事業評価) are anonymous: consent to those shows nobody a child. All other purposes help this one. */
export const sharesChild = ({ purpose }: Pick<Consent, 'purpose'>): boolean => purpose !== 'programme';

type Consents = Pick<CaseFacts, 'consents'>;

/** The organisation that a consent told who the child is, once its first day has come; it stays told after the end. */
export const toldBy = (consent: Consent, on: Day): string | undefined =>
  consent.scope === 'recipient' && sharesChild(consent) && consent.from <= on ? consent.recipient : undefined;

/** The valid consents to share the child with one organisation. */
export function consentsFor(facts: Consents, recipient: string, on: Day): Consent[] {
  return facts.consents.filter(
    consent =>
      consent.scope === 'recipient' &&
      consent.recipient === recipient &&
      sharesChild(consent) &&
      isConsentValid(consent, on),
  );
}

/** The valid consent to share with one organisation, if any. */
export const consentFor = (facts: Consents, recipient: string, on: Day): Consent | undefined =>
  consentsFor(facts, recipient, on)[0];

/** Whether the family agrees that an organisation reads a category of the child's. */
export const isShared = (facts: Consents, recipient: string, { of, on }: { of: Category; on: Day }): boolean =>
  consentsFor(facts, recipient, on).some(({ categories }) => categories.includes(of));

/** Whether an organisation reads the plan, within which handoffs and holds are: the lead does, others by consent. */
export const readsPlan = (facts: CaseFacts, org: string, on: Day): boolean =>
  org === facts.lead || isShared(facts, org, { of: 'plan', on });

/** What a lead cannot do without: whom to call, the child's state, the plan. */
const leadCategories = ['contacts', 'clinical', 'plan'] as const satisfies readonly Category[];

/** Categories that the family has not agreed to share, for care, with an organisation that is to lead. */
export function missingForLead(facts: CaseFacts, recipient: string, on: Day): Category[] {
  const forCare = consentsFor(facts, recipient, on).filter(({ purpose }) => purpose === 'care');
  return leadCategories.filter(category => !forCare.some(({ categories }) => categories.includes(category)));
}
