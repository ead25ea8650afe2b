import type { CaseView } from '@kaerimichi/contracts';
import { type HandoffSection, handoffSections, isConsentValid } from '@kaerimichi/discharge';
import { type Item, itemsOf } from '../form/items-of.ts';

/** Valid consents to share the child with one organisation, as far as the viewer sees consents. */
const consentsFor = (view: CaseView, org: string, on: string): Item[] =>
  itemsOf(view, 'consents').filter(
    consent =>
      consent.recipient === org && isConsentValid(consent as unknown as Parameters<typeof isConsentValid>[0], on),
  );

/** Organisations that a handoff may go to: those of the team, and those that consents name; the lead is none. */
export function likelyRecipients(view: CaseView, on: string): string[] {
  const team = itemsOf(view, 'team').filter(({ state }) => state === 'asked' || state === 'accepted');
  const named = itemsOf(view, 'consents').map(({ recipient }) => recipient);
  const all = [...team.map(({ org }) => org), ...named].flatMap(org => (typeof org === 'string' ? [org] : []));
  const isOpen = (org: string) => team.some(entry => entry.org === org) || consentsFor(view, org, on).length > 0;
  return [...new Set(all)].filter(org => org !== view.card.lead && isOpen(org));
}

export const hasConsent = (view: CaseView, org: string, on: string): boolean => consentsFor(view, org, on).length > 0;

/** Those of these organisations to which the family's consent does not open a section. */
export function kept(view: CaseView, section: HandoffSection, { orgs, on }: { orgs: readonly string[]; on: string }) {
  const { category } = handoffSections[section];
  return orgs.filter(
    org =>
      !consentsFor(view, org, on).some(({ categories }) => Array.isArray(categories) && categories.includes(category)),
  );
}
