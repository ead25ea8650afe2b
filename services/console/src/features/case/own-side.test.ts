import { expect, it } from 'vitest';
import { ownSide } from './own-side.ts';

it('settles the side of a visit by who records it, and asks nothing of it elsewhere', () => {
  expect(ownSide('visit.recorded', { lead: 'h1', org: 'h1' })).toEqual({ side: 'hospital' });
  expect(ownSide('visit.recorded', { lead: 'h1', org: 'v1' })).toEqual({ side: 'station' });
  expect(ownSide('visit.signed', { lead: 'h1', org: 'v1' })).toEqual({ side: 'station' });
  expect(ownSide('difference.resolved', { lead: 'h1', org: 'v1' })).toEqual({});
});
