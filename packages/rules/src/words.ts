/** A sentence in both languages of the interface. Japanese is the source, English complete. */
export type Words = { readonly ja: string; readonly en: string };
