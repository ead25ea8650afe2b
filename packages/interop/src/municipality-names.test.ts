import { expect, it } from 'vitest';
import { municipalityName } from './municipality-names.ts';

/** Check digit of 全国地方公共団体コード (総務省): 11 less the weighted sum modulo 11, its last digit. */
const checkDigit = (code: string): string => {
  const sum = [6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(code[at]), 0);
  return String((11 - (sum % 11)) % 10);
};

it('names municipalities and wards by their code, and nothing else', () => {
  expect(municipalityName('142051')).toBe('藤沢市');
  expect(municipalityName('141046')).toBe('横浜市中区');
  expect(municipalityName('999999')).toBeNull();
  expect(municipalityName('')).toBeNull();
});

it('knows every municipality of the country under a code with its right check digit', () => {
  const codes = [...Array(1_000_000).keys()].map(n => String(n).padStart(6, '0')).filter(municipalityName);
  expect(codes.length).toBeGreaterThan(1890);
  expect(codes.filter(code => checkDigit(code) !== code[5])).toEqual([]);
});
