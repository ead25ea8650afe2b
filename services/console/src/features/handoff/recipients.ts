import type { CaseView } from '@kaerimichi/contracts';
import { consentFor, consentsFor, type HandoffSection, isOpenBy, isShared } from '@kaerimichi/discharge';
import { itemsOf } from '../form/items-of.ts';
import { givenConsents } from '../sharing/consents-of.ts';

/** Organisations that a handoff may go to: those of the team, and those that consents name; the lead is none. */
export function likelyRecipients(view: CaseView, on: string): string[] {
  const team = itemsOf(view, 'team').filter(({ state }) => state === 'asked' || state === 'accepted');
  const named = givenConsents(view).consents.map(({ recipient }) => recipient);
  const all = [...team.map(({ org }) => org), ...named].flatMap(org => (typeof org === 'string' ? [org] : []));
  const isOpen = (org: string) => team.some(entry => entry.org === org) || hasConsent(view, org, on);
  return [...new Set(all)].filter(org => org !== view.card.lead && isOpen(org));
}

/** Whether the family's consent lets an organisation see something of the child, as far as the viewer sees consents. */
const hasConsent = (view: CaseView, org: string, on: string): boolean =>
  consentFor(givenConsents(view), org, on) !== undefined;

/** Whether a handoff may be sent to an organisation: it stands within the plan, whatever of its sections is open. */
export const mayBeSent = (view: CaseView, org: string, on: string): boolean =>
  isShared(givenConsents(view), org, { of: 'plan', on });

/** Those of these organisations to which the family's consent does not open a section. */
export function kept(view: CaseView, section: HandoffSection, { orgs, on }: { orgs: readonly string[]; on: string }) {
  const given = givenConsents(view);
  return orgs.filter(org => !isOpenBy(consentsFor(given, org, on), section));
}
