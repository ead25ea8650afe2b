import type { HistoryEvent } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { notesOf, visibilityOf, withoutNoteParts } from './notes-of.ts';

const entry = (seq: number, type: string, body: Record<string, unknown> = {}, note = '') =>
  ({ seq, type, body, texts: note ? { note } : null }) as unknown as HistoryEvent;

// Newest first, as the timeline has them.
const history = [
  entry(6, 'mention.answered', { seq: 2 }),
  entry(5, 'note.revised', { seq: 2, visibility: 'ownHouse', mentions: ['m-3'] }, '三つめ'),
  entry(4, 'hold.added'),
  entry(3, 'note.revised', { seq: 2, visibility: 'wholeTeam' }, '二つめ'),
  entry(2, 'note.added', { mentions: ['m-2', 'm-3'] }, '一つめ'),
];

describe('a note of a history', () => {
  const notes = notesOf(history);

  it('is told with its versions, newest first, and with who saw it', () => {
    const thread = notes.get(2);
    expect(thread?.versions.map(({ texts }) => texts?.note)).toEqual(['三つめ', '二つめ', '一つめ']);
    expect(thread?.seenBy.map(({ seq }) => seq)).toEqual([6]);
    expect(thread?.called).toEqual(['m-3', 'm-2']);
  });

  it('is for whom its newest version says', () => {
    const thread = notes.get(2);
    expect(thread && visibilityOf(thread)).toBe('ownHouse');
    expect(visibilityOf({ versions: [entry(2, 'note.added')], seenBy: [], called: [] })).toBe('wholeTeam');
  });

  it('stands in one place; what belongs to a note that is not at hand stays by itself', () => {
    expect(withoutNoteParts(history, notes).map(({ seq }) => seq)).toEqual([4, 2]);
    expect(withoutNoteParts(history.slice(0, 2), new Map()).map(({ seq }) => seq)).toEqual([6, 5]);
  });
});
