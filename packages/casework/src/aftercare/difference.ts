import type { Difference } from './aftercare-seen.ts';

/** A number as it is written on a ward: full-width digits, a unit behind it, a comma for the point. */
function numberIn(text: string): number | null {
  const [, number] =
    text
      .normalize('NFKC')
      .trim()
      .replace(',', '.')
      .match(/^(-?\d+(?:\.\d+)?)\s*[^\d./-]*$/) ?? [];
  return number === undefined ? null : Number(number);
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** How the value in hospital stands beside the one at home. */
export function differenceOf(home: string, hospital: string): Difference {
  if (plain(home) === plain(hospital)) return { is: 'same' };
  const [a, b] = [numberIn(home), numberIn(hospital)];
  if (a === null || b === null) return { is: 'differs' };
  if (a === b) return { is: 'same' };
  // Tenths are written at most; a float's tail is nobody's measurement.
  return { is: b > a ? 'higher' : 'lower', by: Math.round(Math.abs(b - a) * 100) / 100 };
}
