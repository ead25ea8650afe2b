import type { Words } from '../words.ts';
import { addDays } from './day.ts';
import type { Day } from './meant-day.ts';
import { weekdayOf } from './weekday.ts';

/**
 * 国民の祝日 as 国民の祝日に関する法律 has them since 2000: a day, the second or third Monday, an equinox, and for two years the
 * days of the Olympic Games. Years `from` to `to`; later laws are not foreseen.
 */
type Holiday = {
  readonly name: Words;
  /** `MM-DD`, or the number of the Monday in a month, or the equinox of a month. */
  readonly on: string | { readonly monday: number; readonly month: string } | { readonly equinox: '03' | '09' };
  readonly from?: number;
  readonly to?: number;
  /** Years in which another law moved it, and whereto. */
  readonly moved?: Readonly<Record<number, string>>;
};

const monday = (month: string, nth: number) => ({ monday: nth, month });

const holidays: readonly Holiday[] = [
  { name: { ja: '元日', en: 'New Year’s Day' }, on: '01-01' },
  { name: { ja: '成人の日', en: 'Coming of Age Day' }, on: monday('01', 2) },
  { name: { ja: '建国記念の日', en: 'National Foundation Day' }, on: '02-11' },
  { name: { ja: '天皇誕生日', en: 'Emperor’s Birthday' }, on: '02-23', from: 2020 },
  { name: { ja: '春分の日', en: 'Vernal Equinox Day' }, on: { equinox: '03' } },
  { name: { ja: 'みどりの日', en: 'Greenery Day' }, on: '04-29', to: 2006 },
  { name: { ja: '昭和の日', en: 'Showa Day' }, on: '04-29', from: 2007 },
  { name: { ja: '即位の日', en: 'Day of the Enthronement' }, on: '05-01', from: 2019, to: 2019 },
  { name: { ja: '憲法記念日', en: 'Constitution Day' }, on: '05-03' },
  { name: { ja: 'みどりの日', en: 'Greenery Day' }, on: '05-04', from: 2007 },
  { name: { ja: 'こどもの日', en: 'Children’s Day' }, on: '05-05' },
  { name: { ja: '海の日', en: 'Marine Day' }, on: '07-20', to: 2002 },
  {
    name: { ja: '海の日', en: 'Marine Day' },
    on: monday('07', 3),
    from: 2003,
    moved: { 2020: '07-23', 2021: '07-22' },
  },
  {
    name: { ja: '山の日', en: 'Mountain Day' },
    on: '08-11',
    from: 2016,
    moved: { 2020: '08-10', 2021: '08-08' },
  },
  { name: { ja: '敬老の日', en: 'Respect for the Aged Day' }, on: '09-15', to: 2002 },
  { name: { ja: '敬老の日', en: 'Respect for the Aged Day' }, on: monday('09', 3), from: 2003 },
  { name: { ja: '秋分の日', en: 'Autumnal Equinox Day' }, on: { equinox: '09' } },
  { name: { ja: '体育の日', en: 'Health and Sports Day' }, on: monday('10', 2), to: 2019 },
  {
    name: { ja: 'スポーツの日', en: 'Sports Day' },
    on: monday('10', 2),
    from: 2020,
    moved: { 2020: '07-24', 2021: '07-23' },
  },
  { name: { ja: '即位礼正殿の儀', en: 'Enthronement Ceremony' }, on: '10-22', from: 2019, to: 2019 },
  { name: { ja: '文化の日', en: 'Culture Day' }, on: '11-03' },
  { name: { ja: '勤労感謝の日', en: 'Labour Thanksgiving Day' }, on: '11-23' },
  { name: { ja: '天皇誕生日', en: 'Emperor’s Birthday' }, on: '12-23', to: 2018 },
];

/** From 2007 on 振替休日 is the next day that is none itself; before, the Monday alone. */
const NEXT_FREE_DAY_FROM = 2007;

/** What a day is called by law: a 国民の祝日, its 振替休日, the 休日 between two of them; null for none. Known from 2000 on. */
export function holidayOn(on: Day): Words | null {
  const named = namedHoliday(on);
  if (named) return named;
  if (isSubstitute(on)) return { ja: '振替休日', en: 'Substitute holiday' };
  const isBetween = namedHoliday(addDays(on, -1)) !== null && namedHoliday(addDays(on, 1)) !== null;
  return isBetween && weekdayOf(on) !== 0 ? { ja: '国民の休日', en: 'Citizens’ holiday' } : null;
}

function isSubstitute(on: Day): boolean {
  const isNextFree = Number(on.slice(0, 4)) >= NEXT_FREE_DAY_FROM;
  for (let before = addDays(on, -1); namedHoliday(before); before = addDays(before, -1)) {
    if (weekdayOf(before) === 0) return true;
    if (!isNextFree) return false;
  }
  return false;
}

const byYear = new Map<number, ReadonlyMap<string, Words>>();

function namedHoliday(on: Day): Words | null {
  const year = Number(on.slice(0, 4));
  const known = byYear.get(year) ?? holidaysOf(year);
  byYear.set(year, known);
  return known.get(on.slice(5)) ?? null;
}

/** The 国民の祝日 of a year by `MM-DD`. */
function holidaysOf(year: number): ReadonlyMap<string, Words> {
  const ofYear = holidays.filter(({ from = year, to = year }) => from <= year && year <= to);
  return new Map(ofYear.map(holiday => [holiday.moved?.[year] ?? dateIn(year, holiday.on), holiday.name]));
}

function dateIn(year: number, on: Holiday['on']): string {
  if (typeof on === 'string') return on;
  if ('equinox' in on) return `${on.equinox}-${String(equinox(year, on.equinox)).padStart(2, '0')}`;
  const first = weekdayOf(`${String(year).padStart(4, '0')}-${on.month}-01`);
  const date = 1 + ((8 - first) % 7) + (on.monday - 1) * 7;
  return `${on.month}-${String(date).padStart(2, '0')}`;
}

/** Day of 春分 and 秋分; the usual approximation, which holds from 1980 to 2099. */
function equinox(year: number, month: '03' | '09'): number {
  const base = { '03': 20.8431, '09': 23.2488 }[month];
  const years = year - 1980;
  return Math.floor(base + 0.242194 * years - Math.floor(years / 4));
}
