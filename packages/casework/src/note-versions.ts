import { mayReviseNote, mayWrite } from '@kaerimichi/access';
import { aboutNoteTypes, type CaseEvent, type CaseFacts, noteTypes, revisionType } from '@kaerimichi/discharge';
import type { OutlinedEvent } from '@kaerimichi/discharge/chart';
import { parseEventBytes } from './event-bytes.ts';
import type { CaseStore, LoadedCase, SignedIn } from './ports.ts';

/** The note that an entry is, or is about; undefined of every other entry. */
const noteOf = ({ type, seq, body }: CaseEvent): number | undefined =>
  noteTypes.includes(type) ? seq : aboutNoteTypes.includes(type) ? Number(body.seq) : undefined;

/**
 * The newest version of the note that an entry is about: who may read it says who may read every version before, so that a
 * note which was written for too many is taken back from them. `outline`: of the whole history.
 */
export async function newestVersions(
  store: Pick<CaseStore, 'listEventsOf'>,
  caseId: string,
  outline: readonly OutlinedEvent[],
): Promise<(event: CaseEvent) => CaseEvent | undefined> {
  const hasVersions = outline.some(({ type }) => type === revisionType);
  const rows = hasVersions ? await store.listEventsOf(caseId, [revisionType]) : [];
  const versions = rows.map(({ payload }) => parseEventBytes(payload));
  const newest = new Map(versions.map(version => [Number(version.body.seq), version]));
  return event => newest.get(noteOf(event) ?? 0);
}

/** Which entries this person may write a new version of now: their own notes in an open case. */
export function revisableBy({ viewer }: SignedIn, loaded: LoadedCase): (event: CaseEvent) => boolean {
  const mayRevise = mayWrite(viewer, loaded, revisionType);
  return ({ type, by }) => mayRevise && noteTypes.includes(type) && mayReviseNote(viewer, by);
}

/** Whether a note calls somebody who has neither answered nor said that they saw it. */
export const isCalled = ({ seq }: CaseEvent, { mentions = [] }: CaseFacts, membership: string): boolean =>
  mentions.some(call => call.seq === seq && call.to === membership);
