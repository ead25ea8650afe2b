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
  it('are two where a letter differs', () => {
    expect(foldName('北こども病院')).not.toBe(foldName('南こども病院'));
    expect(foldName('青空1')).not.toBe(foldName('青空2'));
  });
});
