import type { FullCard } from '@kaerimichi/discharge';
import type { CaseAccess } from './viewer.ts';

/**
 * Whether whoever sees a case so is told that people of an organisation have it open. That the lead does is no news; of
 * others it would tell who takes part, or was only asked.
 */
export function tellsPresent(
  { card, access }: { readonly card: Pick<FullCard, 'lead' | 'owners'>; readonly access: CaseAccess },
  { reader, of }: { readonly reader: string; readonly of: string },
): boolean {
  if (access.class === 'full' || of === reader || of === card.lead) return true;
  return access.class === 'partner' && access.categories.includes('plan') && card.owners.includes(of);
}
