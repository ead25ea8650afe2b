import { z } from 'zod';

/** No controls, no halves of surrogate pairs, nothing that turns the direction of what stands beside it. */
const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u;
/** The same with line ends and tabs. */
const LINES = /^(?:[\n\r\t]|[^\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])*$/u;
/** Something to see: not only spaces, marks on nothing, or letters that are drawn as nothing (Hangul fillers). */
const SEEN = /^$|[^\s\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** A text of some length with something to see in it, and nothing that cannot be seen but acts; one fault for each. */
const visible = (text: z.ZodString, max: number, kind: 'line' | 'lines') =>
  text
    .min(1)
    .max(max)
    .regex(kind === 'line' ? ONE_LINE : LINES, '使えない文字があります。 / Characters that cannot be used.')
    .regex(SEEN, '見える文字がありません。 / Nothing that can be seen.');

/** What comes along unseen with pasted text and would make two names of one: soft hyphens, joints without width. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** Text in the one form in which it is kept and compared (NFC). */
const tidy = (text: string): string => text.normalize('NFC').replace(UNSEEN, '').trim();

/** One line of text as people write it: a name, a kana, a number. */
export const visibleLine = (max: number) => visible(z.string().overwrite(tidy), max, 'line');

/** How a name is read, in hiragana or katakana. */
export const kanaLine = (max: number) =>
  z
    .string()
    .overwrite(tidy)
    .min(1)
    .max(max)
    .regex(
      /^[ー・ \u3000]*[\p{Script=Hiragana}\p{Script=Katakana}][\p{Script=Hiragana}\p{Script=Katakana}ー・ \u3000]*$/u,
      'ひらがなかカタカナで入れてください。 / Use hiragana or katakana.',
    );

/** Words that somebody wrote and others read, normalised. */
export const visibleText = (max: number) =>
  visible(
    z.string().overwrite(text => text.normalize('NFC').trim()),
    max,
    'lines',
  );
