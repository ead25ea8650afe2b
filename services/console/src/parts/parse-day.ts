import { addDays } from '@kaerimichi/discharge';

/** First year of each era; R8 = 2018 + 8. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  令: 2018,
  平: 1988,
  昭: 1925,
  大: 1911,
  明: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
  T: 1911,
  M: 1867,
};

const eraPattern = /^(令和?|平成?|昭和?|大正?|明治?|[RHSTM])(元|\d{1,2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/;
/** As electronic charts print it: R081122. */
const plainEraPattern = /^([RHSTM])(\d{2})(\d{2})(\d{2})$/;
const fullPattern = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/;
const plainPattern = /^(\d{4})(\d{2})(\d{2})$/;
const shortPattern = /^(\d{1,2})[月.\-/](\d{1,2})日?$/;

const weekdayPattern = /(?:[((](?:[日月火水木金土]|[A-Za-z]{3})[))]|[日月火水木金土]曜日?)$/;

/** Days from today, as they are said. */
const said = new Map(
  Object.entries({
    きょう: 0,
    今日: 0,
    本日: 0,
    あす: 1,
    あした: 1,
    明日: 1,
    あさって: 2,
    明後日: 2,
    きのう: -1,
    昨日: -1,
    おととい: -2,
    一昨日: -2,
  }),
);
const awayPattern = /^(\d{1,3})(日|週間)(後|前)$/;

/** `YYYY-MM-DD` when the three numbers are a day that exists. */
function toDay(year: number, month: number, date: number): string | null {
  const made = new Date(Date.UTC(year, month - 1, date));
  const isReal = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
  return isReal ? made.toISOString().slice(0, 10) : null;
}

/** The occurrence of a month and date that lies nearest to today; a tie goes to the later one. */
function nearest(month: number, date: number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  const distance = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return (
    [year + 1, year, year - 1]
      .map(candidate => toDay(candidate, month, date))
      .filter(day => day !== null)
      .sort((a, b) => distance(a) - distance(b))[0] ?? null
  );
}

/**
 * A day as people write it, to `YYYY-MM-DD`; null when it is none. Reads 2026-11-22, 2026/11/22, 20261122, 11/22
 * (nearest year), R8.11.22, 令和8年11月22日, H22/4/1, 令8.11.22, R081122, 明日, 3日後, in full width too, with or without a
 * weekday.
 */
export function parseDay(text: string, today: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(weekdayPattern, '')
    .replace(/[ー−‐‑–—]/g, '-');
  const near = daysAway(plain);
  if (near !== null) return addDays(today, near);
  const upper = plain.replace(/^[rhstm]/, letter => letter.toUpperCase());
  const era = eraPattern.exec(upper) ?? plainEraPattern.exec(upper);
  if (era) {
    const [, name = '', year = '', month, date] = era;
    return toDay((eras[name] ?? Number.NaN) + (year === '元' ? 1 : Number(year)), Number(month), Number(date));
  }
  const full = fullPattern.exec(plain) ?? plainPattern.exec(plain);
  if (full) return toDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = shortPattern.exec(plain);
  return short ? nearest(Number(short[1]), Number(short[2]), today) : null;
}

function daysAway(text: string): number | null {
  const away = awayPattern.exec(text);
  if (!away) return said.get(text) ?? null;
  return Number(away[1]) * (away[2] === '週間' ? 7 : 1) * (away[3] === '前' ? -1 : 1);
}
