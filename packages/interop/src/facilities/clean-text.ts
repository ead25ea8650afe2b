/** A cell as it is kept: one line, without signs that nobody sees. Empty becomes null. */
export function cleanText(text: string): string | null {
  const plain = text.trim();
  if (!UNCLEAN.test(plain)) return plain === '' ? null : plain;
  const line = plain
    .toWellFormed()
    .replace(/\p{Cc}|\u3000/gu, ' ')
    .replace(/[\p{Cf}\uFFFE\uFFFF]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return line === '' ? null : line;
}

/** Anything that may be cleaned away; nearly every cell has none of it. */
const UNCLEAN = /[\p{Cc}\p{Cf}\p{Cs}\u3000\uFFFE\uFFFF]| {2}/u;

/** At most so many characters, said to be cut. */
export const cutText = (text: string | null, most: number): string | null =>
  text !== null && text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;

/** Digits and hyphens of a telephone; a zero that a spreadsheet took away at its beginning is given back. */
export function phoneOf(text: string): string | null {
  const line = cleanText(text.normalize('NFKC').replace(/[‐‑‒–—−ー－]/g, '-'));
  if (line === null || !/\d{2}/.test(line)) return null;
  const isBare = /^[1-9]\d{8,9}$/.test(line) || /^[1-9]\d{0,3}-\d{1,4}-\d{4}$/.test(line);
  return cutText(isBare ? `0${line}` : line, 40);
}

/** A code of so many digits; zeros that a spreadsheet took away are given back. null: no such code. */
export function codeOf(text: string, digits: number, least = digits - 1): string | null {
  const code = text.normalize('NFKC').trim().replace(/\.0$/, '');
  return new RegExp(`^\\d{${least},${digits}}$`).test(code) ? code.padStart(digits, '0') : null;
}

const AREA = { south: 20, north: 46.5, west: 122, east: 154.5 };

/** A point in Japan; anything else (0, empty, swapped) is none. */
export function pointOf(latitude: unknown, longitude: unknown) {
  const [y, x] = [numberOf(latitude), numberOf(longitude)];
  const isThere = y > AREA.south && y < AREA.north && x > AREA.west && x < AREA.east;
  return isThere ? { latitude: y, longitude: x } : { latitude: null, longitude: null };
}

const numberOf = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
