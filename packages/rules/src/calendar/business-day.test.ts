import { describe, expect, it } from 'vitest';
import { addBusinessDays, isBusinessDay, lastBusinessDayOnOrBefore } from './business-day.ts';
import { endOfMonth, monthsInclusive, withinDays } from './period.ts';

describe('business days', () => {
  it.each([
    ['2026-12-28', true],
    ['2026-12-29', false],
    ['2027-01-03', false],
    ['2027-01-04', true],
    ['2026-11-23', false],
    ['2026-11-28', false],
  ])('%s: %s', (on, is) => {
    expect(isBusinessDay(on)).toBe(is);
  });

  it.each([
    ['2027-01-03', '2026-12-28'],
    ['2026-05-06', '2026-05-01'],
    ['2026-11-24', '2026-11-24'],
  ])('the last on or before %s is %s', (on, last) => {
    expect(lastBusinessDayOnOrBefore(on)).toBe(last);
  });

  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-24'],
    ['2026-12-28', 3, '2027-01-06'],
  ])('%s and %i more is %s', (on, days, then) => {
    expect(addBusinessDays(on, days)).toBe(then);
  });
});

describe('periods count their first day', () => {
  it.each([
    ['2026-11-25', 3, '2026-11-27'],
    ['2028-02-27', 3, '2028-02-29'],
  ])('%i days from %s', (from, days, last) => {
    expect(withinDays(from, days)).toBe(last);
  });

  it.each([
    ['2026-06-10', 6, '2026-12-09'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-29', 1, '2026-02-28'],
    ['2026-01-28', 1, '2026-02-27'],
    ['2028-01-30', 1, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-09-01', 1, '2026-09-30'],
    ['2026-12-01', 1, '2026-12-31'],
  ])('from %s %i months end on %s', (from, months, last) => {
    expect(monthsInclusive(from, months)).toBe(last);
  });

  it('a month ends where it ends', () => {
    expect(['2026-02-10', '2028-02-01', '2026-12-31'].map(endOfMonth)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
  });
});
