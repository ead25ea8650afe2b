import {
  type CaseAccess,
  categoryRights,
  knowsEntry,
  type Rights,
  type Viewer,
  type WrittenEntry,
} from '@kaerimichi/access';
import type { Category, Words } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';

/** Stands for the type and category of an entry that lies outside what a viewer sees. */
export const HIDDEN = 'hidden';
export const hiddenLabel: Words = { ja: '共有されていない記録', en: 'An entry that is not shared with you' };

export const categoryOf = (type: string): Category => eventsByType.get(type)?.category ?? 'plan';

/** The type of an entry as a viewer is told it: that something happened shows in the version anyway, what it was does not. */
export function typeFor(entry: { type: string; org: string }, viewer: Viewer, rights: Rights): string {
  return knowsEntry(rights, viewer, writtenEntry(entry)) ? entry.type : HIDDEN;
}

export const writtenEntry = ({ type, org }: { type: string; org: string }): WrittenEntry => ({
  category: categoryOf(type),
  org,
});

/** Type and organisation of what changed a card, for everybody who sees the card in this way. */
export function causeFor(
  cause: { readonly type: string; readonly org: string; readonly at: string },
  access: CaseAccess,
): { type: string; org: string; at: string } {
  const { type, org, at } = cause;
  const isTold = access.class !== 'numberOnly' && access.categories.includes(categoryOf(type));
  return isTold ? { type, org, at } : { type: HIDDEN, org: '', at };
}

/** What one viewer sees of each category of a case; of a case that it does not see, nothing. */
export const rightsFor = (viewer: Viewer, access: CaseAccess | null): Rights =>
  access ? categoryRights(viewer, access) : {};
