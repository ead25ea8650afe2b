import type { z } from 'zod';
import type { Fault } from './outcome.ts';

/** What was sent, before anybody knows whether it fits: a part may be missing, or be of another kind. */
export type Sent = Readonly<Record<string, unknown>>;

/** The object with an issue for each fault of what was sent, told beside those of its schema. */
export const toldBeside = <Shape extends z.ZodObject>(
  object: Shape,
  faultsOf: (sent: Sent) => readonly Fault[],
): Shape =>
  object.superRefine(
    (value, { addIssue }) => {
      // What is no object at all is said by the schema.
      if (!isSent(value)) return;
      for (const { path, text } of faultsOf(value))
        addIssue({ code: 'custom', message: `${text.ja} / ${text.en}`, path: [...path] });
    },
    { when: () => true },
  );

const isSent = (value: unknown): value is Sent => typeof value === 'object' && value !== null;

/** A part of what was sent, where it fits its schema. */
export const partOf = <Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | undefined =>
  schema.safeParse(value).data;

/** Each entry of a list that was sent; none where it is no list. */
export const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A field of an entry that was sent. */
export const fieldOf = (value: unknown, name: string): unknown => (isSent(value) ? value[name] : undefined);
