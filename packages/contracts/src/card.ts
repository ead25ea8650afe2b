import { z } from 'zod';

/** A card as one visibility class sees it (≤ 600 bytes of JSON). Ages are in whole months; nothing is personal to the viewer. */
export const card = z.strictObject({
  id: z.string(),
  no: z.string(),
  name: z.string().optional(),
  /** No given name is recorded yet, told where the name would be. */
  unnamed: z.literal(true).optional(),
  initial: z.string().optional(),
  age: z.int().optional(),
  corrAge: z.int().optional(),
  /** Of a child that is not born yet. */
  expectedOn: z.string().optional(),
  stage: z.string(),
  column: z.string(),
  phase: z.string(),
  tracks: z.record(z.string(), z.string()),
  needs: z.array(z.string()),
  due: z.strictObject({ kind: z.string(), on: z.string() }).optional(),
  /** When a consent ends soon, where another day is nearer; to whoever is told which consents there are. */
  consentEnds: z.string().optional(),
  turn: z
    .strictObject({
      org: z.string().nullable(),
      role: z.string(),
      since: z.string(),
      /** Membership to which it was given by name, to its own organisation; `lent`: for a while in the owner's place. */
      owner: z.string().optional(),
      lent: z.strictObject({ to: z.string(), until: z.string() }).optional(),
    })
    .optional(),
  holds: z.array(z.strictObject({ code: z.string(), n: z.int() })),
  cond: z.strictObject({ done: z.int(), all: z.int() }),
  next: z.string().nullable(),
  owners: z.array(z.string()),
  flags: z.array(z.string()),
  lead: z.string(),
  version: z.int(),
});
export type Card = z.infer<typeof card>;
