import { describe, expect, it } from 'vitest';
import { officialHolidays } from '../testing/official-holidays.ts';
import { addDays } from './day.ts';
import { holidayOn } from './holidays.ts';

const years = Object.keys(officialHolidays).map(Number);

describe('national holidays', () => {
  it.each(years)('of %i are those of the Cabinet Office', year => {
    const found: string[] = [];
    for (let on = `${year}-01-01`; on <= `${year}-12-31`; on = addDays(on, 1))
      if (holidayOn(on)) found.push(on.slice(5));
    expect(found.join(' ')).toBe(officialHolidays[year]);
  });

  it('cover 2000 to 2027', () => {
    expect([years.at(0), years.at(-1), years.length]).toEqual([2000, 2027, 28]);
  });

  it.each([
    ['2026-05-06', '振替休日'],
    ['2026-09-22', '国民の休日'],
    ['2027-03-22', '振替休日'],
    ['2019-04-30', '国民の休日'],
    ['2006-05-04', '国民の休日'],
    ['2007-05-04', 'みどりの日'],
    ['2002-07-20', '海の日'],
    ['2020-07-24', 'スポーツの日'],
    ['2028-02-23', '天皇誕生日'],
    ['2030-05-06', '振替休日'],
  ])('%s is %s', (on, name) => {
    expect(holidayOn(on)?.ja).toBe(name);
  });

  it.each(['2026-11-24', '2019-12-23', '2019-02-23', '2003-05-04', '2020-10-12'])('%s is none', on => {
    expect(holidayOn(on)).toBeNull();
  });
});
