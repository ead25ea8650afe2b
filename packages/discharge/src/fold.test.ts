import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  it('makes one form of everything that reads alike', () => {
    const forms = ['サトウ ユウキ', 'さとうゆうき', 'ｻﾄｳ･ﾕｳｷ', 'さとう　ゆうき'];
    expect(new Set(forms.map(fold))).toEqual(new Set(['さとうゆうき']));
    expect(fold('ﾊﾞﾝﾀﾞ')).toBe('ばんだ');
    expect(fold('ＡＢＣ－０１２')).toBe('abc012');
    expect(fold('コーヒー')).toBe(fold('こひ'));
    expect(fold('か\u3099')).toBe('が');
  });
  it('leaves kanji and rare signs as they are', () => {
    expect(fold('髙橋 𠮷田')).toBe('髙橋𠮷田');
  });
});
