import { describe, expect, it } from 'vitest';
import { holdsOn, isOver } from './membership-period.ts';

describe('a membership', () => {
  it.each([
    ['2026-04-01', '2027-03-31', '2026-03-31', false, false],
    ['2026-04-01', '2027-03-31', '2026-04-01', true, false],
    ['2026-04-01', '2027-03-31', '2027-03-31', true, false],
    ['2026-04-01', '2027-03-31', '2027-04-01', false, true],
    ['2026-04-01', null, '2036-04-01', true, false],
    // Ended on its first day: it held on none.
    ['2026-04-01', '2026-03-31', '2026-04-01', false, true],
  ])('from %s until %s, on %s: holds %s, is over %s', (fromOn, untilOn, day, holds, over) => {
    expect([holdsOn({ fromOn, untilOn }, day), isOver({ untilOn }, day)]).toEqual([holds, over]);
  });
});
