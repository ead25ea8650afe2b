import type { Identity } from '@kaerimichi/casework';

const KATAKANA = /[ァ-ヶ]/g;
const KATAKANA_TO_HIRAGANA = 0x60;
const NOT_SEARCHED = /[\s・･\-‐‑–—−ー－_.,、。'"()（）]+/g;

/**
 * One form for everything that reads alike: full and half width, katakana and hiragana, upper and lower case;
 * spaces, middle dots, hyphens and long-vowel marks do not count (ｻﾄｳ ﾕｳｷ = さとうゆうき; コーヒー = こひ).
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(KATAKANA, letter => String.fromCharCode(letter.charCodeAt(0) - KATAKANA_TO_HIRAGANA))
    .replace(NOT_SEARCHED, '');
}

/** Pieces of one and two characters, each once: an infix of one to three characters is found by them. */
export function gramsOf(text: string): string[] {
  const letters = [...text];
  const pairs = letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  return [...new Set([...letters, ...pairs])];
}

export type Searched = Omit<Identity, 'sex' | 'municipality'> & { readonly no: string };
export type SearchColumns = { readonly kanaFold: string; readonly searchText: string; readonly grams: string[] };

/** Digits of a case number: all that a search for it compares. */
export const digitsOf = (no: string): string => no.replace(/\D/g, '');

/** What `care_case` keeps to be found by. Fields are separated, so that no infix spans two of them. */
export function searchColumns({
  no,
  familyName,
  givenName,
  familyKana,
  givenKana,
  hospitalNumber,
}: Searched): SearchColumns {
  const kanaFold = fold(`${familyKana ?? ''}${givenKana ?? ''}`);
  const names = [fold(`${familyName ?? ''}${givenName ?? ''}`), kanaFold, fold(hospitalNumber ?? '')];
  const fields = [...names, digitsOf(no)].filter(field => field !== '');
  return { kanaFold, searchText: names.join('|'), grams: [...new Set(fields.flatMap(gramsOf))] };
}
