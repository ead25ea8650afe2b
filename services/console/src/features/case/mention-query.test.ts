import type { NoteReader } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { findReaders, mentionQuery, withMention } from './mention-query.ts';

const reader = (id: string, name: string, more: Partial<NoteReader> = {}): NoteReader => ({
  id,
  name,
  role: 'visitingNurse',
  org: 'のぞみ訪問看護ステーション',
  orgKana: 'のぞみほうもんかんご',
  isOwn: false,
  reads: ['wholeTeam', 'hospitalAndStation'],
  ...more,
});
const readers = [
  reader('m1', '佐藤 あや'),
  reader('m2', '森 健', { role: 'coordinator', org: '連携拠点', orgKana: null, reads: ['wholeTeam'] }),
  reader('m3', '田村 俊', {
    role: 'doctor',
    isOwn: true,
    org: 'こども医療センター',
    orgKana: null,
    reads: ['wholeTeam', 'ownHouse', 'hospitalAndStation'],
  }),
];
const words: Record<string, string> = { visitingNurse: '訪問看護師', coordinator: 'コーディネーター', doctor: '医師' };
const find = (typed: string, visibility = 'wholeTeam') =>
  findReaders(readers, { typed, visibility, roleWord: role => words[role] ?? role }).map(({ id }) => id);

describe('a call that is typed', () => {
  it('begins at an @ of either width, before the caret alone', () => {
    expect(mentionQuery('@', 1)).toEqual({ text: '', from: 0 });
    expect(mentionQuery('確認を @さと', 7)).toEqual({ text: 'さと', from: 4 });
    expect(mentionQuery('お願いします。@佐', 9)).toEqual({ text: '佐', from: 7 });
    expect(mentionQuery('@佐藤 さん', 6)).toBeNull();
    expect(mentionQuery('mail@example', 12)).toBeNull();
    expect(mentionQuery('@佐藤', 0)).toBeNull();
  });

  it('is replaced by the name, with the caret behind it', () => {
    const text = '確認を @さと お願い';
    const query = mentionQuery(text, 7);
    expect(query && withMention(text, query, '佐藤 あや')).toEqual({ text: '確認を @佐藤 あや  お願い', caret: 11 });
  });
});

describe('who is found', () => {
  it('by name, by how the organisation is read, by role, one’s own house first', () => {
    expect(find('')).toEqual(['m3', 'm1', 'm2']);
    expect(find('佐藤')).toEqual(['m1']);
    expect(find('ノゾミ')).toEqual(['m1']);
    expect(find('いし')).toEqual([]);
    expect(find('医師')).toEqual(['m3']);
  });

  it('is only who could read the note', () => {
    expect(find('', 'hospitalAndStation')).toEqual(['m3', 'm1']);
    expect(find('', 'ownHouse')).toEqual(['m3']);
  });
});
