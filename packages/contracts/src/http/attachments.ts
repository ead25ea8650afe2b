import { grantable } from '@kaerimichi/discharge';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const mediaType = z.enum(['pdf', 'jpeg', 'png']);

export const caseFile = z.strictObject({
  id: z.string(),
  /** As whoever added it called it; never in an address. */
  title: z.string(),
  /** Category of what it shows, by which it is seen. */
  shows: grantable,
  mediaType,
  /** Size. */
  bytes: z.int(),
  /** SHA-256, in hexadecimal. */
  content: z.string(),
  at: z.string(),
  by: z.strictObject({ name: z.string(), org: z.string() }),
  mayRemove: z.boolean(),
});
export type CaseFile = z.infer<typeof caseFile>;

/** A file is no larger, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024;
export const MOST_TITLE = 200;

const ofCase = z.strictObject({ id: opaqueId });

export const attachmentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/cases/:id/attachments',
    summary: 'Files of a case that this person sees, by the category of what each shows; the newest first',
    params: ofCase,
    answer: z.strictObject({
      files: z.array(caseFile),
      /** Categories of which this person may add files. */
      mayAdd: z.array(grantable),
    }),
    status: 200,
  }),
  add: endpoint({
    method: 'POST',
    path: '/cases/:id/attachments',
    summary:
      'Adds a file, which is told by its content: PDF, JPEG or PNG up to 20 MB. Form fields: `file`, `title`, `shows` (a category). Pictures are kept without what tells of place, time and device',
    params: ofCase,
    query: z.strictObject({ dryRun: z.enum(['1', '0']).optional() }),
    file: ['multipart/form-data'],
    answer: z.strictObject({
      /** null: only tried. */
      id: z.string().nullable(),
      mediaType,
      bytes: z.int(),
      content: z.string(),
    }),
    status: 201,
    key: 'unlessDryRun',
  }),
  file: endpoint({
    method: 'GET',
    path: '/cases/:id/attachments/:file',
    summary:
      'One file as it is kept; a PDF is to be kept, and is shown in no page of ours. Every one stands in the access log',
    params: ofCase.extend({ file: opaqueId }),
    answers: 'application/octet-stream',
    answer: z.never(),
    status: 200,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/cases/:id/attachments/:file',
    summary: 'Removes a file and deletes what it held; that there was one stays in the history',
    params: ofCase.extend({ file: opaqueId }),
    answer: z.null(),
    status: 204,
  }),
};
