import { expect, it } from 'vitest';
import { isOverLimit, limitTyped } from './limits.ts';

it.each([
  ['10', 10],
  ['１０', 10],
  [' 7 ', 7],
  ['999', 999],
  ['', null],
  ['　', null],
  ['0', undefined],
  ['-1', undefined],
  ['1000', undefined],
  ['1.5', undefined],
  ['十', undefined],
])('a limit typed as %j is %s', (text, expected) => {
  expect(limitTyped(text)).toBe(expected);
});

it('is passed by one more than enough, and by nothing where there is none', () => {
  expect([isOverLimit(10, 10), isOverLimit(11, 10), isOverLimit(11, undefined)]).toEqual([false, true, false]);
});
