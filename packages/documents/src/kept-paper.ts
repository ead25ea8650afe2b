import { createHash } from 'node:crypto';
import { category } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Drafted } from './compose.ts';

/** Of the form in which a paper is kept; a later program reads an older one. */
const FORM = 1;

const words = z.strictObject({ ja: z.string(), en: z.string() });
const origin = z.strictObject({ seq: z.int(), label: words, on: z.string() });
const choice = z.strictObject({ mark: z.enum(['box', 'ring']), label: z.string(), isChosen: z.boolean() });
const line = z.array(z.union([z.string(), choice]));
const place = { isRecorded: z.boolean(), from: z.array(origin), space: z.number(), category };

const cell = z.strictObject({ label: z.string(), lines: z.array(line), width: z.number(), ...place });
const rows = z.strictObject({
  kind: z.literal('rows'),
  title: z.string().nullable(),
  rows: z.array(z.array(cell)),
  labels: z.number().optional(),
});
const table = z.strictObject({
  kind: z.literal('table'),
  title: z.string(),
  head: z.array(z.string()),
  widths: z.array(z.number()),
  rows: z.array(z.array(line)),
  isLarge: z.boolean().optional(),
  ...place,
});
const remark = z.strictObject({ kind: z.literal('remark'), text: z.string() });
const signature = z.strictObject({ label: z.string(), name: z.string().nullable(), hasSeal: z.boolean().optional() });
const signatures = z.strictObject({ kind: z.literal('signatures'), lines: z.array(signature) });

const paper = z.strictObject({
  form: z.string().nullable(),
  title: z.string(),
  titles: line.optional(),
  size: z.enum(['A4', 'A5']),
  isDense: z.boolean().optional(),
  addressee: z.string().nullable(),
  blocks: z.array(z.discriminatedUnion('kind', [rows, table, remark, signatures])),
});
const kept = z.strictObject({ form: z.literal(FORM), paper, withheld: z.array(category) });

/** A paper as text that is kept, and the SHA-256 of that text in hexadecimal. */
export function keepPaper({ paper: whole, withheld }: Drafted): { readonly text: string; readonly hash: string } {
  const text = JSON.stringify({ form: FORM, paper: whole, withheld });
  return { text, hash: hashOfPaper(text) };
}

export const hashOfPaper = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A paper that was kept. @throws when it is none */
export function readPaper(text: string): Drafted {
  const read = kept.parse(JSON.parse(text));
  // zod says of what may be absent that it may be undefined, which no text of JSON is.
  return { paper: read.paper as Drafted['paper'], withheld: read.withheld };
}
