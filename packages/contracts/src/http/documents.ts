import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

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
};
