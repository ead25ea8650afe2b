import type { Words } from './words.ts';

/** Something said beside an answer: what was left out and why, or what is for the physician to judge. */
export type Remark = { readonly code: string; readonly text: Words };

export const remark = (code: string, ja: string, en: string): Remark => ({ code, text: { ja, en } });
