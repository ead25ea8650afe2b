import type { z } from 'zod';
import type { Words } from './words.ts';

/** Parts of a body that do not go together, whatever the case: where, and why. */
export type Fault = { readonly path: readonly (string | number)[]; readonly text: Words };

/** Asked of whatever was sent, with its texts: a part may be missing, or be of another kind than its schema says. */
export type FaultsOf = (sent: Readonly<Record<string, unknown>>) => readonly Fault[];

/** The object, with an issue for each fault; told beside every other one. */
export const withoutFaults = <Shape extends z.ZodObject>(object: Shape, faultsOf: FaultsOf): Shape =>
  object.superRefine(
    (value, { addIssue }) => {
      for (const { path, text } of faultsIn(value, faultsOf))
        addIssue({ code: 'custom', message: `${text.ja} / ${text.en}`, path: [...path] });
    },
    { when: () => true },
  );

const faultsIn = (value: unknown, faultsOf: FaultsOf): readonly Fault[] =>
  // What is no object at all is said by the schema.
  typeof value === 'object' && value !== null ? faultsOf(value as Readonly<Record<string, unknown>>) : [];

const oneOnly: Words = {
  ja: '相手は一つだけにしてください。組織を選んだときは、ここは空けておきます。',
  en: 'Name one only: leave this empty where an organisation is chosen.',
};

/** An organisation of the network by `field`, and beside it somebody outside by name: it cannot be both. */
export const bothInAndOutside =
  (field: string): FaultsOf =>
  sent =>
    sent[field] !== undefined && sent.outside !== undefined ? [{ path: ['outside'], text: oneOnly }] : [];

const again: Words = { ja: '同じものが二度あります。', en: 'Named twice.' };

/** Each repetition within a list of codes. */
export function repeatedIn(sent: Readonly<Record<string, unknown>>, field: string): Fault[] {
  const codes: readonly unknown[] = Array.isArray(sent[field]) ? sent[field] : [];
  const seen = new Set<unknown>();
  return codes.flatMap((code, at) => {
    if (seen.has(code)) return [{ path: [field, at], text: again }];
    seen.add(code);
    return [];
  });
}

/** Each row of a list whose id stands there before. */
export function repeatedIds(sent: Readonly<Record<string, unknown>>, list: string): Fault[] {
  const rows: readonly unknown[] = Array.isArray(sent[list]) ? sent[list] : [];
  const seen = new Set<unknown>();
  return rows.flatMap((row, at) => {
    const id = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined;
    if (id !== undefined && seen.has(id)) return [{ path: [list, at, 'id'], text: again }];
    seen.add(id);
    return [];
  });
}
