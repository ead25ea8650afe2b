import { expect, it } from 'vitest';
import { feesBySide, metOf } from './fee-order.ts';

const fee = (id: string, side: 'hospital' | 'station', status: 'met' | 'missing' | 'lost' | 'needsReview') => ({
  id,
  side,
  status,
});

it('puts the hospital first, and within a side what can be claimed before what cannot', () => {
  const groups = feesBySide([
    fee('s', 'station', 'met'),
    fee('lost', 'hospital', 'lost'),
    fee('missing', 'hospital', 'missing'),
    fee('met', 'hospital', 'met'),
    fee('review', 'hospital', 'needsReview'),
  ]);
  expect(groups.map(({ side, fees }) => [side, ...fees.map(({ id }) => id)])).toEqual([
    ['hospital', 'met', 'review', 'missing', 'lost'],
    ['station', 's'],
  ]);
});

it('counts as met only what is known to be', () => {
  const condition = { code: 'x', text: 'x', on: null, review: null, needs: [], basis: [] };
  expect(metOf({ conditions: [true, false, 'unknown' as const, true].map(ok => ({ ...condition, ok })) })).toBe(2);
});
