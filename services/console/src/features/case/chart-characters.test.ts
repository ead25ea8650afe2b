import { expect, it } from 'vitest';
import { chartCharacters } from './chart-characters.ts';

it.each([
  ['体重 ７．８５ｋｇ', '体重 7．85kg'],
  ['ﾈﾌﾞﾗｲｻﾞｰ', 'ネブライザー'],
  ['①吸引 ②注入', '(1)吸引 (2)注入'],
  ['3㎏・5㎖', '3kg・5ml'],
  ['13時〜15時', '13時~15時'],
  ['がんばりました👍🏽✨!', 'がんばりました!'],
  ['か\u3099ん', 'がん'],
  ['João Müller', 'Joao Muller'],
  ['髙橋・山﨑', '髙橋・山﨑'],
  ['一行目\r\n二行目\t終わり', '一行目\n二行目 終わり'],
])('writes %s as charts have it', (text, written) => {
  expect(chartCharacters(text)).toEqual({ text: written, lost: 0 });
});

it('counts what has no sign there, and leaves a mark', () => {
  expect(chartCharacters('𠮷田さん・Đặng')).toEqual({ text: '〓田さん・〓ang', lost: 2 });
});
