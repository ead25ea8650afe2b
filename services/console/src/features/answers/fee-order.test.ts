import { expect, it } from 'vitest';
import { feesBySide, metOf } from './fee-order.ts';

const fee = (
  id: string,
  side: 'hospital' | 'station',
  status: 'met' | 'missing' | 'lost' | 'needsReview',
  lacks = 0,
) => ({
  ...{ id, side, status },
  conditions: Array.from({ length: lacks }, () => ({ ...condition, ok: false })),
});
const condition = { code: 'x', text: 'x', on: null, review: null, needs: [], basis: [] };

it('puts the hospital first, and within a side what can be claimed before what cannot', () => {
  const groups = feesBySide([
    fee('s', 'station', 'met'),
    fee('lost', 'hospital', 'lost'),
    fee('far', 'hospital', 'missing', 3),
    fee('missing', 'hospital', 'missing', 1),
    fee('met', 'hospital', 'met'),
    fee('review', 'hospital', 'needsReview'),
  ]);
  expect(groups.map(({ side, fees }) => [side, ...fees.map(({ id }) => id)])).toEqual([
    ['hospital', 'met', 'review', 'missing', 'far', 'lost'],
    ['station', 's'],
  ]);
});

it('counts as met only what is known to be', () => {
  expect(metOf({ conditions: [true, false, 'unknown' as const, true].map(ok => ({ ...condition, ok })) })).toBe(2);
});
