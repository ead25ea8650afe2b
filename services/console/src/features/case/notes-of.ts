import type { HistoryEvent } from '@kaerimichi/contracts';
import { aboutNoteTypes, noteTypes, revisionType } from '@kaerimichi/discharge';

/** A note with everything that was written of it since. */
export type NoteThread = {
  /** Newest first; the last is the note as it was written first. */
  readonly versions: readonly HistoryEvent[];
  /** Who said that they saw it, oldest first. */
  readonly seenBy: readonly HistoryEvent[];
  /** Memberships that some version calls. */
  readonly called: readonly string[];
};

/** Notes of a history by their number. `history`: newest first, as far as the viewer is given it. */
export function notesOf(history: readonly HistoryEvent[]): ReadonlyMap<number, NoteThread> {
  const about = history.filter(({ type }) => aboutNoteTypes.includes(type));
  return new Map(
    history
      .filter(({ type }) => noteTypes.includes(type))
      .map(note => {
        const own = about.filter(({ body }) => body?.seq === note.seq);
        const versions = [...own.filter(({ type }) => type === revisionType), note];
        const called = versions.flatMap(({ body }) => (Array.isArray(body?.mentions) ? body.mentions.map(String) : []));
        const seenBy = own.filter(({ type }) => type !== revisionType).toReversed();
        return [note.seq, { versions, seenBy, called: [...new Set(called)] }];
      }),
  );
}

/** The history without what is told at its note. */
export const withoutNoteParts = (
  history: readonly HistoryEvent[],
  notes: ReadonlyMap<number, NoteThread>,
): readonly HistoryEvent[] =>
  history.filter(({ type, body }) => !aboutNoteTypes.includes(type) || !notes.has(Number(body?.seq)));

/** Who may read a note now: what its newest version says. */
export function visibilityOf({ versions }: NoteThread): string {
  const said = versions[0]?.body?.visibility;
  return typeof said === 'string' ? said : 'wholeTeam';
}
