import { describe, expect, it } from 'vitest';
import { en } from '../words/en/index.ts';
import { ja } from '../words/ja/index.ts';
import { createSpeech } from '../words/words.ts';
import { childAge, childCalled, childName } from './child-words.ts';

const speech = createSpeech(ja, 'ja');
const today = '2026-12-01';

describe('a child on a card', () => {
  it.each([
    [{ name: '石井 そら' }, '石井 そら さん'],
    [{ name: '石井', unnamed: true as const }, '石井(名前未定)'],
    [{ unnamed: true as const }, '名前未定'],
    [{ initial: 'I' }, 'I さん'],
    [{}, undefined],
  ])('%j is called %s', (card, called) => {
    expect(childCalled(card, speech)).toBe(called);
  });

  it('stands alone without an honorific', () => {
    expect(childName({ name: '石井 そら' }, speech)).toBe('石井 そら');
    expect(childName({ unnamed: true }, createSpeech(en, 'en'))).toBe('No name yet');
  });

  it.each([
    [{ age: 14 }, '1歳2か月'],
    [{ age: 0 }, '0か月'],
    [{ expectedOn: '2026-12-20' }, '(出生前)予定日 12/20(日)'],
    [{ expectedOn: '2027-01-03' }, '(出生前)予定日 2027/1/3(日)'],
    [{}, ''],
  ])('%j is %s old', (card, age) => {
    expect(childAge(card, speech, today)).toBe(age);
  });
});
