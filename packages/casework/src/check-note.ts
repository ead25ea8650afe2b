import { mayReviseNote, readsEntry } from '@kaerimichi/access';
import { aboutNoteTypes, type CaseEvent, noteTypes, revisionType, type Words } from '@kaerimichi/discharge';
import { correctionsIn, outlineOf } from '@kaerimichi/discharge/chart';
import { readerOf, writtenEntry } from './entry-kind.ts';
import { parseEventBytes } from './event-bytes.ts';
import { type Outcome, refused } from './outcome.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

const noNote: Words = { ja: 'その書き込みはありません。', en: 'There is no such note.' };
const notTheirs: Words = {
  ja: 'この人はこの書き込みを見られません。見せる相手をひろげるか、呼びかけから外してください。',
  en: 'This person could not read the note: let more people read it, or do not call them.',
};

const bad = (path: string, message: Words) => refused({ code: 'bad-input', issues: [{ path, message }] });

/**
 * What stands against a note beside the chart: a version of what is no note, was struck out or is another's; and a call of
 * somebody who could not read it. null: nothing; most notes call nobody.
 */
export async function checkNote(
  store: CaseStore,
  loaded: LoadedCase,
  event: CaseEvent,
): Promise<Outcome<never> | null> {
  const isAbout = aboutNoteTypes.includes(event.type);
  if (!isAbout && !noteTypes.includes(event.type)) return null;
  const note = isAbout ? await standingNote(store, loaded.id, Number(event.body.seq)) : null;
  if (isAbout && !note) return bad('seq', noNote);
  if (event.type === revisionType && note && !mayReviseNote(event.by, note.by))
    return refused({ code: 'not-permitted' });
  return checkCalled(store, loaded, note ? [note, event] : [event]);
}

/** A note that was not struck out. */
async function standingNote(store: CaseStore, caseId: string, seq: number): Promise<CaseEvent | null> {
  const [row] = await store.listEvents(caseId, seq - 1, 1);
  if (!row || row.seq !== seq || !noteTypes.includes(row.type)) return null;
  const corrections = (await store.listEventsOf(caseId, ['entry.corrected'])).map(({ payload }) =>
    outlineOf({ event: parseEventBytes(payload) }),
  );
  return correctionsIn(corrections).taken.has(seq) ? null : parseEventBytes(row.payload);
}

/** `versions`: the note, and what is written of it now, which calls. */
async function checkCalled(store: CaseStore, loaded: LoadedCase, versions: readonly CaseEvent[]) {
  const written = versions.at(-1);
  const called = Array.isArray(written?.body.mentions) ? written.body.mentions.map(String) : [];
  if (!written || called.length === 0) return null;
  const members = await store.listMembers({ ids: called, orgs: null, on: written.on });
  const isReader = (id: string) => {
    const member = members.find(({ membership }) => membership === id);
    const reader = member && readerOf(member, loaded);
    return reader && versions.every(version => readsEntry(reader.rights, writtenEntry(version, reader)));
  };
  const at = called.findIndex(id => !isReader(id));
  return at < 0 ? null : bad(`mentions.${at}`, notTheirs);
}
