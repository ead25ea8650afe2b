import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box } from '../form.ts';
import { breakLine, breakLines } from './break-lines.ts';

/** Full-width characters are two, all others one wide. */
const measure = (text: string) => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) > 0xff ? 2 : 1), 0);
const told = (text: string, width: number) =>
  breakLine([text], width, measure).map(line => line.map(unit => unit.text).join(''));

describe('breaking lines', () => {
  it('fills each line', () => {
    expect(told('あいうえおか', 6)).toEqual(['あいう', 'えおか']);
  });

  it('begins none with what closes, and ends none with what opens', () => {
    expect(told('あいう。えお', 6)).toEqual(['あい', 'う。え', 'お']);
    expect(told('あい(うえ)', 6)).toEqual(['あい', '(うえ)']);
    for (const line of told('あい(うえ)お、か', 8)) expect(line).not.toMatch(/^[)、]|\($/);
  });

  it('parts no word or number, unless it is longer than a line', () => {
    expect(told('電話 045-000-0101', 14)).toEqual(['電話 ', '045-000-0101']);
    expect(told('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  it('begins no line for a space alone', () => {
    expect(told('あいう ', 6)).toEqual(['あいう']);
    expect(told('あいう  えお', 6)).toEqual(['あいう', 'えお']);
  });

  it('keeps a box with its words', () => {
    const lines = breakLines([['あいう', box('えお', true)]], 7, measure);
    expect(lines.map(line => line.map(unit => unit.text).join(''))).toEqual(['あいう', 'えお']);
  });

  it('loses nothing but spaces between lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('あ', '。', '(', 'a', '1', ' ', '、', 'ー') }), text => {
        const lines = told(text, 8);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
