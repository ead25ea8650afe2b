import { type Planted, plantedText } from './canary-case.ts';
import { expectedRights, type Relation, shareable } from './people-table.ts';

/**
 * Where each planted word of a child may be read, and with which right of its category, by hand from people.md: R who
 * reads the category whole, S who sees a summary, O who sees its own part, P who reads it whole and the plan too, of which
 * its entry is. `lists` are board, sync, search and frames, `family` the page of a guardian, `past`
 * a day of the replay, `preparation` skills, devices, schemes and stays. What is not named tells no word at all: counts, logs, refusals,
 * conditions of a move.
 */
const wordTable = `
word            category  case  history  file  lists  family  past  preparation
name            contacts  RO    -        -     RO     -       -     -
kana            contacts  RO    -        -     -      -       -     -
hospitalNumber  contacts  R     -        -     -      -       -     -
bornOn          contacts  R     P        -     -      -       R     -
caregiver       skills    R     R        -     -      -       R     R
deviceModel     skills    -     R        -     -      -       -     R
schemeUntil     money     RS    R        -     -      O       RS    RS
fileGuardian    contacts  -     -        R     -      -       -     -
fileAllergy     clinical  -     -        R     -      -       -     -
fileDevice      skills    -     -        RS    -      -       -     -
fileDeviceNote  skills    -     -        R     -      -       -     -`;

const lines = wordTable
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/));
const places = (lines[0] ?? []).slice(2);
export type Place = 'case' | 'history' | 'file' | 'lists' | 'family' | 'past' | 'preparation' | 'nowhere';

/** Rows of the answers in which the words of a place stand. */
export const placeOf: Readonly<Record<string, Place>> = {
  'GET /cases/{id}': 'case',
  'GET /cases/{id}/events': 'history',
  'GET /cases/{id}/replay': 'past',
  'GET /cases/{id}/source': 'file',
  'GET /family': 'family',
  'GET /cases/{id}/preparation': 'preparation',
  'GET /board': 'lists',
  'POST /board/sync': 'lists',
  'POST /board/csv': 'lists',
  'GET /search': 'lists',
  'POST /search': 'lists',
  'GET /imports/drafts/{id}': 'file',
  'PUT /imports/drafts/{id}/confirmed': 'file',
};

/** Which words of a child somebody is told in a place, and which not. */
export function wordsAt(
  place: Place,
  words: Planted,
  { role, relation }: { role: string; relation: Relation },
): [string, boolean][] {
  const rights = expectedRights(role, relation);
  // The history is written by those who work, for those who work: a guardian reads nothing of it, nor of a past day.
  const isClosed = ['history', 'past'].includes(place) && relation.stands === 'invited';
  const column = isClosed ? -1 : places.indexOf(place);
  const isTold = (category: string, letters: string) =>
    letters === 'P'
      ? rights.get(category) === 'R' && rights.get('plan') === 'R'
      : letters.includes(rights.get(category) ?? 'none');
  const named = lines.slice(1).map(([word = '', category = '', ...letters]): [string, boolean] => {
    // The table's words are those of a planted child, by name.
    return [words[word as keyof Planted], isTold(category, letters[column] ?? '-')];
  });
  // No entry of the cases holds a picture.
  const texts = shareable
    .filter(category => category !== 'images')
    .map((category): [string, boolean] => [
      plantedText(words, category),
      textsAt(place, category) && !isClosed && isTold(category, 'R'),
    ]);
  return [...named, ...texts];
}

/** Where what was written in an entry is told. A guardian's page tells whom to call. */
function textsAt(place: Place, category: string): boolean {
  if (place === 'family') return category === 'contacts';
  return place === 'history' || (place === 'preparation' && ['skills', 'money'].includes(category));
}
