import type { CaseView } from '@kaerimichi/contracts';
import { itemsOf } from '../form/items-of.ts';

type Somebody = { readonly membership: string; readonly org: string };

/** Whether somebody may give a hold another day on which to look again: the lead's people, and whom it names. */
export function heldStill(
  view: Pick<CaseView, 'facts' | 'can'> & { readonly card: Pick<CaseView['card'], 'lead'> },
  holdId: string,
  { membership, org }: Somebody,
): boolean {
  const hold = itemsOf(view, 'holds').find(({ id }) => id === holdId);
  if (!hold || !view.can.includes('task.dueMoved')) return false;
  return org === view.card.lead || hold.owner === membership;
}
