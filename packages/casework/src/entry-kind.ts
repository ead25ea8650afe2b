import {
  accessOf,
  categoryRights,
  knowsEntry,
  type Rights,
  readsWhole,
  type Viewer,
  type WrittenEntry,
} from '@kaerimichi/access';
import type { CaseEvent, Category, Words } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import type { LoadedCase } from './ports.ts';

/** Stands for the type and category of an entry that lies outside what a viewer sees. */
export const HIDDEN = 'hidden';
export const hiddenLabel: Words = { ja: '共有されていない記録', en: 'An entry that is not shared with you' };

export const categoryOf = (type: string): Category => eventsByType.get(type)?.category ?? 'plan';

/** Who reads a history, and the organisation that leads the case now. */
export type Reader = { readonly viewer: Viewer; readonly rights: Rights; readonly lead: string };

type Written = { readonly type: string; readonly by: { readonly org: string; readonly role: string } };

/**
 * An entry as it is judged. In the lead's own house everything is written by the own organisation: there, what a role
 * sees only its own part of is its own when somebody of the same role wrote it.
 */
export function writtenEntry({ type, by }: Written, { viewer, lead }: Reader): WrittenEntry {
  const isOwn = by.org === viewer.org && (lead !== viewer.org || by.role === viewer.role);
  return { category: categoryOf(type), isOwn };
}

/** The type of an entry as a viewer is told it: that something happened shows in the version anyway, what it was does not. */
export const typeFor = (entry: Written, reader: Reader): string =>
  knowsEntry(reader.rights, writtenEntry(entry, reader)) ? entry.type : HIDDEN;

/** Fields of an entry that belong to another category than the entry itself. */
const fieldCategories: Readonly<Record<string, Readonly<Record<string, Category>>>> = {
  'case.registered': { bornOn: 'contacts', expectedOn: 'contacts', gestationWeeks: 'clinical', needs: 'clinical' },
};

/** The body of an entry that may be read, without fields of categories that the reader does not read whole. */
export function bodyFor({ type, body }: CaseEvent, { rights }: Reader): Readonly<Record<string, unknown>> {
  const apart = fieldCategories[type];
  if (!apart) return body;
  const isTold = (name: string) => apart[name] === undefined || readsWhole(rights, apart[name]);
  return Object.fromEntries(Object.entries(body).filter(([name]) => isTold(name)));
}

/** What changed a card, for an audience: its kind and organisation where everybody in it may know. */
export function causeFor(
  { type, org, at }: { readonly type: string; readonly org: string; readonly at: string },
  tells: (category: Category) => boolean,
): { type: string; org: string; at: string } {
  return tells(categoryOf(type)) ? { type, org, at } : { type: HIDDEN, org: '', at };
}

/** A viewer as a reader of a case; of one that it does not see, it reads nothing. */
export function readerOf(viewer: Viewer, loaded: Pick<LoadedCase, 'access' | 'facts'>): Reader {
  const access = accessOf(loaded.access, viewer);
  return { viewer, rights: access ? categoryRights(viewer, access) : {}, lead: loaded.facts.lead };
}
