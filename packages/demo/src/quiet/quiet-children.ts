import type { Day } from '@kaerimichi/discharge';
import type { Story } from '../story.ts';
import { endedAtKodomo, ofHospital, ofKodomo } from './counts.ts';
import { drawFrom } from './draw.ts';
import { hospitals, kodomoCentre } from './neighbourhoods.ts';
import { quietChild } from './quiet-child.ts';

/** Another number is another world. */
const SEED = 20_261_124;

/** Everybody else's children: so many that a board looks as it does on a Monday. */
export function quietChildren(today: Day): Story[] {
  const cases = [
    ...[...ofKodomo, ...endedAtKodomo].map(course => ({ course, at: kodomoCentre })),
    ...hospitals.flatMap(at => ofHospital.map(course => ({ course, at }))),
  ];
  const numbers = caseNumbers(cases.length);
  return cases.map((quiet, n) => quietChild(today, { ...quiet, place: n, seed: SEED + 2 * n, no: numbers[n] ?? '' }));
}

/** Five digits at random, as the program draws them. */
function caseNumbers(count: number): string[] {
  const draw = drawFrom(SEED);
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(`K-${draw.between(10_000, 99_999)}`);
  return [...drawn];
}
