import { conceptCodes, conceptText, dayOf, isObject, type Json, objects, text } from './json.ts';
import { namesOf } from './names.ts';
import type { References } from './references.ts';
import { type CaregiverRelation, relationOf } from './relations.ts';

/** A mapped value with the path it came from. */
export type Entry = {
  readonly from: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly on?: string;
  readonly status?: string;
};
export type Guardian = {
  readonly from: string;
  readonly name: string | null;
  readonly relation: CaregiverRelation;
  readonly said: string | null;
  readonly phones: readonly string[];
};

/** Where each kind of resource goes in a draft; what is not named here is left out and reported. */
export const partOf: Readonly<
  Record<string, 'conditions' | 'allergies' | 'medications' | 'devices' | 'procedures' | 'encounters'>
> = {
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
  MedicationRequest: 'medications',
  MedicationStatement: 'medications',
  MedicationAdministration: 'medications',
  MedicationDispense: 'medications',
  Device: 'devices',
  DeviceUseStatement: 'devices',
  DeviceRequest: 'devices',
  Procedure: 'procedures',
  Encounter: 'encounters',
};

/** What a resource says about the child: its own concept, or that of what it refers to or contains. */
export function toEntry(path: string, resource: Json, references: References): Entry {
  const concept = conceptOf(resource, references);
  const codes = conceptCodes(concept);
  const on =
    dayOf(resource.onsetDateTime) ??
    dayOf(resource.authoredOn) ??
    dayOf(resource.recordedDate) ??
    dayOf(resource.performedDateTime) ??
    dayOf(isObject(resource.period) ? resource.period.start : undefined);
  const status = conceptText(resource.clinicalStatus) ?? text(resource.status);
  const said = conceptText(concept) ?? deviceName(resource) ?? String(resource.resourceType);
  return { from: path, text: said, codes, ...(on ? { on } : {}), ...(status ? { status } : {}) };
}

function conceptOf(resource: Json, references: References): unknown {
  const own =
    resource.code ??
    resource.medicationCodeableConcept ??
    resource.codeCodeableConcept ??
    (Array.isArray(resource.type) ? resource.type[0] : resource.type);
  if (own !== undefined) return own;
  const reference = resource.medicationReference ?? resource.device ?? resource.codeReference;
  const contained = isObject(reference) ? containedIn(resource, text(reference.reference)) : undefined;
  const target = contained ?? references.find(reference)?.resource;
  return target ? (target.code ?? target.type) : undefined;
}

const containedIn = (resource: Json, reference: string | undefined): Json | undefined =>
  reference?.startsWith('#') ? objects(resource.contained).find(({ id }) => `#${id}` === reference) : undefined;

const deviceName = ({ deviceName: names, distinctIdentifier }: Json): string | undefined =>
  objects(names)
    .map(({ name }) => text(name))
    .find(Boolean) ?? text(distinctIdentifier);

export const phonesOf = (value: unknown): string[] =>
  objects(value)
    .filter(({ system }) => system === 'phone' || system === undefined)
    .flatMap(({ value: number }) => text(number) ?? []);

/** A caregiver from Patient.contact or a RelatedPerson; the relation as said stays beside ours. */
export function toGuardian(path: string, person: Json): Guardian {
  const { familyName, givenName } = namesOf(person.name);
  const concepts = objects(person.relationship);
  const said = concepts.map(conceptText).find(Boolean) ?? null;
  const name = [familyName, givenName].filter(Boolean).join(' ') || null;
  return {
    from: path,
    name,
    relation: relationOf(concepts.flatMap(conceptCodes), said ?? ''),
    said,
    phones: phonesOf(person.telecom),
  };
}
