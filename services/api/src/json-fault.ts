import type { Words } from '@kaerimichi/discharge';
import { endOfString, isHalved, stringOf } from '@kaerimichi/interop';

/** Deeper than anything that is sent here; beyond it what is parsed could overflow whoever walks through it. */
const DEEPEST = 64;

/** More than a board of 25,000 cases asks about: each value beyond costs whoever looks through them, and all who wait. */
const MOST_VALUES = 30_000;

const halved: Words = {
  ja: '文字の一部(サロゲートペアの片方)だけがあり、読めません。',
  en: 'There is half of a surrogate pair.',
};
const prototype: Words = { ja: '__proto__ という名前の項目は受けつけません。', en: 'A key may not be __proto__.' };
const tooDeep: Words = {
  ja: `入れ子が${DEEPEST}段より深くて読めません。`,
  en: `It is nested deeper than ${DEEPEST} levels.`,
};
const tooMany: Words = {
  ja: `項目や値が${MOST_VALUES}より多くて読めません。分けて送ってください。`,
  en: `It holds more than ${MOST_VALUES} values. Please send it in parts.`,
};
const twice = (key: string): Words => ({
  ja: `項目 ${key} が同じまとまりに2回あります。`,
  en: `The key ${key} stands twice in one object.`,
});

/**
 * What is wrong with JSON text that JSON.parse takes without a word: a key twice in one object (the last would win), a
 * key that names the prototype, half of a surrogate pair, nesting or values beyond all need. null: nothing. The text must
 * be valid JSON.
 */
export function jsonFault(text: string): Words | null {
  // Keys of each open object; null for an array.
  const open: (Set<string> | null)[] = [];
  // Only an escape can write half a pair into UTF-8.
  const hasEscapes = text.includes('\\u');
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if ((sign === ',' || sign === '{' || sign === '[') && ++values > MOST_VALUES) return tooMany;
    if (sign === '{' || sign === '[') open.push(sign === '{' ? new Set() : null);
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (hasEscapes && isHalved(text.slice(at, end))) return halved;
      const keys = isKey(text, end) ? open.at(-1) : null;
      if (keys) {
        const key = stringOf(text.slice(at, end));
        if (key === '__proto__') return prototype;
        if (keys.has(key)) return twice(JSON.stringify(key.slice(0, 60)));
        keys.add(key);
      }
      at = end - 1;
    }
    if (open.length > DEEPEST) return tooDeep;
  }
  return null;
}

const isKey = (text: string, after: number): boolean => {
  let at = after;
  while (' \t\n\r'.includes(text[at] ?? '.')) at += 1;
  return text[at] === ':';
};
