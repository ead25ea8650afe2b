import type { NoteReader } from '@kaerimichi/contracts';
import { type NoteVisibility, noteVisibilities } from '@kaerimichi/discharge';
import type { EventBody } from '../../api/send-event.ts';

/** A note that is being written: its text, who may read it, who is called. */
export type NoteDraft = {
  readonly note: string;
  readonly visibility: NoteVisibility;
  readonly mentions: readonly string[];
};

/** A draft as it was kept; null where none was, or it is damaged. */
export function parseNoteDraft(kept: unknown): NoteDraft | null {
  if (typeof kept !== 'object' || kept === null || !('note' in kept) || typeof kept.note !== 'string') return null;
  const visibility = noteVisibilities.find(one => 'visibility' in kept && one === kept.visibility) ?? 'wholeTeam';
  const mentions = 'mentions' in kept && Array.isArray(kept.mentions) ? kept.mentions.map(String) : [];
  return { note: kept.note, visibility, mentions };
}

/** The event that writes it, or, of a note by its number, the next version. */
export function noteBody({ note, visibility, mentions }: NoteDraft, seq?: number): EventBody {
  const said = { note, ...(mentions.length > 0 ? { mentions } : {}) };
  if (seq !== undefined) return { type: 'note.revised', seq, visibility, ...said };
  return visibility === 'wholeTeam' ? { type: 'note.added', ...said } : { type: 'note.addressed', visibility, ...said };
}

/** Those who are called and could not read it. */
export const unreadBy = ({ visibility, mentions }: NoteDraft, readers: readonly NoteReader[]): readonly NoteReader[] =>
  readers.filter(({ id, reads }) => mentions.includes(id) && !reads.includes(visibility));
