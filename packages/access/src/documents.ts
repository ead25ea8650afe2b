import type { Category } from '@kaerimichi/discharge';
import { categoryRights, readsWhole } from './case-access.ts';
import type { CaseAccess, Viewer } from './viewer.ts';

/** What a kind of document asks of whoever prints it. */
export type DocumentRule = {
  readonly needs: readonly Category[];
  readonly madeBy: 'lead' | 'leadAndDoctors' | 'team';
};

/** Whether a viewer makes versions of a paper that are kept: of whoever leads, whoever is offered it. */
export const keepsDocument = (rule: DocumentRule, viewer: Viewer, access: CaseAccess): boolean =>
  access.class === 'full' && offersDocument(rule, viewer, access);

/**
 * Whether a viewer is offered a kind of document of a case: who reads whole what it is about, and for a paper of whoever
 * leads, the lead's own people; of what a doctor signs, the doctors of the team as well. What of it is of another
 * category is left out of the paper.
 */
export function offersDocument({ needs, madeBy }: DocumentRule, viewer: Viewer, access: CaseAccess): boolean {
  const isMaker =
    madeBy === 'team' ||
    access.class === 'full' ||
    (madeBy === 'leadAndDoctors' && viewer.role === 'doctor' && access.class === 'partner');
  const rights = categoryRights(viewer, access);
  return isMaker && needs.every(category => readsWhole(rights, category));
}
