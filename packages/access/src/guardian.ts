import type { CaseFacts } from '@kaerimichi/discharge';
import type { Viewer } from './viewer.ts';

/** What of a case is a guardian's own to decide about. */
export type GuardiansOwn = Pick<CaseFacts, 'actionItems' | 'consents'>;

/**
 * A guardian's own tasks, and, for one who holds parental authority and was granted the family's situation, the consents
 * that share the child with others. What the hospital itself was allowed is talked about with it.
 */
export function guardiansOwn({ guardian, membership }: Viewer, facts: CaseFacts): GuardiansOwn {
  if (!guardian) return { actionItems: [], consents: [] };
  const { decides, categories } = guardian;
  return {
    actionItems: categories.includes('plan') ? facts.actionItems.filter(({ owner }) => owner === membership) : [],
    consents:
      decides && categories.includes('family') ? facts.consents.filter(({ scope }) => scope === 'recipient') : [],
  };
}

/**
 * Whether a viewer who sees a case is told where it stands and who leads it. A guardian who was not granted the plan is told
 * what stands on its page, and nothing beside it.
 */
export const knowsWay = ({ guardian }: Viewer): boolean => !guardian || guardian.categories.includes('plan');

/** Whether anything is left that a guardian could send such an event about. */
export function mayStillSend(viewer: Viewer, facts: CaseFacts, type: string): boolean {
  if (!viewer.guardian) return true;
  const { actionItems, consents } = guardiansOwn(viewer, facts);
  if (type === 'actionItem.closed') return actionItems.some(({ closedOn }) => closedOn === undefined);
  return type === 'consent.withdrawn' && consents.some(consent => !consent.withdrawnOn && !consent.lapsedOn);
}

/** An event as somebody wants to send it, parsed. */
export type WantedEvent = { readonly type: string; readonly body: unknown };

/** Whether a guardian may send just this; of everybody else nothing more is asked than `maySend`. */
export function maySendThis(viewer: Viewer, facts: CaseFacts, { type, body }: WantedEvent): boolean {
  if (!viewer.guardian) return true;
  const { actionItems, consents } = guardiansOwn(viewer, facts);
  if (type === 'actionItem.closed') return isAbout(body, 'actionItemId', actionItems);
  return type === 'consent.withdrawn' && isAbout(body, 'consentId', consents);
}

const isAbout = (body: unknown, field: string, items: readonly { readonly id: string }[]): boolean =>
  typeof body === 'object' &&
  body !== null &&
  Object.entries(body).some(([name, value]) => name === field && items.some(({ id }) => id === value));
