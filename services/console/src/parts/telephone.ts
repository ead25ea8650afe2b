/** A number in plain digits (`0457112351`, `+81…` from abroad), and the extension behind it. */
export type Telephone = { readonly digits: string; readonly extension: string | null };

const between = /[\s()\-.‐-―−ー/]/g;
const extensionPattern = /(?:\(|、|,)?(?:内線|ext\.?|#|x)[:.]?(\d{1,6})\)?$/i;

/** A telephone number as people write it, half or full width, with or without hyphens and brackets; null: it is none. */
export function parseTelephone(text: string): Telephone | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const extension = extensionPattern.exec(plain)?.[1] ?? null;
  const digits = plain
    .replace(extensionPattern, '')
    .replace(/^tel[:.]?/i, '')
    .replace(between, '');
  return isNumber(digits) ? { digits, extension } : null;
}

/** Ten or eleven digits after a 0, or as many from abroad. */
export const isNumber = (digits: string): boolean => /^0\d{9,10}$/.test(digits) || /^\+\d{10,13}$/.test(digits);

/** As it is kept, without hyphens: `0457112351`, with an extension `0457112351 内線1234`. */
export const telephoneText = ({ digits, extension }: Telephone): string =>
  extension === null ? digits : `${digits} 内線${extension}`;

/** Not of a place: cut after so many digits, and again. */
const cuts: readonly (readonly [RegExp, number, number])[] = [
  [/^0800\d{7}$/, 4, 3],
  [/^0[56789]0\d{8}$/, 3, 4],
  [/^0(?:120|570|990)\d{6}$/, 4, 3],
];

/** Area codes of two digits: all that begin so. */
const twoDigits = /^0(?:3|6|420|429|471)/;
/**
 * Area codes of three digits, by what follows their 0, and the digits that follow those: `45 23456789` is 045-2 to 045-9.
 * All others have four; invented numbers of the demo (045-000-…) are cut as their area is. As lists of the country's hospitals, pharmacies and services write their own numbers.
 */
const threeDigits = new Map(
  '11 235678,17 7,18 8,19 6,22 237,23 6,24 59,25 2357,26 24,27 23,28 6,29 238,42 345678,43 234,44 2345789,45 0123456789,46 248,47 347,48 2456789,49 2,52 23456789,53 45,54 2369,55 29,58 23,59 23,72 2346789,73 4,75 23456789,76 24,77 5,78 23456789,79 24,82 24589,83 29,84 9,86 249,87 8,88 68,89 9,92 23456789,93 23456789,95 8,96 23,97 5,98 89,99 28'
    .split(',')
    .map(area => [area.slice(0, 2), area.slice(3)]),
);

/** Digits in groups, as the number is said: 045-711-2351, 090-1234-5678; what is no number of this country stays. */
export function groupedDigits(digits: string): string {
  if (!/^0\d{9,10}$/.test(digits)) return digits;
  const cut = cuts.find(([begins]) => begins.test(digits));
  const area = cut?.[1] ?? areaDigits(digits);
  const middle = cut?.[2] ?? digits.length - area - LAST;
  return [digits.slice(0, area), digits.slice(area, area + middle), digits.slice(area + middle)].join('-');
}

const LAST = 4;

function areaDigits(digits: string): number {
  if (twoDigits.test(digits)) return 2;
  return threeDigits.get(digits.slice(1, 3))?.includes(digits.charAt(3)) ? 3 : 4;
}

/** A number as it is read: in groups, its extension behind it; a text that is no number stays as it is. */
export function shownTelephone(text: string): string {
  const found = parseTelephone(text);
  if (!found) return text;
  return telephoneText({ ...found, digits: groupedDigits(found.digits) });
}
