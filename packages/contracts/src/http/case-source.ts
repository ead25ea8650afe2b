import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { opaqueId } from './opaque-id.ts';

const versionMark = z.strictObject({ version: z.int(), importedAt: z.string() });

/** One thing that a hospital's file told of the child, in the words of the file. */
const sourceItem = z.strictObject({
  text: z.string(),
  /** The place in the file. */
  from: z.string().optional(),
  detail: z.string().optional(),
  /** A day, or a month or year where no more is known. */
  on: z.string().optional(),
  status: z.string().optional(),
  critical: z.string().optional(),
  relation: z.string().optional(),
  said: z.string().optional(),
  kana: z.string().optional(),
  phones: z.array(z.string()).optional(),
  codes: z.array(z.string()).optional(),
  /** Since which version it is told; null: since the case was made. */
  came: versionMark.nullable(),
  /** From which version on it is told no more; null: the newest tells it. */
  gone: versionMark.nullable(),
});
export type SourceItem = z.infer<typeof sourceItem>;

/** What the file told beside what people recorded: it changes nothing of the case. */
export const caseSource = z.strictObject({
  /** The hospital whose file it is. */
  org: z.string().nullable(),
  madeFrom: versionMark,
  newest: versionMark,
  /** The draft, for whoever may open it. */
  draft: z.string().nullable(),
  parts: z.array(
    z.strictObject({
      part: z.string(),
      category: z.string(),
      items: z.array(sourceItem),
      /** How many more there are. */
      more: z.int(),
    }),
  ),
});
export type CaseSource = z.infer<typeof caseSource>;

export const caseSourceEndpoints = {
  source: endpoint({
    method: 'GET',
    path: '/cases/:id/source',
    summary:
      'What the hospital’s file told of the child, by category; null without a file, or where none of it is seen',
    params: z.strictObject({ id: opaqueId }),
    answer: z.strictObject({ source: caseSource.nullable() }),
    status: 200,
  }),
};
