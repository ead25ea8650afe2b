import { sex } from '@kaerimichi/discharge';
import { z } from 'zod';
import { birthDayIssues } from './birth-days.ts';
import { endpoint } from './endpoint.ts';
import { line } from './line.ts';

const words = z.strictObject({ ja: z.string(), en: z.string() });

export const importReport = z.strictObject({
  id: z.string().nullable(),
  dryRun: z.boolean(),
  resources: z.int(),
  patients: z.int(),
  drafts: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  became: z.array(z.strictObject({ resourceType: z.string(), as: z.string(), n: z.int() })),
  leftOut: z.array(
    z.strictObject({
      path: z.string(),
      resourceType: z.string().optional(),
      id: z.string().optional(),
      why: z.string(),
      text: words,
    }),
  ),
  /** All that was left out; the list names the first 20,000, and no more than two million characters. */
  leftOutCount: z.int(),
});
export type ImportReport = z.infer<typeof importReport>;

/** A child known from a hospital's file, beside the pathway until a person makes it a case. */
export const draft = z.strictObject({
  id: z.string(),
  version: z.int(),
  importedAt: z.string(),
  familyName: z.string().nullable(),
  givenName: z.string().nullable(),
  familyKana: z.string().nullable(),
  givenKana: z.string().nullable(),
  bornOn: z.string().nullable(),
  sex: z.string(),
  hospitalNumber: z.string().nullable(),
  marks: z.array(z.string()),
  careNeeds: z.array(z.string()),
  caseId: z.string().nullable(),
  /** The case's number; null where there is none, or my organisation sees it no more. */
  caseNo: z.string().nullable(),
});
export const draftDetail = z.strictObject({
  ...draft.shape,
  /** The file of this version: what came with it alone is discarded together. */
  source: z.string(),
  /** Every mapped value with the path it came from (guardians, conditions, allergies, medications, devices …). */
  content: z.record(z.string(), z.unknown()),
  confirmed: z.record(z.string(), z.unknown()),
  /** Values a later import offered while a confirmed one stayed. */
  differences: z.array(z.strictObject({ field: z.string(), confirmed: z.unknown(), offered: z.unknown() })),
  /** What the newest file says otherwise than the one before: names of what went and what came. */
  changes: z.array(z.strictObject({ field: z.string(), gone: z.array(z.string()), came: z.array(z.string()) })),
  /** Name and birth date both differ from the version before: perhaps two children bear one number. */
  isPerhapsAnother: z.boolean(),
  versions: z.array(z.strictObject({ version: z.int(), importedAt: z.string() })),
});
export type Draft = z.infer<typeof draft>;
export type DraftDetail = z.infer<typeof draftDetail>;

const confirmedText = z.union([line(200), z.null()]);
/** Who the child is: what a person looks at once and confirms. */
const confirmable = z.strictObject({
  familyName: confirmedText.optional(),
  givenName: confirmedText.optional(),
  familyKana: confirmedText.optional(),
  givenKana: confirmedText.optional(),
  bornOn: z.union([z.iso.date(), z.null()]).optional(),
  sex: z.union([sex, z.null()]).optional(),
  hospitalNumber: confirmedText.optional(),
});

const withFields = z.looseObject({ fields: z.unknown() });

const draftId = z.strictObject({ id: z.string().max(64) });
/** How many drafts went. */
const discarded = z.strictObject({ discarded: z.int() });
/** And how many are again as the file before left them, or keep of this one what their case was made from. */
const takenBack = z.strictObject({ discarded: z.int(), setBack: z.int(), kept: z.int() });

export const importEndpoints = {
  fhir: endpoint({
    method: 'POST',
    path: '/imports/fhir',
    summary: 'A Bundle, a single resource or NDJSON up to 20 MB; every Patient becomes a draft beside the pathway',
    query: z.strictObject({ dryRun: z.enum(['1', '0']).optional() }),
    file: ['application/fhir+json', 'application/fhir+ndjson'],
    answer: importReport,
    status: 200,
    key: 'unlessDryRun',
  }),
  progress: endpoint({
    method: 'GET',
    path: '/imports/progress/:key',
    summary: 'How far my import with this Idempotency-Key is; drafts are written in batches',
    params: z.strictObject({ key: z.string().max(255) }),
    answer: z.strictObject({
      phase: z.enum(['reading', 'writing', 'done', 'stopped']),
      done: z.int(),
      total: z.int(),
    }),
    status: 200,
  }),
  list: endpoint({
    method: 'GET',
    path: '/imports/drafts',
    summary: 'Drafts of my organisation: those without a case first, then the latest, at most 5,000 of the total',
    answer: z.strictObject({ drafts: z.array(draft), total: z.int() }),
    status: 200,
  }),
  get: endpoint({
    method: 'GET',
    path: '/imports/drafts/:id',
    summary: 'One draft',
    params: draftId,
    answer: draftDetail,
    status: 200,
  }),
  confirm: endpoint({
    method: 'PUT',
    path: '/imports/drafts/:id/confirmed',
    summary: 'Values a person confirmed; a re-import does not change them',
    params: draftId,
    body: z.strictObject({ fields: confirmable }),
    answer: draftDetail,
    status: 200,
    key: 'required',
    dated: (body, today) =>
      birthDayIssues(withFields.safeParse(body).data?.fields, today).map(({ path, message }) => ({
        path: `fields.${path}`,
        message,
      })),
  }),
  discard: endpoint({
    method: 'DELETE',
    path: '/imports/drafts/:id',
    summary: 'Discard a draft of my organisation that is no case',
    params: draftId,
    answer: discarded,
    status: 200,
    key: 'required',
  }),
  discardFile: endpoint({
    method: 'DELETE',
    path: '/imports/files/:id',
    summary:
      'Discard what this file brought: drafts of it alone that are no case, and its versions of all others but what a case was made from',
    params: draftId,
    answer: takenBack,
    status: 200,
    key: 'required',
  }),
};
