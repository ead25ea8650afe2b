import type { Found } from './found.ts';
import { conceptCodes, conceptText, isObject, type Json, objects, text, timeOf } from './json.ts';
import { namesOf } from './names.ts';
import type { References } from './references.ts';
import { type CaregiverRelation, relationOf } from './relations.ts';

/** A mapped value with the path it came from. */
export type Entry = {
  readonly from: string;
  readonly text: string;
  readonly codes: readonly string[];
  /** An allergy that the file calls dangerous. */
  readonly critical?: 'high';
  /** Dose, reaction, note: what the file says beside the name. */
  readonly detail?: string;
  /** A day, or a month or year where no more is known. */
  readonly on?: string;
  readonly status?: string;
};
export type Guardian = {
  readonly from: string;
  readonly name: string | null;
  readonly kana: string | null;
  readonly relation: CaregiverRelation;
  readonly said: string | null;
  readonly phones: readonly string[];
};
export type Part = 'conditions' | 'allergies' | 'medications' | 'devices' | 'procedures' | 'encounters';

/** Where each kind of resource goes in a draft; what is not named here is left out and reported. */
export const partOf: ReadonlyMap<string, Part> = new Map([
  ['Condition', 'conditions'],
  ['AllergyIntolerance', 'allergies'],
  ['MedicationRequest', 'medications'],
  ['MedicationStatement', 'medications'],
  ['MedicationAdministration', 'medications'],
  ['MedicationDispense', 'medications'],
  ['Device', 'devices'],
  ['DeviceUseStatement', 'devices'],
  ['DeviceRequest', 'devices'],
  ['Procedure', 'procedures'],
  ['Encounter', 'encounters'],
]);

export type Mapped = {
  readonly entry: Entry;
  readonly concept: unknown;
  /** The Medication or Device of its own that gave the name. */
  readonly names: Found | undefined;
};

/** What a resource says about the child: its own concept, or that of what it refers to or contains. */
export function toEntry(one: Found, references: References): Mapped {
  const { path, resource } = one;
  const { concept, thing, names } = conceptOf(one, references);
  const on = moments.map(field => timeOf(momentOf(resource, field))).find(Boolean);
  const status = statusOf(resource);
  const ownName = conceptText(concept);
  const device = deviceName(resource) ?? deviceName(thing ?? {});
  const said = ownName ?? device ?? displayOf(resource) ?? nameless(resource);
  const model = [ownName && device !== ownName ? device : undefined, detailOf(resource, concept)];
  const detail = text(model.filter(Boolean).join(' · '));
  const entry: Entry = {
    from: path,
    text: said,
    codes: conceptCodes(concept),
    ...(resource.criticality === 'high' ? { critical: 'high' as const } : {}),
    ...(detail ? { detail } : {}),
    ...(on ? { on } : {}),
    ...(status ? { status } : {}),
  };
  return { entry, concept, names };
}

/** As the file has it; a diagnosis that is not confirmed says so. */
function statusOf({ clinicalStatus, verificationStatus, status }: Json): string | undefined {
  const verified = conceptCodes(verificationStatus)[0];
  const doubt = verified && verified !== 'confirmed' ? verified : undefined;
  return [conceptText(clinicalStatus) ?? text(status), doubt].filter(Boolean).join(', ') || undefined;
}

const moments = [
  'onsetDateTime',
  'onsetPeriod',
  'performedDateTime',
  'performedPeriod',
  'effectiveDateTime',
  'effectivePeriod',
  'authoredOn',
  'whenHandedOver',
  'timingDateTime',
  'timingPeriod',
  'occurrenceDateTime',
  'recordedDate',
  'recordedOn',
  'period',
  'dateAsserted',
] as const;
const momentOf = (resource: Json, field: string): unknown => {
  const value = resource[field];
  return isObject(value) ? (value.start ?? value.end) : value;
};

type Concept = { readonly concept: unknown; readonly thing?: Json | undefined; readonly names?: Found | undefined };

function conceptOf(one: Found, references: References): Concept {
  const { resource } = one;
  const own = resource.code ?? resource.medicationCodeableConcept ?? resource.codeCodeableConcept;
  if (own !== undefined) return { concept: own };
  const reference = resource.medicationReference ?? resource.device ?? resource.codeReference;
  if (isObject(reference)) {
    const named = references.find(reference, one);
    const names = named === 'unclear' ? undefined : named;
    const thing = containedIn(resource, text(reference.reference)) ?? names?.resource;
    const concept = thing?.code ?? firstOf(thing?.type);
    return { concept: concept ?? { text: text(reference.display) }, thing, names };
  }
  return { concept: firstOf(resource.type) };
}

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : isObject(value) ? value : undefined);

const containedIn = (resource: Json, reference: string | undefined): Json | undefined =>
  reference?.startsWith('#') ? objects(resource.contained).find(({ id }) => `#${id}` === reference) : undefined;

const deviceName = ({ deviceName: names, distinctIdentifier, modelNumber, manufacturer }: Json): string | undefined =>
  objects(names)
    .map(({ name }) => text(name))
    .find(Boolean) ??
  text(modelNumber) ??
  text(distinctIdentifier) ??
  text(manufacturer);

/** An encounter without a type still has a class and a reason. */
const displayOf = (resource: Json): string | undefined => {
  const kind = isObject(resource.class) ? (text(resource.class.display) ?? text(resource.class.code)) : undefined;
  return kind ?? objects(resource.reasonCode).map(conceptText).find(Boolean);
};

const nameless = (resource: Json): string => text(resource.resourceType) ?? '';

/** Dose, reaction, severity, reason and notes, in the words of the file. */
function detailOf(resource: Json, concept: unknown): string | undefined {
  const doses = [...objects(resource.dosageInstruction), ...objects(resource.dosage)].map(({ text: dose }) =>
    text(dose),
  );
  const reactions = objects(resource.reaction).flatMap(reaction => [
    ...objects(reaction.manifestation).map(conceptText),
    text(reaction.description),
  ]);
  const reasons = objects(resource.reasonCode).map(conceptText);
  const notes = objects(resource.note).map(({ text: note }) => text(note));
  const body = objects(resource.bodySite).map(conceptText);
  const said = [conceptText(resource.severity), ...body, ...doses, ...reactions, ...reasons, ...notes];
  const own = conceptText(concept);
  return text([...new Set(said.filter(word => word && word !== own))].join(' · '));
}

export const phonesOf = (value: unknown): string[] =>
  objects(value)
    .filter(({ system }) => system === 'phone' || system === 'sms' || system === undefined)
    .flatMap(({ value: number }) => text(number) ?? []);

/** A caregiver from Patient.contact or a RelatedPerson; the relation as said stays beside ours. */
export function toGuardian(path: string, person: Json): Guardian {
  const { familyName, givenName, familyKana, givenKana } = namesOf(person.name);
  const concepts = objects(person.relationship);
  const said = concepts.map(conceptText).find(Boolean) ?? null;
  const organisation = isObject(person.organization) ? text(person.organization.display) : undefined;
  return {
    from: path,
    name: [familyName, givenName].filter(Boolean).join(' ') || (organisation ?? null),
    kana: [familyKana, givenKana].filter(Boolean).join(' ') || null,
    relation: relationOf(
      concepts.flatMap(concept => conceptCodes(concept)),
      concepts.map(conceptText).join(' '),
    ),
    said,
    phones: phonesOf(person.telecom),
  };
}
