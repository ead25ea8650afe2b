import { describe, expect, it } from 'vitest';
import { correctedBirth } from './corrected-birth.ts';
import { eraDay, eraYear, fiscalYearOf } from './era.ts';

describe('eras', () => {
  it.each([
    ['2026-11-30', '令和8年11月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['2019-04-30', '平成31年4月30日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1912-07-29', '明治45年7月29日'],
  ])('%s is %s', (on, said) => {
    expect(eraDay(on)).toBe(said);
  });

  it('are none before the solar calendar', () => {
    expect([eraDay('1872-12-31'), eraYear('1872-12-31')]).toEqual([null, null]);
    expect(eraYear('2026-01-01')?.en).toBe('Reiwa 8');
  });
});

it.each([
  ['2026-03-31', 2025, '令和7年度'],
  ['2026-04-01', 2026, '令和8年度'],
  ['2019-04-01', 2019, '令和元年度'],
  ['2019-03-31', 2018, '平成30年度'],
])('%s lies in the fiscal year %i', (on, year, label) => {
  const fiscal = fiscalYearOf(on);
  expect([fiscal.year, fiscal.label.ja]).toEqual([year, label]);
});

it.each([
  [30, '2026-03-12'],
  [36, '2026-01-29'],
  [37, null],
  [40, null],
])('a child of %i weeks born on 2026-01-01 counts from %s', (weeks, from) => {
  expect(correctedBirth('2026-01-01', weeks)).toBe(from);
});
