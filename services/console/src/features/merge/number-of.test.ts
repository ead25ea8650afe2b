import { expect, it } from 'vitest';
import { numberOf } from './number-of.ts';

it.each([
  ['K-0142', 'K-0142'],
  [' k 0142 ', 'K-0142'],
  ['Ｋ－０１４２', 'K-0142'],
  ['04213', 'K-04213'],
  ['', ''],
  ['そら', ''],
])('%j is %j', (typed, no) => {
  expect(numberOf(typed)).toBe(no);
});
