import {
  accessOf,
  categoryRights,
  isNoteFor,
  knowsEntry,
  type Rights,
  readsWhole,
  type Viewer,
  type WrittenEntry,
} from '@kaerimichi/access';
import type { CaseEvent, CaseFacts, Category, Words } from '@kaerimichi/discharge';
import { eventsByType } from '@kaerimichi/discharge/chart';
import type { LoadedCase } from './ports.ts';

/** Stands for the type and category of an entry that lies outside what a viewer sees. */
export const HIDDEN = 'hidden';
export const hiddenLabel = (count: number): Words => ({
  ja: `共有されていない記録 ${count}件`,
  en: count === 1 ? 'An entry that is not shared with you' : `${count} entries that are not shared with you`,
});

export const categoryOf = (type: string): Category => eventsByType.get(type)?.category ?? 'plan';

/** Who reads a history of a case, and the case's facts now. */
export type Reader = { readonly viewer: Viewer; readonly rights: Rights; readonly facts: CaseFacts };

/**
 * An entry as it is judged. In the lead's own house everything is written by the own organisation: there, what a role
 * sees only its own part of is its own when somebody of the same role wrote it.
 */
export function writtenEntry(event: CaseEvent, reader: Reader): WrittenEntry {
  const { viewer, facts } = reader;
  const { type, by } = event;
  const isLead = viewer.org === facts.lead;
  const addressee = eventsByType.get(type)?.addressee;
  return {
    category: categoryOf(type),
    isOwn: isOwnEntry(by, reader),
    isBetweenOthers:
      !isNoteFor(event.body.visibility, by.org, viewer) ||
      (addressee !== undefined && !isLead && addressee(facts, event) !== viewer.org),
  };
}

export const isOwnEntry = (by: { readonly org: string; readonly role: string }, { viewer, facts }: Reader): boolean =>
  by.org === viewer.org && (viewer.org !== facts.lead || by.role === viewer.role);

/** The type of an entry as a viewer is told it: that something happened shows in the version anyway, what it was does not. */
export const typeFor = (event: CaseEvent, reader: Reader): string =>
  knowsEntry(reader.rights, writtenEntry(event, reader)) ? event.type : HIDDEN;

/** Fields of an entry, or its texts, without those of categories that the reader does not read whole, or of the lead alone. */
export function fieldsFor<Value>(
  fields: Readonly<Record<string, Value>>,
  { type, body }: Pick<CaseEvent, 'type' | 'body'>,
  { rights, viewer, facts }: Pick<Reader, 'rights' | 'viewer'> & { readonly facts: Pick<CaseFacts, 'lead'> },
): Readonly<Record<string, Value>> {
  const { apart = {}, leadOnly = [] } = eventsByType.get(type) ?? {};
  const categories: Readonly<Record<string, Category | undefined>> =
    typeof apart === 'function' ? apart(body, categoryOf) : apart;
  const isLead = viewer.org === facts.lead;
  const isTold = (name: string) =>
    (isLead || !leadOnly.includes(name)) && (categories[name] === undefined || readsWhole(rights, categories[name]));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => isTold(name)));
}

type Cause = { readonly type: string; readonly org: string; readonly at: string };
/** Those who are told of a change: which categories everybody of them may know, their organisation, and who leads. */
export type Told = { readonly tells: (category: Category) => boolean; readonly org: string; readonly lead: string };

/** What changed a card, for an audience: its kind and organisation where everybody in it may know. */
export function causeFor({ type, org, at }: Cause, { tells, org: own, lead }: Told): Cause {
  // What one partner answers the lead is not for the others; that the lead asked or sent something names nobody.
  const { addressee, isAddressed = false } = eventsByType.get(type) ?? {};
  const isAnotherAnswer = addressee !== undefined && ![own, lead].includes(org) && own !== lead;
  // For whom a note is stands in the note.
  const isForSome = isAddressed && own !== org;
  return !isAnotherAnswer && !isForSome && tells(categoryOf(type)) ? { type, org, at } : { type: HIDDEN, org: '', at };
}

/**
 * A viewer as a reader of a case; of one that it does not see, it reads nothing. Nor does a guardian of a history: it is
 * written by those who work, for those who work.
 */
export function readerOf(viewer: Viewer, loaded: Pick<LoadedCase, 'id' | 'access' | 'facts'>): Reader {
  const access = accessOf(loaded, viewer);
  const reads = access !== null && access.class !== 'invited';
  return { viewer, rights: reads ? categoryRights(viewer, access) : {}, facts: loaded.facts };
}
