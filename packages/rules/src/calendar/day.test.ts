import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  fiscalYearFrom,
  legalAge,
  legalAgeReachedOn,
  startOfTokyoDay,
  tokyoDay,
} from './day.ts';

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));
const byCalendar = (on: string, n: number) =>
  new Date(Date.parse(`${on}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

describe('days', () => {
  it('are those of Asia/Tokyo', () => {
    expect(tokyoDay('2026-11-21T14:59:59.999Z')).toBe('2026-11-21');
    expect(tokyoDay('2026-11-21T15:00:00.000Z')).toBe('2026-11-22');
    fc.assert(fc.property(days, on => tokyoDay(startOfTokyoDay(on)) === on));
  });

  it('are counted as the calendar does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (on, n) => {
        expect(addDays(on, n)).toBe(byCalendar(on, n));
        expect(daysBetween(on, addDays(on, n))).toBe(n);
      }),
    );
  });

  it('a month later have the same number, or are the last of the month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', 3)).toBe('2026-06-15');
  });
});

describe('a fiscal year', () => {
  it.each([
    ['2026-03-31', '2025-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['2026-12-31', '2026-04-01'],
    ['2027-01-01', '2026-04-01'],
  ])('of %s begins on %s', (on, from) => {
    expect(fiscalYearFrom(on)).toBe(from);
  });
});

describe('ages', () => {
  it('are reached by law on the day before the birthday', () => {
    expect(legalAgeReachedOn('2011-02-17', 15)).toBe('2026-02-16');
    expect(legalAgeReachedOn('2011-01-01', 15)).toBe('2025-12-31');
    expect(legalAgeReachedOn('2011-03-01', 13)).toBe('2024-02-29');
    expect(legalAgeReachedOn('2012-02-29', 15)).toBe('2027-02-28');
    expect(legalAgeReachedOn('2012-02-29', 12)).toBe('2024-02-28');
  });

  it('rise on that day and on no other', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (bornOn, years) => {
        const reached = legalAgeReachedOn(bornOn, years);
        expect(legalAge(bornOn, reached)).toBe(years);
        expect(legalAge(bornOn, addDays(reached, -1))).toBe(years - 1);
      }),
    );
    expect(legalAge('2026-01-01', '2025-12-31')).toBeNull();
  });

  it('are said in completed years and months', () => {
    expect(ageOn('2025-09-10', '2026-11-22')).toEqual({ years: 1, months: 2 });
    expect(ageOn('2026-11-23', '2026-11-22')).toBeNull();
  });
});
