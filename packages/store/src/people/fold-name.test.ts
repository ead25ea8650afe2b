import { describe, expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

describe('names of organisations', () => {
  it.each([
    ['茅ヶ崎こども病院', '茅ケ崎こども病院', '茅ｹ崎コドモ病院', '茅ゖ崎 こども病院'],
    [
      'のぞみ訪問看護ステーション',
      'ノゾミ訪問看護ｽﾃｰｼｮﾝ',
      'のぞみ・訪問看護ステーション',
      '「のぞみ」訪問看護ステーション',
    ],
    ['ABC デイ/ケア', 'ａｂｃデイ／ケア', 'abc★デイケア', 'A|B|C デイケア'],
  ])('are one however they are written: %s', (...written) => {
    expect(new Set(written.map(foldName)).size).toBe(1);
  });
  it.each([
    ['a grave on a kanji', '青\u0300空'],
    ['two graves', '青\u0300\u0300空'],
    ['a space of no width', '青\u200b空'],
    ['a joiner', '青\u200d空\u2060'],
    ['a variant of the letter', '青\ufe00空\u{e0100}'],
    ['a filler', '青\u3164空\u2800'],
    ['a voiced mark on a kanji', '青\u3099空'],
    ['a voiced mark of its own', '青゛空'],
    ['a change of direction', '\u202e青空\u202c'],
    ['a control', '青\u0001空'],
  ])('are one where only what is not seen differs: %s', (_, written) => {
    expect(foldName(written)).toBe(foldName('青空'));
  });
  it.each([
    ['composed of kana and mark', 'か\u3099っこう'],
    ['a mark of its own', 'か゛っこう'],
    ['of half width', 'ｶﾞｯｺｳ'],
    ['a mark behind a space of no width', 'か\u200b\u3099っこう'],
    ['a mark behind a variant', 'か\ufe00\u3099っこう'],
    ['katakana with a mark', 'カ\u3099ッコウ'],
  ])('keep 濁点 and 半濁点, however they are written: %s', (_, written) => {
    expect(foldName(written)).toBe(foldName('がっこう'));
    expect(foldName(written)).not.toBe(foldName('かっこう'));
  });
  it('are three with は, ば and ぱ, and two with e and é', () => {
    expect(new Set(['はる', 'ばる', 'ぱる', 'は\u3099る', 'は\u309aる'].map(foldName)).size).toBe(3);
    expect(foldName('Cafe\u0301')).toBe(foldName('Café'));
    expect(foldName('Café')).not.toBe(foldName('Cafe'));
  });
  it('are two where a letter differs', () => {
    expect(foldName('北こども病院')).not.toBe(foldName('南こども病院'));
    expect(foldName('青空1')).not.toBe(foldName('青空2'));
  });
});
