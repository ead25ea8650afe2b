import { z } from 'zod';

/** What comes along unseen with pasted text and would make two names of one: soft hyphens, joints without width. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
const PLAIN = /^[^\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
/** Something to see: not only spaces, marks on nothing, or letters that are drawn as nothing (Hangul fillers). */
const SEEN = /^$|[^\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Text in the one form in which it is kept and compared (NFC). */
export const tidy = (text: string): string => text.normalize('NFC').replace(UNSEEN, '').trim();

/**
 * One line of text as people write it: no control characters, nothing that turns the direction of what stands beside it,
 * no halves of a surrogate pair, and something to see.
 */
export const line = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .min(1)
    .max(max)
    .regex(PLAIN, '使えない文字があります。 / Characters that cannot be used.')
    .regex(SEEN, '見える文字がありません。 / Nothing that can be seen.');
