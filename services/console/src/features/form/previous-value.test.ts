import type { CaseView } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { isFarFrom, previousValue } from './previous-value.ts';

const withFacts = (facts: CaseView['facts']) => ({ facts });

it('is the number of that name with its day, whatever category tells it', () => {
  const view = withFacts({ clinical: { weight: { grams: 7850, on: '2026-11-20', seq: 4 } }, plan: { grams: 3 } });
  expect(previousValue(view, 'grams')).toEqual({ value: 7850, on: '2026-11-20' });
  expect(previousValue(view, 'differences')).toBeNull();
});
it('is nothing where the viewer is told nothing, of a number without a day, of a list', () => {
  expect(previousValue(null, 'grams')).toBeNull();
  expect(previousValue(withFacts({}), 'grams')).toBeNull();
  expect(previousValue(withFacts({ clinical: { gestationWeeks: 32 } }), 'gestationWeeks')).toBeNull();
  expect(
    previousValue(withFacts({ plan: { visits: [{ differences: 2, on: '2026-11-20' }] } }), 'differences'),
  ).toBeNull();
});
it('is far off at twice or half of it', () => {
  const before = { value: 7850, on: '2026-11-20' };
  expect([785, 3925, 8100, 15_700].map(value => isFarFrom(before, value))).toEqual([true, true, false, true]);
  expect(isFarFrom({ value: 0, on: '2026-11-20' }, 5)).toBe(false);
});
