import { describe, expect, it } from 'vitest';
import { parseDay, parseWhole } from './parse-day.ts';

const today = '2026-11-22';

describe('a day as people write it', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026/11/22', '2026-11-22'],
    ['２０２６/１１/２２', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2026年11月22日', '2026-11-22'],
    ['R8.11.22', '2026-11-22'],
    ['r8.11.22', '2026-11-22'],
    ['Ｒ８．１１．２２', '2026-11-22'],
    ['令和8年11月22日', '2026-11-22'],
    ['令和元年5月1日', '2019-05-01'],
    ['H22/4/1', '2010-04-01'],
    ['S64.1.7', '1989-01-07'],
    ['11/22', '2026-11-22'],
    ['2/1', '2027-02-01'],
    ['11月30日', '2026-11-30'],
    ['11/22(日)', '2026-11-22'],
    [' 2026-2-3 ', '2026-02-03'],
    ['2028-02-29', '2028-02-29'],
  ])('reads %s', (text, day) => {
    expect(parseDay(text, today)).toBe(day);
  });

  it('takes the nearest year for a month and date alone', () => {
    expect(parseDay('12/28', '2027-01-05')).toBe('2026-12-28');
    expect(parseDay('1/5', '2026-12-28')).toBe('2027-01-05');
  });

  it.each(['2026-02-29', '2026-13-01', '11/31', 'R8', 'あした', '', '20261', '令和8年'])('refuses %s', text => {
    expect(parseDay(text, today)).toBeNull();
  });
});

describe('a whole number as people type it', () => {
  it('reads full-width digits and separators', () => {
    expect(parseWhole('１２')).toBe(12);
    expect(parseWhole('1,200')).toBe(1200);
    expect(parseWhole('−3')).toBe(-3);
  });
  it.each(['', '1.5', '二', '1e3', '12人'])('refuses %s', text => {
    expect(parseWhole(text)).toBeNull();
  });
});
