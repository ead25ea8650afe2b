import { z } from 'zod';

/** A card as one visibility class sees it (≤ 600 bytes of JSON). Ages are in whole months; nothing is personal to the viewer. */
export const card = z.strictObject({
  id: z.string(),
  no: z.string(),
  name: z.string().optional(),
  initial: z.string().optional(),
  age: z.int().optional(),
  corrAge: z.int().optional(),
  stage: z.string(),
  column: z.string(),
  phase: z.string(),
  tracks: z.record(z.string(), z.string()),
  needs: z.array(z.string()),
  due: z.strictObject({ kind: z.string(), on: z.string() }).optional(),
  turn: z.strictObject({ org: z.string().nullable(), role: z.string(), since: z.string() }).optional(),
  holds: z.array(z.strictObject({ code: z.string(), n: z.int() })),
  cond: z.strictObject({ done: z.int(), all: z.int() }),
  next: z.string().nullable(),
  owners: z.array(z.string()),
  flags: z.array(z.string()),
  lead: z.string(),
  version: z.int(),
});
export type Card = z.infer<typeof card>;

/** Columns of a first board's rows, in order. A row is the values of a card in this order; absent values are null. */
export const cardColumns = [
  'id',
  'no',
  'name',
  'initial',
  'age',
  'corrAge',
  'stage',
  'column',
  'phase',
  'tracks',
  'needs',
  'due',
  'turn',
  'holds',
  'cond',
  'next',
  'owners',
  'flags',
  'lead',
  'version',
] as const satisfies readonly (keyof Card)[];

/** Row of a first board from a card, and back. Objects within stay objects; ids of organisations and people stay ids. */
export const toRow = (from: Card): unknown[] => cardColumns.map(name => from[name] ?? null);
export const fromRow = (columns: readonly string[], row: readonly unknown[]): Card =>
  card.parse(
    Object.fromEntries(
      columns.map((name, at) => [name, row[at]]).filter(([name, value]) => value !== null || name === 'next'),
    ),
  );
