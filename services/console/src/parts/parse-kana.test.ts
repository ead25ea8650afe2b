import { expect, it } from 'vitest';
import { isKana, toHiragana } from './parse-kana.ts';

it.each(['いしい', 'イシイ', 'ｲｼｲ'])('reads %s as いしい', text => {
  expect(toHiragana(text)).toBe('いしい');
});
it('keeps the long mark and joins half-width voicing marks', () => {
  expect(toHiragana('ｶﾞｰﾈｯﾄ')).toBe('がーねっと');
});
it('knows what is not kana', () => {
  expect(isKana('いしい ソラー')).toBe(true);
  expect(isKana('ｶﾞｰ･ﾊﾟ')).toBe(true);
  expect(['石井', 'Ishii', 'いしい1', 'いし-い'].filter(isKana)).toEqual([]);
});
