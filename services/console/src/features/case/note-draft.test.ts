import { describe, expect, it } from 'vitest';
import { noteBody, parseNoteDraft, unreadBy } from './note-draft.ts';

const draft = { note: '内容', visibility: 'ownHouse', mentions: ['m1'] } as const;

describe('a note that is being written', () => {
  it('is sent as what it is: for everybody, for some, or a new version', () => {
    expect(noteBody({ ...draft, visibility: 'wholeTeam', mentions: [] })).toEqual({ type: 'note.added', note: '内容' });
    expect(noteBody(draft)).toEqual({ type: 'note.addressed', visibility: 'ownHouse', note: '内容', mentions: ['m1'] });
    expect(noteBody(draft, 7)).toEqual({
      type: 'note.revised',
      seq: 7,
      visibility: 'ownHouse',
      note: '内容',
      mentions: ['m1'],
    });
  });

  it('calls nobody who could not read it', () => {
    const reader = { id: 'm1', name: '佐藤', role: 'visitingNurse', org: 'のぞみ', orgKana: null, isOwn: false };
    expect(unreadBy(draft, [{ ...reader, reads: ['wholeTeam'] }])).toHaveLength(1);
    expect(unreadBy(draft, [{ ...reader, reads: ['wholeTeam', 'ownHouse'] }])).toEqual([]);
  });

  it('is read back as it was kept, and not where it is damaged', () => {
    expect(parseNoteDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(parseNoteDraft({ note: 'x', visibility: 'nonsense' })).toEqual({
      note: 'x',
      visibility: 'wholeTeam',
      mentions: [],
    });
    for (const damaged of [null, 'x', {}, { note: 3 }]) expect(parseNoteDraft(damaged)).toBeNull();
  });
});
