import { describe, expect, it } from 'vitest';
import { isBeneficiaryNumber, isInsurerNumber, isMunicipalityCode, municipalityCheckDigit } from './check-digits.ts';
import { isKana, toHiragana } from './kana.ts';

describe('check digits', () => {
  it.each([
    ['14000', 7],
    ['14100', 3],
    ['14102', 0],
    ['14105', 4],
    ['14107', 1],
    ['14207', 7],
    ['14402', 9],
    ['01100', 2],
    ['47382', 1],
  ])('of municipality %s is %i', (five, digit) => {
    expect(municipalityCheckDigit(five)).toBe(digit);
    expect(isMunicipalityCode(`${five}${digit}`)).toBe(true);
    expect(isMunicipalityCode(`${five}${(digit + 1) % 10}`)).toBe(false);
  });

  it('belong to whole codes alone', () => {
    expect(['14207', '1420777', '14207x', ''].map(isMunicipalityCode)).toEqual([false, false, false, false]);
    expect(municipalityCheckDigit('1420')).toBeNull();
  });

  it.each(['01010016', '01130012'])('insurer %s is one; with any other last digit it is none', number => {
    for (let last = 0; last < 10; last++)
      expect(isInsurerNumber(`${number.slice(0, -1)}${last}`)).toBe(`${last}` === number.at(-1));
  });

  it('take 6 or 8 digits for insurers and 7 for beneficiaries', () => {
    expect(['0101001', '010100166', '0101001x'].map(isInsurerNumber)).toEqual([false, false, false]);
    expect(['1234566', '1234567', '123456'].map(isBeneficiaryNumber)).toEqual([true, false, false]);
  });
});

describe('kana', () => {
  it('of any kind are hiragana', () => {
    expect(toHiragana('ｻﾄｳ ﾕｳｷ')).toBe('さとう ゆうき');
    expect(toHiragana('ガッキー')).toBe('がっきー');
    expect([isKana('サトウ・ユウキ'), isKana('佐藤'), isKana('')]).toEqual([true, false, false]);
  });
});
