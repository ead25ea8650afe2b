import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from './day.ts';
import { lastGoingHome, restDay } from './rest-day.ts';

const official = join(import.meta.dirname, '../../../../../shared/data/calendar/syukujitsu.csv');

describe('a day of rest', () => {
  it.each([
    ['2026-11-25', null],
    ['2026-11-27', null],
    ['2026-11-28', 'weekend'],
    ['2026-11-29', 'weekend'],
    ['2026-11-23', 'holiday'],
    ['2026-05-06', 'holiday'],
    ['2026-09-22', 'holiday'],
    ['2026-03-20', 'holiday'],
    ['2027-01-11', 'holiday'],
    ['2026-12-28', null],
    ['2026-12-29', 'yearEnd'],
    ['2027-01-01', 'yearEnd'],
    ['2027-01-03', 'yearEnd'],
    ['2027-01-04', null],
  ])('%s is %s', (on, why) => {
    expect(restDay(on)).toBe(why);
  });

  // The Cabinet Office's list, where it stands beside the project; the law of 2020 and 2021 had days of its own.
  it.runIf(existsSync(official))('is a holiday exactly where the official list has one', () => {
    const text = new TextDecoder('shift_jis').decode(readFileSync(official));
    const isYearEnd = (day: string) => day.slice(5) <= '01-03';
    const listed = [...text.matchAll(/^(\d{4})\/(\d+)\/(\d+),/gm)]
      .map(([, year = '', month = '', date = '']) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
      .filter(day => day >= '2022-01-01' && !isYearEnd(day));
    const found: string[] = [];
    for (let on = '2022-01-01'; on <= `${listed.at(-1)?.slice(0, 4)}-12-31`; on = addDays(on, 1))
      if (restDay(on) === 'holiday') found.push(on);
    expect(found.length).toBeGreaterThan(80);
    expect(found).toEqual(listed);
  });
});

it.each([
  ['the day before', '2026-11-26', '2026-11-25T08:00:00.000Z'],
  ['Friday after a weekend', '2026-11-30', '2026-11-27T08:00:00.000Z'],
  ['past a holiday', '2026-11-24', '2026-11-20T08:00:00.000Z'],
  ['past 年末年始', '2027-01-04', '2026-12-28T08:00:00.000Z'],
])('a morning looks back to 17:00 of %s', (_why, on, at) => {
  expect(lastGoingHome(on)).toBe(at);
});
