import type { z } from 'zod';

/** Names of the fields that hold a period's first and last day; either day may be absent. */
export type PeriodFields = readonly [first: string, last: string];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether a last day lies before its first one; days are ISO, and compare as texts. */
function isBackwards(value: unknown, [first, last]: PeriodFields): boolean {
  if (!isRecord(value)) return false;
  const [from, until] = [value[first], value[last]];
  return typeof from === 'string' && typeof until === 'string' && until < from;
}

/** The object, with an issue at the last day where that lies before the first; told beside every other fault. */
export const inOrder = <Shape extends z.ZodObject>(object: Shape, fields: PeriodFields): Shape =>
  object.refine(value => !isBackwards(value, fields), {
    path: [fields[1]],
    message: '始まりの日より前の日です。 / Before the first day.',
    when: () => true,
  });
