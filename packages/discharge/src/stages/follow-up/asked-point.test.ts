import { expect, it } from 'vitest';
import { emptyFacts } from '../../facts.ts';
import { askedPoint } from './asked-point.ts';

const stamp = { seq: 9, on: '2026-01-31', round: 0 };
const home = {
  ...emptyFacts('lead'),
  discharged: { ...stamp, day: '2026-01-31', to: 'home' as const, at15OrOlder: false },
};

it.each([
  ['2026-02-13', null],
  ['2026-02-14', 'month1'],
  ['2026-04-15', 'month1'],
  ['2026-04-16', 'month3'],
  ['2026-07-17', 'month6'],
  ['2026-09-29', 'month6'],
  ['2026-09-30', null],
])('on %s a family is asked about %s', (on, point) => expect(askedPoint(home, on)).toBe(point));

it('asks nobody before the discharge of this round, nor once the case is closed, as by a death', () => {
  expect(askedPoint(emptyFacts('lead'), '2026-03-01')).toBeNull();
  expect(askedPoint({ ...home, round: 1 }, '2026-03-01')).toBeNull();
  expect(askedPoint({ ...home, closing: { ...stamp, how: 'deceased' } }, '2026-03-01')).toBeNull();
});
