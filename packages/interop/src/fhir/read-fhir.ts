import type { Words } from '@kaerimichi/discharge';
import { clearNeeds } from './care-needs.ts';
import { addNeeds, type PatientDraft, toDraft } from './draft.ts';
import { partOf, toEntry, toGuardian } from './entries.ts';
import { type Found, readResources, type Unread } from './found.ts';
import { identityOf } from './identity.ts';
import { conceptCodes, cut, isDeeperThan, text } from './json.ts';
import { indexReferences, type References, subjectOf } from './references.ts';

export type LeftOutWhy =
  | Unread['why']
  | 'notUsedKind'
  | 'noPatient'
  | 'patientNotHere'
  | 'patientUnclear'
  | 'takenBack'
  | 'sameChild';

export type LeftOut = {
  readonly path: string;
  readonly resourceType?: string;
  readonly id?: string;
  readonly why: LeftOutWhy;
  readonly text: Words;
};

export type FhirImport = {
  /** Every resource and every entry that should have been one. */
  readonly resources: number;
  readonly patients: number;
  readonly drafts: PatientDraft[];
  /** The Patient resource of each draft, as text, by source key. */
  readonly sources: ReadonlyMap<string, string>;
  readonly became: { resourceType: string; as: string; n: number }[];
  readonly leftOut: LeftOut[];
};

const reasons: Record<LeftOutWhy, Words> = {
  notJson: { ja: 'JSONとして読めません。', en: 'This is not JSON.' },
  nothing: { ja: 'ファイルに何も入っていません。', en: 'There is nothing in the file.' },
  notAResource: {
    ja: 'FHIRのリソースではありません(resourceTypeがありません)。',
    en: 'This is no FHIR resource (it has no resourceType).',
  },
  notText: {
    ja: '文字コードがUTF-8ではないため、読めない文字があります。',
    en: 'Some characters cannot be read: the text is not UTF-8.',
  },
  doubledKey: {
    ja: '同じ項目名が2回書かれていて、どちらが正しいか分かりません。',
    en: 'The same key stands twice, so it is not clear which of the two holds.',
  },
  halfCharacter: {
    ja: '文字の半分が欠けていて読めません。',
    en: 'Half of a character is missing, so it cannot be read.',
  },
  tooDeep: { ja: '入れ子が深すぎて読めません。', en: 'It is nested too deeply to be read.' },
  emptyEntry: { ja: '中身のない項目です。', en: 'The entry is empty.' },
  notUsedKind: {
    ja: 'この種類は取り込みません。原本は残ります。',
    en: 'This kind is not taken over; the source is kept.',
  },
  noPatient: { ja: 'だれのものか書かれていません。', en: 'It does not say whom it is about.' },
  patientNotHere: { ja: 'この中にいない患者のものです。', en: 'It is about a patient who is not in this input.' },
  patientUnclear: {
    ja: '同じ番号の患者が2人以上いて、だれのものか分かりません。',
    en: 'Two patients answer to this reference, so it is not clear whom it is about.',
  },
  takenBack: {
    ja: '取り消し・否定・未実施と書かれています。',
    en: 'It is marked as entered in error, refuted or not done.',
  },
  sameChild: {
    ja: '同じ患者がもう一度出てきました。後のものを使います。',
    en: 'The same patient appears again; the later entry counts.',
  },
};

/** Writing out what is nested deeper would exhaust the stack. */
const DEEPEST = 200;

/**
 * Reads a hospital's FHIR file: every Patient becomes a draft, everything else part of one or left out with the reason.
 * Each resource is accounted for once; nothing throws, a broken one is named by its path and the rest goes on.
 */
export function readFhir(source: string, { format, on }: { format: 'json' | 'ndjson'; on: string }): FhirImport {
  const reading = readResources(source, format);
  const unread = [...reading.unread];
  const found = reading.found.filter(({ path, resource }) => {
    const isDeep = isDeeperThan(DEEPEST, resource);
    if (isDeep) unread.push({ path, why: 'tooDeep' });
    return !isDeep;
  });
  const leftOut: LeftOut[] = unread.map(({ path, why }) => ({ path, why, text: reasons[why] }));
  const patients = found.filter(({ resource }) => resource.resourceType === 'Patient');
  const drafts = draftsOf(patients, on, leftOut);
  const became = placeAll(found, drafts, leftOut);
  const kept = [...drafts.kept];
  if (kept.length > 0) became.push({ resourceType: 'Patient', as: 'draft', n: kept.length });
  return {
    resources: found.length + unread.length,
    patients: patients.length,
    drafts: kept.map(([, draft]) => draft),
    sources: new Map(kept.map(([{ resource }, draft]) => [draft.sourceKey, JSON.stringify(resource)])),
    became,
    leftOut: inPlaceOrder(leftOut),
  };
}

