import { day, instant } from '@kaerimichi/discharge';
import { z } from 'zod';

export const historyEvent = z.strictObject({
  seq: z.int(),
  type: z.string(),
  label: z.string(),
  at: instant,
  occurredOn: day.optional(),
  stage: z.string(),
  by: z.strictObject({ name: z.string().nullable(), org: z.string().nullable(), role: z.string() }),
  category: z.string(),
  body: z.record(z.string(), z.unknown()).nullable(),
  texts: z.record(z.string(), z.string()).nullable(),
  corrected: z.boolean(),
  /** Whether the viewer could correct this entry now: its `entry.corrected` would be taken. */
  correctable: z.boolean(),
});
export type HistoryEvent = z.infer<typeof historyEvent>;

export const accessLogEntry = z.strictObject({
  at: instant,
  /** `name` is null where the person has no part in the case, the whole where what was refused is not shared. */
  by: z.strictObject({ name: z.string().nullable(), org: z.string().nullable(), role: z.string() }).nullable(),
  action: z.string(),
  /** The part of the case that was read, or the type of the event that was refused. */
  what: z.string(),
  /** `ok`, or the code of the refusal. */
  outcome: z.string(),
});
export type AccessLogEntry = z.infer<typeof accessLogEntry>;
