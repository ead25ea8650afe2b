import { expect, it } from 'vitest';
import { onPaper, wardsOf } from './morning-page.ts';

const one = (id: number, lead = 'h1', mine = false) => ({ id, lead, mine });

it('stands by leading organisation, the own one first, and within it by whose turn it is', () => {
  const cases = [one(1, 'h2'), one(2), one(3, 'h1', true), one(4, 'h3')];
  expect(wardsOf(cases, 'h1').map(({ lead, cases: own }) => [lead, own.map(({ id }) => id)])).toEqual([
    ['h1', [3, 2]],
    ['h2', [1]],
    ['h3', [4]],
  ]);
});

it('fits one sheet: what waits for this person is on it, whatever else there is', () => {
  const cases = [...Array(60).keys()].map(id => one(id, 'h1', id === 59));
  const printed = [...onPaper(cases)].map(({ id }) => id);
  expect(printed).toHaveLength(28);
  expect(printed.slice(0, 3)).toEqual([59, 0, 1]);
});
