import type { BedStrip } from '@kaerimichi/contracts';
import { expect, it } from 'vitest';
import { freeBeds } from './free-beds.ts';

const day = (on: string, is: 'free' | 'own' | 'taken') => ({ on, is, caseNo: null });
const strip: BedStrip = {
  ...{ house: 'org', count: 2, waiting: [], mayKeep: true },
  beds: [
    { no: 1, days: [day('2026-12-01', 'taken'), day('2026-12-02', 'free'), day('2026-12-03', 'own')] },
    { no: 2, days: [day('2026-12-01', 'free'), day('2026-12-02', 'taken'), day('2026-12-03', 'free')] },
  ],
};

it.each([
  ['2026-12-02', '2026-12-03', [1]],
  ['2026-12-01', '2026-12-01', [2]],
  ['2026-12-01', '2026-12-03', []],
  ['2026-12-09', '2026-12-10', [1, 2]],
])('from %s to %s', (from, to, free) => expect(freeBeds(strip, { from, to })).toEqual(free));