const places = new Intl.Collator('en', { numeric: true });

/** As they stand in the file, so that a person finds them; of very many the order costs more than it tells. */
const inPlaceOrder = (leftOut: LeftOut[]): LeftOut[] =>
  leftOut.length > 20_000 ? leftOut : leftOut.sort((a, b) => places.compare(a.path, b.path));

const kindOf = ({ resourceType }: Found['resource']): string => cut(text(resourceType) ?? '', 60);

function toLeftOut({ path, resource }: Found, why: LeftOutWhy): LeftOut {
  const id = text(resource.id);
  const resourceType = kindOf(resource);
  return {
    path: path || resourceType,
    resourceType,
    ...(id ? { id } : {}),
    why,
    text: reasons[why],
  };
}

type DraftsOf = { readonly kept: ReadonlyMap<Found, PatientDraft>; readonly of: ReadonlyMap<Found, PatientDraft> };

/**
 * One draft a child, whichever of its entries a reference names. A file may name one child twice: the later entry
 * counts, one that stands by itself before one within another resource, and the others are reported.
 */
function draftsOf(patients: readonly Found[], on: string, leftOut: LeftOut[]): DraftsOf {
  const byKey = new Map<string, Found[]>();
  for (const one of patients) {
    const { key } = identityOf(one);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  const kept = new Map<Found, PatientDraft>();
  const of = new Map<Found, PatientDraft>();
  for (const same of byKey.values()) {
    const chosen = same.findLast(({ within }) => !within) ?? same.at(-1);
    if (!chosen) continue;
    const draft = toDraft(chosen, on);
    kept.set(chosen, draft);
    for (const one of same) {
      of.set(one, draft);
      if (one !== chosen) leftOut.push(toLeftOut(one, 'sameChild'));
    }
  }
  return { kept, of };
}

type Placed = { readonly as: string; readonly names?: Found | undefined } | { readonly why: LeftOutWhy };

/** Every resource that is no Patient: counted by what it became, or left out. */
function placeAll(found: readonly Found[], drafts: DraftsOf, leftOut: LeftOut[]): FhirImport['became'] {
  const references = indexReferences(found);
  const counts = new Map<string, FhirImport['became'][number]>();
  const count = ({ resource }: Found, as: string) => {
    const resourceType = kindOf(resource);
    const before = counts.get(`${resourceType}\n${as}`)?.n ?? 0;
    counts.set(`${resourceType}\n${as}`, { resourceType, as, n: before + 1 });
  };
  const naming = new Set<Found>();
  const unplaced: [Found, LeftOutWhy][] = [];
  for (const one of found) {
    if (drafts.of.has(one)) continue;
    const placed = place(one, drafts.of, references);
    if ('why' in placed) unplaced.push([one, placed.why]);
    else {
      count(one, placed.as);
      if (placed.names) naming.add(placed.names);
    }
  }
  // A Medication or Device of its own is used where something of a child refers to it.
  for (const [one, why] of unplaced)
    if (naming.has(one)) count(one, 'names');
    else leftOut.push(toLeftOut(one, why));
  return [...counts.values()];
}

/** Puts a resource into the draft of its child, or says why it cannot. */
function place(one: Found, drafts: ReadonlyMap<Found, PatientDraft>, references: References): Placed {
  const kind = kindOf(one.resource);
  const part = partOf.get(kind);
  if (!part && kind !== 'RelatedPerson') return { why: 'notUsedKind' };
  const subject = subjectOf(one);
  if (subject === undefined || subject === null) return { why: 'noPatient' };
  const child = references.find(subject, one);
  if (child === 'unclear') return { why: 'patientUnclear' };
  const draft = child && drafts.get(child);
  if (!draft) return { why: 'patientNotHere' };
  if (!part) {
    draft.guardians.push(toGuardian(one.path, one.resource));
    return { as: 'guardians' };
  }
  if (isTakenBack(one.resource)) return { why: 'takenBack' };
  const { entry, concept, names } = toEntry(one, references);
  draft[part].push(entry);
  if (part !== 'allergies' && part !== 'encounters')
    addNeeds(draft, clearNeeds(one.resource, part, { concept, words: entry.text }), entry);
  return { as: part, names };
}

const takenBack = ['entered-in-error', 'refuted', 'not-done'];

const isTakenBack = ({ status, verificationStatus }: Found['resource']): boolean =>
  takenBack.includes(String(status)) || conceptCodes(verificationStatus).some(code => takenBack.includes(code));
