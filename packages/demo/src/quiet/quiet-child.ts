import { addDays, addMonths, type CareNeed, type Day, daysBetween } from '@kaerimichi/discharge';
import { type Care, type Cast, entitlementsFor } from '../cast.ts';
import { scriptFrom } from '../script.ts';
import type { Child, Story } from '../story.ts';
import type { Course } from './course.ts';
import { type Draw, drawFrom } from './draw.ts';
import { boys, familyNames, girls } from './names.ts';
import type { Neighbourhood } from './neighbourhoods.ts';

const mixes: readonly (readonly CareNeed[])[] = [
  ['nasalTube'],
  ['oxygen'],
  ['oxygen', 'nasalTube'],
  ['tracheostomy', 'suction'],
  ['tracheostomy', 'ventilator', 'suction'],
  ['tracheostomy', 'ventilator', 'oxygen', 'gastrostomy'],
  ['gastrostomy', 'suction'],
  ['gastrostomy', 'seizureRescue'],
  ['niv'],
  ['niv', 'gastrostomy', 'suction'],
  ['centralLine'],
  ['catheter'],
  ['stoma'],
  ['insulin'],
];

/** Through the list in strides, so that names do not come in the order of the syllabary. */
const STRIDE = 29;

const SCHOOL_AGE_MONTHS = 80;
const INFANT_MONTHS = 8;

export type Quiet = {
  /** Of its own: name, days and turns of the story follow from it. */
  readonly seed: number;
  readonly no: string;
  readonly course: Course;
  readonly at: Neighbourhood;
  /** Neighbours on one board have other family names. */
  readonly place: number;
};

/** A child without a story of its own: everything about it is drawn, and the same every time. */
export function quietChild(today: Day, { seed, no, course, at, place }: Quiet): Story {
  const draw = drawFrom(seed);
  const ageMonths = draw.between(...course.ages);
  const school = ageMonths >= SCHOOL_AGE_MONTHS;
  const needs = draw.of(mixes);
  const care: Care = { needs, school, entitlements: entitlementsFor(needs) };
  const cast = castOf(at, draw, school);
  const still = draw.between(...course.still);
  // Told once to see how long it is, then again so that it ends where it should.
  const write = (begin: Day) => {
    const own = drawFrom(seed + 1);
    const script = scriptFrom(begin, today, () => own.between(0, 4));
    course.write(script, cast, { care, draw: own });
    return script;
  };
  const registeredOn = addDays(today, -still - daysBetween(today, write(today).day()));
  const { steps } = write(registeredOn);
  const bornOn = addDays(addMonths(registeredOn, -ageMonths), -draw.between(0, 27));
  const child = { ...named(draw, place), ...origin(draw, ageMonths), bornOn, needs, municipality: draw.of(at.places) };
  return { no, child, reason: '在宅移行の支援', registeredBy: at.nurse, registeredOn, steps };
}

function castOf({ nurse, doctor, ward, ...near }: Neighbourhood, draw: Draw, school: boolean): Cast {
  const atSchool = { ...near.school, part: 'school' } as const;
  const inTown = { ...near.municipality, part: 'publicHealthNurse' } as const;
  return {
    nurse,
    doctor,
    ward,
    station: draw.of(near.stations),
    clinic: draw.of(near.clinics),
    others: [...(school ? [atSchool] : []), ...(draw.in100(30) ? [inTown] : [])],
    hub: draw.in100(40),
  };
}

function named(
  draw: Draw,
  place: number,
): Pick<Child, 'familyName' | 'familyKana' | 'givenName' | 'givenKana' | 'sex'> {
  const [familyName = '', familyKana = ''] = familyNames[(place * STRIDE) % familyNames.length] ?? [];
  const sex = draw.of(['female', 'male'] as const);
  const [givenName, givenKana] = draw.of(sex === 'female' ? girls : boys);
  return { familyName, familyKana, givenName, givenKana, sex };
}

/** Whoever is so young has been in hospital since birth, and was mostly born early. */
function origin(draw: Draw, ageMonths: number): Pick<Child, 'origin' | 'gestationWeeks'> {
  if (ageMonths > INFANT_MONTHS) return { origin: draw.of(['ward', 'ward', 'otherHospital']) };
  return { origin: 'nicu', gestationWeeks: draw.between(25, 39) };
}
