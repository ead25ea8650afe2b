import { type CareNeed, EARLIEST_BIRTH, legalAge, type Sex, sex } from '@kaerimichi/discharge';
import { type Entry, type Guardian, phonesOf, toGuardian } from './entries.ts';
import type { Found } from './found.ts';
import { identityOf } from './identity.ts';
import { interpreterOf } from './interpreter.ts';
import { dayOf, isObject, type Json, objects, text } from './json.ts';
import { type DraftNames, namesOf } from './names.ts';

export type DraftMark = 'adult' | 'deceased' | 'noBirthDate' | 'birthDateIncomplete' | 'birthDateUnlikely' | 'noName';

/** A child as a hospital's file has it: nothing of it is a case until a person makes it one. */
export type PatientDraft = DraftNames & {
  /** Identity in the sending system, for a later file about the same child. */
  readonly sourceKey: string;
  readonly from: string;
  readonly bornOn: string | null;
  /** The birth date as given, where it is not a whole date. */
  readonly bornSaid: string | null;
  readonly sex: Sex;
  readonly hospitalNumber: string | null;
  readonly marks: readonly DraftMark[];
  readonly address: string | null;
  readonly phones: readonly string[];
  /** Languages for which somebody interprets. */
  readonly interpreter: Entry[];
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

export function toDraft(found: Found, on: string): PatientDraft {
  const { path, resource } = found;
  const names = namesOf(resource.name);
  const born = text(resource.birthDate);
  const bornOn = dayOf(resource.birthDate) ?? null;
  const { key, hospitalNumber } = identityOf(found);
  return {
    ...names,
    sourceKey: key,
    from: path,
    bornOn,
    bornSaid: bornOn ? null : (born ?? null),
    sex: sex.catch('unknown').parse(resource.gender),
    hospitalNumber,
    marks: marksOf(resource, { bornOn, hasName: Boolean(names.familyName || names.givenName), on }),
    address: addressOf(objects(resource.address)[0]),
    phones: phonesOf(resource.telecom),
    interpreter: interpreterOf(path, resource),
    guardians: guardiansOf(path, resource.contact),
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

/** As one text where the file has one, else its parts from the largest. */
function addressOf(address: Json | undefined): string | null {
  if (!address) return null;
  const lines = Array.isArray(address.line) ? address.line : [address.line];
  const parts = [address.postalCode, address.state, address.city, address.district, ...lines];
  return text(address.text) ?? (parts.map(text).filter(Boolean).join(' ') || null);
}

const guardiansOf = (path: string, contacts: unknown): Guardian[] =>
  (Array.isArray(contacts) ? contacts : [contacts]).flatMap((contact: unknown, at) =>
    isObject(contact) ? toGuardian(`${path ? `${path}.` : ''}contact[${at}]`, contact) : [],
  );

/** Adds needs that an entry speaks for; each once, with the first entry that led to it. */
export function addNeeds(draft: PatientDraft, needs: readonly CareNeed[], entry: Entry): void {
  for (const need of needs) {
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
  const isUnlikely = child.bornOn !== null && (child.bornOn < EARLIEST_BIRTH || child.bornOn > child.on);
  const isAdult = child.bornOn !== null && !isUnlikely && (legalAge(child.bornOn, child.on) ?? 0) >= ADULT_AGE;
  const isDead = resource.deceasedBoolean === true || typeof resource.deceasedDateTime === 'string';
  const isUnsaid = text(resource.birthDate) === undefined;
  const wanted: readonly (readonly [DraftMark, boolean])[] = [
    ['adult', isAdult],
    ['deceased', isDead],
    ['noBirthDate', isUnsaid],
    ['birthDateIncomplete', !isUnsaid && child.bornOn === null],
    ['birthDateUnlikely', isUnlikely],
    ['noName', !child.hasName],
  ];
  return wanted.filter(([, holds]) => holds).map(([mark]) => mark);
}
