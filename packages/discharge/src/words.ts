/** A sentence in both languages of the interface. Japanese is the source, English complete. */
export type Words = { readonly ja: string; readonly en: string };

export type Language = keyof Words;

/** Fills `{name}` places of a sentence. A place without a parameter stays visible, so that it is noticed. */
export function fillWords(words: Words, params: Readonly<Record<string, unknown>>): Words {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
  return { ja: fill(words.ja), en: fill(words.en) };
}
