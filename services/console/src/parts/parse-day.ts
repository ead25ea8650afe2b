/** First year of each era; R8 = 2018 + 8. */
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
  R: 2018,
  H: 1988,
  S: 1925,
  T: 1911,
  M: 1867,
};

const eraPattern = /^(令和|平成|昭和|大正|明治|[RHSTM])(元|\d{1,2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/;
const fullPattern = /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?$/;
const plainPattern = /^(\d{4})(\d{2})(\d{2})$/;
const shortPattern = /^(\d{1,2})[月.\-/](\d{1,2})日?$/;

const weekdayPattern = /[((](?:[日月火水木金土]|[A-Za-z]{3})[))]$/;

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
 * (nearest year), R8.11.22, 令和8年11月22日, H22/4/1, in full width too, with or without a weekday.
 */
export function parseDay(text: string, today: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(weekdayPattern, '')
    .replace(/[ー−–]/g, '-');
  const era = eraPattern.exec(plain.replace(/^[rhstm]/, letter => letter.toUpperCase()));
  if (era) {
    const [, name = '', year = '', month, date] = era;
    return toDay((eras[name] ?? Number.NaN) + (year === '元' ? 1 : Number(year)), Number(month), Number(date));
  }
  const full = fullPattern.exec(plain) ?? plainPattern.exec(plain);
  if (full) return toDay(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = shortPattern.exec(plain);
  return short ? nearest(Number(short[1]), Number(short[2]), today) : null;
}

/** A whole number as people type it (full width, spaces, unit-less); null when it is none. */
export function parseWhole(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '').replace(/[ー−]/g, '-');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : null;
}
