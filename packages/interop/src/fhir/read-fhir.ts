import type { Words } from '@kaerimichi/discharge';
import { type PatientDraft, suggestNeeds, toDraft } from './draft.ts';
import { partOf, toEntry, toGuardian } from './entries.ts';
import { type Found, readResources, type Unread } from './found.ts';
import { text } from './json.ts';
import { indexReferences, type References, subjectOf } from './references.ts';

export type LeftOutWhy = Unread['why'] | 'notUsedKind' | 'noPatient' | 'patientNotHere' | 'sameChild';

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
  notAResource: {
    ja: 'FHIRのリソースではありません(resourceTypeがありません)。',
    en: 'This is no FHIR resource (it has no resourceType).',
  },
  emptyEntry: { ja: '中身のない項目です。', en: 'The entry is empty.' },
  notUsedKind: {
    ja: 'この種類は取り込みません。原本は残ります。',
    en: 'This kind is not taken over; the source is kept.',
  },
  noPatient: { ja: 'どの子どものものか書かれていません。', en: 'It does not say which child it is about.' },
  patientNotHere: { ja: 'この中にいない患者のものです。', en: 'It is about a patient who is not in this input.' },
  sameChild: {
    ja: '同じ子どもがもう一度出てきました。後のものを使います。',
    en: 'The same child appears again; the later entry counts.',
  },
};

/**
 * Reads a hospital's FHIR file: every Patient becomes a draft, everything else part of one or left out with the reason.
 * Each resource is accounted for once; nothing throws, a broken one is named by its path and the rest goes on.
 */
export function readFhir(source: string, { format, on }: { format: 'json' | 'ndjson'; on: string }): FhirImport {
  const { found, unread } = readResources(source, format);
  const leftOut: LeftOut[] = unread.map(({ path, why }) => ({ path, why, text: reasons[why] }));
  const references = indexReferences(found);
  const patients = found.filter(({ resource }) => resource.resourceType === 'Patient');
  const drafts = new Map<Found, PatientDraft>(patients.map(one => [one, toDraft(one, on)]));
  const became = new Map<string, number>();
  const count = (kind: string, as: string) => became.set(`${kind}\n${as}`, (became.get(`${kind}\n${as}`) ?? 0) + 1);
  for (const one of found) {
    if (drafts.has(one)) continue;
    const placed = place(one, drafts, references);
    if ('as' in placed) count(String(one.resource.resourceType), placed.as);
    else leftOut.push(toLeftOut(one, placed.why));
  }
  const kept = lastOfEach(drafts, leftOut);
  for (const _ of kept) count('Patient', 'draft');
  return {
    resources: found.length + unread.length,
    patients: patients.length,
    drafts: kept.map(([, draft]) => draft),
    sources: new Map(kept.map(([{ resource }, draft]) => [draft.sourceKey, JSON.stringify(resource)])),
    became: [...became].map(([key, n]) => ({
      resourceType: key.split('\n')[0] ?? '',
      as: key.split('\n')[1] ?? '',
      n,
    })),
    leftOut,
  };
}

function toLeftOut({ path, resource }: Found, why: LeftOutWhy): LeftOut {
  const id = text(resource.id);
  return {
    path,
    resourceType: String(resource.resourceType).slice(0, 60),
    ...(id ? { id } : {}),
    why,
    text: reasons[why],
  };
}

/** A file may name one child twice: the later entry counts, the earlier one is reported. */
function lastOfEach(drafts: ReadonlyMap<Found, PatientDraft>, leftOut: LeftOut[]): [Found, PatientDraft][] {
  const byKey = new Map<string, [Found, PatientDraft]>();
  for (const [one, draft] of drafts) {
    const before = byKey.get(draft.sourceKey);
    if (before) leftOut.push(toLeftOut(before[0], 'sameChild'));
    byKey.set(draft.sourceKey, [one, draft]);
  }
  return [...byKey.values()];
}

/** Puts a resource into the draft of its child, or says why it cannot. */
function place(
  one: Found,
  drafts: ReadonlyMap<Found, PatientDraft>,
  references: References,
): { as: string } | { why: LeftOutWhy } {
  const kind = String(one.resource.resourceType);
  const part = partOf[kind];
  if (!part && kind !== 'RelatedPerson') return { why: 'notUsedKind' };
  const subject = subjectOf(one.resource);
  if (subject === undefined) return { why: 'noPatient' };
  const child = references.find(subject);
  const draft = child && drafts.get(child);
  if (!draft) return { why: 'patientNotHere' };
  if (!part) {
    draft.guardians.push(toGuardian(one.path, one.resource));
    return { as: 'guardians' };
  }
  const entry = toEntry(one.path, one.resource, references);
  draft[part].push(entry);
  if (part !== 'allergies' && part !== 'encounters') suggestNeeds(draft, entry);
  return { as: part };
}
