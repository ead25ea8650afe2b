import { type CareNeed, legalAge } from '@kaerimichi/discharge';
import { suggestedNeeds } from './care-needs.ts';
import { type Entry, type Guardian, phonesOf, toGuardian } from './entries.ts';
import type { Found } from './found.ts';
import { dayOf, objects, text } from './json.ts';
import { type DraftNames, namesOf } from './names.ts';

export type DraftMark = 'adult' | 'deceased' | 'noBirthDate' | 'birthDateIncomplete' | 'noName';

/** A child as a hospital's file has it: nothing of it is a case until a person makes it one. */
export type PatientDraft = DraftNames & {
  /** Identity in the sending system, for a later file about the same child. */
  readonly sourceKey: string;
  readonly from: string;
  readonly bornOn: string | null;
  /** The birth date as given, where it is not a whole date. */
  readonly bornSaid: string | null;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly hospitalNumber: string | null;
  readonly marks: readonly DraftMark[];
  readonly address: string | null;
  readonly phones: readonly string[];
  readonly guardians: Guardian[];
  readonly conditions: Entry[];
  readonly allergies: Entry[];
  readonly medications: Entry[];
  readonly devices: Entry[];
  readonly procedures: Entry[];
  readonly encounters: Entry[];
  readonly careNeeds: CareNeed[];
  readonly careNeedsFrom: { need: CareNeed; from: string; text: string }[];
};

/** 成年: adults are drafts too, and marked. */
const ADULT_AGE = 18;

export function toDraft({ path, resource, fullUrl }: Found, on: string): PatientDraft {
  const names = namesOf(resource.name);
  const born = text(resource.birthDate);
  const bornOn = dayOf(resource.birthDate) ?? null;
  const identifiers = objects(resource.identifier).flatMap(({ system, value, type }) =>
    text(value) ? [{ system: text(system) ?? '', value: text(value) ?? '', type: JSON.stringify(type ?? '') }] : [],
  );
  const number = identifiers.find(({ type }) => /"MR"|カルテ|患者番号|Medical [Rr]ecord/.test(type)) ?? identifiers[0];
  const id = text(resource.id);
  const address = objects(resource.address)[0];
  return {
    ...names,
    sourceKey: number ? `${number.system}|${number.value}` : id ? `Patient/${id}` : (fullUrl ?? path),
    from: path,
    bornOn,
    bornSaid: bornOn ? null : (born ?? null),
    sex:
      resource.gender === 'female' || resource.gender === 'male' || resource.gender === 'other'
        ? resource.gender
        : 'unknown',
    hospitalNumber: number?.value.slice(0, 40) ?? null,
    marks: marksOf(resource, { bornOn, hasName: Boolean(names.familyName || names.givenName), on }),
    address: address
      ? (text(address.text) ?? ([address.state, address.city].map(text).filter(Boolean).join(' ') || null))
      : null,
    phones: phonesOf(resource.telecom),
    guardians: objects(resource.contact).map((contact, at) =>
      toGuardian(`${path ? `${path}.` : ''}contact[${at}]`, { ...contact, name: contact.name }),
    ),
    conditions: [],
    allergies: [],
    medications: [],
    devices: [],
    procedures: [],
    encounters: [],
    careNeeds: [],
    careNeedsFrom: [],
  };
}

/** Adds what an entry suggests; each need once, with the first entry that led to it. */
export function suggestNeeds(draft: PatientDraft, entry: Entry): void {
  for (const need of suggestedNeeds(entry.codes, entry.text)) {
    if (draft.careNeeds.includes(need)) continue;
    draft.careNeeds.push(need);
    draft.careNeedsFrom.push({ need, from: entry.from, text: entry.text });
  }
}

/** What whoever opens the draft must know first. */
function marksOf(
  resource: Found['resource'],
  child: { bornOn: string | null; hasName: boolean; on: string },
): DraftMark[] {
  const isAdult = child.bornOn !== null && (legalAge(child.bornOn, child.on) ?? 0) >= ADULT_AGE;
  const isDead = resource.deceasedBoolean === true || typeof resource.deceasedDateTime === 'string';
  const isUnsaid = text(resource.birthDate) === undefined;
  const wanted: readonly (readonly [DraftMark, boolean])[] = [
    ['adult', isAdult],
    ['deceased', isDead],
    ['noBirthDate', isUnsaid],
    ['birthDateIncomplete', !isUnsaid && child.bornOn === null],
    ['noName', !child.hasName],
  ];
  return wanted.filter(([, holds]) => holds).map(([mark]) => mark);
}
