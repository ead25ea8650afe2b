import type { CaseSource, SourceItem } from '@kaerimichi/contracts';
import { describe, expect, it } from 'vitest';
import { en } from '../../words/en/index.ts';
import { ja } from '../../words/ja/index.ts';
import { createSpeech } from '../../words/words.ts';
import { namesLanguage, sourceChips } from './source-chips.ts';

const item = (text: string, more: Partial<SourceItem> = {}): SourceItem => ({ text, came: null, gone: null, ...more });
const gone = { version: 2, importedAt: '2026-11-02T00:00:00.000Z' };
const source = (parts: Record<string, SourceItem[]>): Pick<CaseSource, 'parts'> => ({
  parts: Object.entries(parts).map(([part, items]) => ({ part, category: 'clinical', items, more: 0 })),
});
const chips = (parts: Record<string, SourceItem[]>, language: 'ja' | 'en' = 'ja') =>
  sourceChips(source(parts), createSpeech(language === 'ja' ? ja : en, language)).map(({ text }) => text);

describe('chips beside a child’s name', () => {
  it('name each allergy once, the dangerous ones first', () => {
    expect(chips({ allergies: [item('ラテックス'), item('卵', { critical: 'high' }), item('ラテックス')] })).toEqual([
      'アレルギー:卵(重い反応のおそれ)',
      'アレルギー:ラテックス',
    ]);
    expect(chips({ allergies: [item('Latex')] }, 'en')).toEqual(['Allergy: Latex']);
  });

  it('keep an allergy that the newest file leaves out, and say so', () => {
    expect(chips({ allergies: [item('そば', { gone })] })).toEqual(['アレルギー:そば(新しいファイルにはなし)']);
    const changed = [item('卵', { detail: 'じんましん' }), item('卵', { gone })];
    expect(chips({ allergies: changed })).toEqual(['アレルギー:卵']);
    expect(chips({ allergies: [...changed].reverse() })).toEqual(['アレルギー:卵']);
  });

  it('leave out an allergy that the file calls over', () => {
    const resolved = item('牛乳', { status: 'resolved' });
    expect(chips({ allergies: [resolved, item('牛乳', { status: 'active', gone })] })).toEqual([]);
    expect(chips({ allergies: [item('牛乳', { status: 'Inactive, unconfirmed' })] })).toEqual([]);
    expect(chips({ allergies: [item('牛乳', { status: 'active, unconfirmed' })] })).toEqual(['アレルギー:牛乳']);
  });

  it('name the language of an interpreter in the reader’s language, or as the file has it', () => {
    const portuguese = item('Portuguese', { codes: ['pt-BR'] });
    expect(chips({ interpreter: [portuguese] })).toEqual(['通訳:ポルトガル語']);
    expect(chips({ interpreter: [portuguese, item('Português', { codes: ['pt'] })] }, 'en')).toEqual([
      'Interpreter: Portuguese',
    ]);
    expect(chips({ interpreter: [item('手話', { codes: ['?!'] })] })).toEqual(['通訳:手話']);
    expect(chips({ interpreter: [item('', { codes: ['vi'], gone })] })).toEqual([]);
  });

  it('say of an interpreter by language alone, so that no other chip has to', () => {
    const named = (...items: SourceItem[]) => namesLanguage(source({ interpreter: items }));
    expect(named(item('手話'))).toBe(true);
    expect([named(), named(item('手話', { gone })), namesLanguage(source({}))]).toEqual([false, false, false]);
  });

  it('are none where nothing of it is told', () => {
    expect(chips({ conditions: [item('脊髄性筋萎縮症')], guardians: [item('成瀬 まゆ')] })).toEqual([]);
  });
});
