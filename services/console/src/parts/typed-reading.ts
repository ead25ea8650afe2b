import { isKana, toHiragana } from './parse-kana.ts';

/** Letters that an input method has not turned into kana yet: いsh. */
const unfinished = /[a-z]+$/i;

/** What is read so far of a text that an input method holds; null once it is converted (石井). */
export function kanaOfComposition(data: string): string | null {
  const plain = data.normalize('NFKC').replace(unfinished, '');
  return plain !== '' && isKana(plain) ? toHiragana(plain) : null;
}

/** A name that is being typed: what the field of its reading was filled with before, and what is composed now. */
export type Reading = { readonly filled: string; readonly base: string; readonly composed: string };

export const noReading: Reading = { filled: '', base: '', composed: '' };

type Fields = {
  /** What stays of the name where the composition begins, and its reading. */
  readonly name: string;
  readonly kana: string;
};

/**
 * Where a composition begins: anew, or behind what was filled in before. null: the reading is somebody's own, typed or
 * known before, or the name has one that nobody gave; it stays as it is.
 */
export function beginReading({ filled }: Reading, { name, kana }: Fields): Reading | null {
  if (kana !== '' && kana !== filled) return null;
  if (name === '') return noReading;
  return kana === '' ? null : { filled, base: kana, composed: '' };
}

/** What the reading is filled with while a text is composed, and what is left of it where the text is given up (''). */
export function goOnReading(reading: Reading, data: string): Reading {
  const composed = data === '' ? '' : (kanaOfComposition(data) ?? reading.composed);
  return { ...reading, composed, filled: reading.base + composed };
}
