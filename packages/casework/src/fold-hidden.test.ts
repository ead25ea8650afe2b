import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from './casework.ts';
import { foldHidden } from './fold-hidden.ts';

const nothing = {
  by: null,
  body: null,
  texts: null,
  corrected: false,
  proposed: null,
  correctable: false,
  revisable: false,
  called: false,
};
const told = (seq: number): HistoryEntry => ({
  ...{ seq, type: 'note.added', category: 'plan', stage: 'home', at: `2026-12-0${seq}T00:00:00.000Z`, ...nothing },
  label: { ja: 'メモ', en: 'Note' },
});
const hidden = (seq: number, stage = 'home'): HistoryEntry => ({
  ...{ seq, type: 'hidden', category: 'hidden', stage, at: null, count: 1, ...nothing },
  label: { ja: '共有されていない記録 1件', en: 'An entry that is not shared with you' },
});
const shapeOf = (entries: readonly HistoryEntry[]) => entries.map(({ seq, count }) => [seq, count ?? null]);

describe('a history of which little is shared', () => {
  it('has one entry for all in a row that are not, where the last of them stood', () => {
    const folded = foldHidden([hidden(1), hidden(2), told(3), hidden(4, 'a'), hidden(5, 'b'), hidden(6, 'c'), told(7)]);
    expect(shapeOf(folded)).toEqual([
      [2, 2],
      [3, null],
      [6, 3],
      [7, null],
    ]);
    expect(folded[2]).toMatchObject({ stage: 'c', at: null, label: { ja: '共有されていない記録 3件' } });
  });

  it('is the same however it is cut into pages', () => {
    const all = [hidden(1), hidden(2), hidden(3), told(4), hidden(5)];
    for (let cut = 0; cut <= all.length; cut++)
      expect(foldHidden([...foldHidden(all.slice(0, cut)), ...foldHidden(all.slice(cut))])).toEqual(foldHidden(all));
  });
});
