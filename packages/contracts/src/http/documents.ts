import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const step = z.strictObject({ at: z.string(), by: z.string() });

/** A version that is kept as it was made (書類の版). */
export const documentVersion = z.strictObject({
  id: z.string(),
  /** Of its kind, counted from 1. */
  nth: z.int(),
  state: z.enum(['draft', 'approved', 'inForce', 'replaced', 'withdrawn']),
  /** A doctor approves it. */
  byDoctor: z.boolean(),
  /** Of a kind that a family may be given, and whether it is on the family's page. */
  mayFamily: z.boolean(),
  toFamily: z.boolean(),
  /** Newest entry of the case that it was composed from. */
  basis: z.int(),
  /** SHA-256 of what stands on it, in hexadecimal. */
  content: z.string(),
  made: step,
  approved: step.nullable(),
  issued: step.nullable(),
  ended: step.nullable(),
  /** What its places say otherwise than the case now; null: of a version that is over. */
  changes: z.array(z.strictObject({ label: z.string(), how: z.enum(['added', 'changed', 'gone']) })).nullable(),
});
export type DocumentVersion = z.infer<typeof documentVersion>;

export const caseDocument = z.strictObject({
  kind: z.string(),
  title: z.string(),
  about: z.string(),
  /** How many of its places are filled by what is recorded, of how many. */
  recorded: z.int(),
  places: z.int(),
  /** Places to write in by hand, in the words of the paper. */
  open: z.array(z.string()),
  /** Categories of what is left out for this viewer. */
  withheld: z.array(z.string()),
  /** When it was taken last, by anybody, and of which state of the case; null: never. */
  last: z.strictObject({ at: z.string(), version: z.int() }).nullable(),
  /** Places that say something else since. */
  changed: z.array(z.string()),
  /** Whether this person may make a version that is kept. */
  mayKeep: z.boolean(),
  /** Versions that are kept, the newest first. */
  versions: z.array(documentVersion),
});
export type CaseDocument = z.infer<typeof caseDocument>;

const kindOfCase = z.strictObject({ id: opaqueId, kind: z.string().regex(/^[A-Za-z]{1,40}$/) });

export const documentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/cases/:id/documents',
    summary:
      'Documents that this person can print of a case: what is recorded of each, and what changed since the last',
    params: z.strictObject({ id: opaqueId }),
    answer: z.strictObject({ documents: z.array(caseDocument) }),
    status: 200,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/cases/:id/documents/:kind.pdf',
    summary: 'One document of a case as a PDF, of what this person may read; every one stands in the access log',
    params: kindOfCase,
    answers: 'application/pdf',
    answer: z.never(),
    status: 200,
  }),
  keep: endpoint({
    method: 'POST',
    path: '/cases/:id/documents/:kind/versions',
    summary: 'Keeps a document as it is composed now, as the draft of a version, to be approved and brought into force',
    params: kindOfCase,
    answer: z.strictObject({ id: z.string(), version: z.int() }),
    status: 201,
    key: 'required',
    match: 'required',
  }),
  versionPdf: endpoint({
    method: 'GET',
    path: '/cases/:id/documents/:kind/versions/:version.pdf',
    summary: 'A version as it was made, of what this person may read of it; every one stands in the access log',
    params: kindOfCase.extend({ version: opaqueId }),
    answers: 'application/pdf',
    answer: z.never(),
    status: 200,
  }),
};
