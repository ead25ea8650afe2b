import type { Words } from '@kaerimichi/rules/calendar';

export type { Words };

export type Language = keyof Words;

/** Fills `{name}` places of a sentence. A place without a parameter stays visible, so that it is noticed. */
export function fillWords(words: Words, params: Readonly<Record<string, unknown>>): Words {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
  return { ja: fill(words.ja), en: fill(words.en) };
}
