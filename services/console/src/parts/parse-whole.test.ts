import { describe, expect, it } from 'vitest';
import { parseWhole } from './parse-whole.ts';

describe('a whole number as people type it', () => {
  it('reads full-width digits and separators', () => {
    expect(parseWhole('１２')).toBe(12);
    expect(parseWhole('1,200')).toBe(1200);
    expect(parseWhole('−3')).toBe(-3);
  });
  it.each(['', '1.5', '二', '1e3', '12人'])('refuses %s', text => {
    expect(parseWhole(text)).toBeNull();
  });
  it.each([
    ['７８５０ｇ', 'g', 7850],
    ['7850 G', 'g', 7850],
    ['7.85kg', 'g', 7850],
    ['８ｋｇ', 'g', 8000],
    ['36週', '週', 36],
    ['36', '週', 36],
  ])('takes %s where %s are asked', (text, unit, value) => {
    expect(parseWhole(text, unit)).toBe(value);
  });
  // Whoever leaves the unit out may mean either: it is asked again, not guessed.
  it.each([
    ['7.85', 'g'],
    ['36日', '週'],
    ['3kg', '週'],
  ])('guesses no unit: %s where %s are asked', (text, unit) => {
    expect(parseWhole(text, unit)).toBeNull();
  });
});
