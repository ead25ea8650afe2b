import { expect, it } from 'vitest';
import { differenceOf } from './difference.ts';

it.each([
  ['91', '88', { is: 'lower', by: 3 }],
  ['91%', '９３ %', { is: 'higher', by: 2 }],
  ['0.5', '0.75', { is: 'higher', by: 0.25 }],
  ['36,8', '36.8℃', { is: 'same' }],
  ['12/5', '12/5', { is: 'same' }],
  ['12/5', '14/5', { is: 'differs' }],
  ['P-SIMV 18/5', 'p-simv 18/5', { is: 'same' }],
  ['93–95', '95–97', { is: 'differs' }],
  ['夜 4回', '夜 2回', { is: 'differs' }],
  ['4回', '2回', { is: 'lower', by: 2 }],
])('%s at home and %s in hospital', (home, hospital, expected) => {
  expect(differenceOf(home, hospital)).toEqual(expected);
});
