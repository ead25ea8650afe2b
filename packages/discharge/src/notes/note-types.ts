import type { EventType } from '../events.ts';

/** Events that begin a note. */
export const noteTypes: readonly string[] = ['note.added', 'note.addressed'] satisfies EventType[];
/** A new version of a note. */
export const revisionType = 'note.revised' satisfies EventType;
/** Events about a note, by its number: told to those alone who may read it. */
export const aboutNoteTypes: readonly string[] = [revisionType, 'mention.answered'] satisfies EventType[];
