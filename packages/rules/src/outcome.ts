import type { Words } from './words.ts';

/** What of the facts does not go together or cannot be: where, and why. */
export type Fault = { readonly path: readonly (string | number)[]; readonly text: Words };

/** The answer of a rule, or every fault of the facts. */
export type Outcome<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export const faultAt = (path: Fault['path'], ja: string, en: string): Fault => ({ path, text: { ja, en } });
