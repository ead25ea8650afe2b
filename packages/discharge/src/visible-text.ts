import { z } from 'zod';

/** Controls but for line ends and tabs, halves of surrogate pairs, and what turns the direction of the text beside it. */
const PLAIN = /^(?:[\n\r\t]|[^\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])*$/u;
/** Something to see: not only spaces, marks on nothing, or letters that are drawn as nothing. */
const SEEN = /[^\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Words that somebody wrote and others read: normalised, with something to see in them. */
export const visibleText = (max: number) =>
  z
    .string()
    .overwrite(text => text.normalize('NFC').trim())
    .min(1)
    .max(max)
    .regex(PLAIN, '使えない文字があります。 / Characters that cannot be used.')
    .regex(SEEN, '見える文字がありません。 / Nothing that can be seen.');
