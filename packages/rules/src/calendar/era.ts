import type { Words } from '../words.ts';
import { fiscalYearFrom } from './day.ts';
import type { Day } from './meant-day.ts';

/** 元号 since 明治6年 (the first of the solar calendar), each from its first day. */
const eras = [
  { from: '2019-05-01', ja: '令和', en: 'Reiwa', firstYear: 2019 },
  { from: '1989-01-08', ja: '平成', en: 'Heisei', firstYear: 1989 },
  { from: '1926-12-25', ja: '昭和', en: 'Showa', firstYear: 1926 },
  { from: '1912-07-30', ja: '大正', en: 'Taisho', firstYear: 1912 },
  { from: '1873-01-01', ja: '明治', en: 'Meiji', firstYear: 1868 },
] as const;

/** `令和8年`, of the first year `令和元年`; null before 1873. */
export function eraYear(on: Day): Words | null {
  const era = eras.find(({ from }) => from <= on);
  if (!era) return null;
  const year = Number(on.slice(0, 4)) - era.firstYear + 1;
  return { ja: `${era.ja}${year === 1 ? '元' : year}年`, en: `${era.en} ${year}` };
}

/** `令和8年11月30日`; null before 1873. */
export function eraDay(on: Day): string | null {
  const year = eraYear(on);
  return year && `${year.ja}${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`;
}

/** The 年度 (April to March) a day lies in, by the year in which it begins: `令和8年度`. */
export function fiscalYearOf(on: Day): { readonly year: number; readonly label: Words } {
  const year = Number(fiscalYearFrom(on).slice(0, 4));
  // Of a year whose era begins after 1 April the new era is said: 2019年度 is 令和元年度.
  const label = eraYear(`${String(year).padStart(4, '0')}-12-31`);
  return { year, label: { ja: `${label?.ja ?? `${year}年`}度`, en: `fiscal ${year}` } };
}
