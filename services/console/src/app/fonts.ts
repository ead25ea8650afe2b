/**
 * Letters of the piece for cards (橋, 颯; build/word-fonts.ts). Spelt, since the build takes every letter that stands in the
 * program for one of its own words and moves it to the piece that comes with the page.
 */
const OF_CARDS: string = JSON.parse('"\\u6a4b\\u98af"');

/**
 * Begins to load what a page will be written with before there is anything to write: letters that come after the first
 * drawing lay the whole page out once more.
 */
export function loadLetters(): void {
  for (const weight of [400, 700])
    document.fonts.load(`${weight} 1em "Kaerimichi Words"`, OF_CARDS).catch(() => undefined);
}

let coming: Promise<unknown> | null = null;

/** The tables of the bundled fonts: large, and nothing waits for them but a first page that wants its letters at once. */
export function loadFonts(): Promise<unknown> {
  coming ??= Promise.all([
    import('@fontsource/biz-udpgothic/400.css'),
    import('@fontsource/biz-udpgothic/700.css'),
  ]).then(
    // For the characters that BIZ UDPGothic lacks (𠮷).
    () => import('@fontsource-variable/noto-sans-jp/index.css'),
  );
  return coming;
}
