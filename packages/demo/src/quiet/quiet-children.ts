import type { Day } from '@kaerimichi/discharge';
import type { Story } from '../story.ts';
import { endedAtKodomo, ofHospital, ofKodomo } from './counts.ts';
import { drawFrom } from './draw.ts';
import { hospitals, kodomoCentre } from './neighbourhoods.ts';
import { quietChild } from './quiet-child.ts';

/** Another number is another world. */
const SEED = 20_261_124;

/**
 * Children who were registered twice, by two hospitals: the case at the second place tells the child of the first one. The
 * first two of Minatozaka and Tachibana, whom the program finds; the other two of the children's hospital and Shiomi.
 */
export const registeredTwice = { found: { of: 122, again: 92 }, proposed: { of: 3, again: 64 } } as const;

/** The same child as another hospital wrote it down: the given name as it is read. */
function again(stories: readonly Story[], place: number): Story['child'] | undefined {
  const pair = Object.values(registeredTwice).find(one => one.again === place);
  const child = pair && stories[pair.of]?.child;
  return child && { ...child, givenName: child.givenKana, origin: 'otherHospital' };
}

/** Everybody else's children: so many that a board looks as it does on a Monday. */
export function quietChildren(today: Day): Story[] {
  const cases = [
    ...[...ofKodomo, ...endedAtKodomo].map(course => ({ course, at: kodomoCentre })),
    ...hospitals.flatMap(at => ofHospital.map(course => ({ course, at }))),
  ];
  const numbers = caseNumbers(cases.length);
  const told = cases.map((quiet, n) =>
    quietChild(today, { ...quiet, place: n, seed: SEED + 2 * n, no: numbers[n] ?? '' }),
  );
  return told.map((story, place) => ({ ...story, child: again(told, place) ?? story.child }));
}

/** Five digits at random, as the program draws them. */
function caseNumbers(count: number): string[] {
  const draw = drawFrom(SEED);
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(`K-${draw.between(10_000, 99_999)}`);
  return [...drawn];
}
