import { day, instant, noteVisibilities } from '@kaerimichi/discharge';
import { z } from 'zod';

const sender = z.strictObject({ name: z.string().nullable(), org: z.string().nullable(), role: z.string() });

export const historyEvent = z.strictObject({
  seq: z.int(),
  type: z.string(),
  label: z.string(),
  /** null: of entries that are not shared. */
  at: instant.nullable(),
  /** Entries in a row that are not shared, which this one stands for: up to its seq. Absent of all others. */
  count: z.int().min(1).optional(),
  occurredOn: day.optional(),
  stage: z.string(),
  by: sender,
  category: z.string(),
  body: z.record(z.string(), z.unknown()).nullable(),
  texts: z.record(z.string(), z.string()).nullable(),
  /** Taken back: by whoever may alone, or by a second person where it takes two. */
  corrected: z.boolean(),
  /** Who proposed the correction that waits for a second person. */
  proposed: sender.nullable(),
  /** Whether the viewer could correct this entry now: its `entry.corrected` would be taken. */
  correctable: z.boolean(),
  /** Whether the viewer could write a new version of this note now: its `note.revised` would be taken. */
  revisable: z.boolean(),
  /** Whether this note calls the viewer, who has not answered. */
  called: z.boolean(),
});
export type HistoryEvent = z.infer<typeof historyEvent>;

/** Somebody whom a note may call. */
export const noteReader = z.strictObject({
  /** The membership, as `mentions` names it. */
  id: z.string(),
  name: z.string(),
  role: z.string(),
  org: z.string(),
  orgKana: z.string().nullable(),
  /** Of the own organisation. */
  isOwn: z.boolean(),
  /** Which notes of the own organisation they read. */
  reads: z.array(z.enum(noteVisibilities)),
});
export type NoteReader = z.infer<typeof noteReader>;

export const accessLogEntry = z.strictObject({
  at: instant,
  /** `name` is null where the person has no part in the case, the whole where what was refused is not shared. */
  by: sender.nullable(),
  action: z.string(),
  /** The part of the case that was read, or the type of the event that was refused. */
  what: z.string(),
  /** `ok`, or the code of the refusal. */
  outcome: z.string(),
});
export type AccessLogEntry = z.infer<typeof accessLogEntry>;
