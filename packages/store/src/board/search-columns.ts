import type { Identity } from '@kaerimichi/casework';
import { fold } from '@kaerimichi/discharge';

export { fold };

/** Longest piece of a name; of a number, whose digits repeat so much more, one more. */
export const NAME_PIECE = 2;
export const NUMBER_PIECE = 3;

/** Every part of up to so many characters, each once: an infix is found by the pieces it is made of. */
export function piecesOf(text: string, longest: number): string[] {
  const letters = [...text];
  const lengths = Array.from({ length: longest }, (_, at) => at + 1);
  return [
    ...new Set(
      lengths.flatMap(length => letters.slice(length - 1).map((_, at) => letters.slice(at, at + length).join(''))),
    ),
  ];
}

export type Searched = Omit<Identity, 'sex' | 'municipality' | 'birthOrder'> & { readonly no: string };
export type SearchColumns = { readonly kanaFold: string; readonly searchText: string; readonly grams: string[] };

/** Digits of a case number: all that a search for it compares. */
const digitsOf = (no: string): string => no.replace(/\D/g, '');

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
  const names = [fold(`${familyName ?? ''}${givenName ?? ''}`), kanaFold];
  const numbers = [fold(hospitalNumber ?? ''), digitsOf(no)];
  const pieces = [
    ...names.flatMap(name => piecesOf(name, NAME_PIECE)),
    ...numbers.flatMap(number => piecesOf(number, NUMBER_PIECE)),
  ];
  return { kanaFold, searchText: [...names, numbers[0]].join('|'), grams: [...new Set(pieces)] };
}
