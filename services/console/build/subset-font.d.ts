/** The package has no types, and those published beside it lack the options that are used here. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: { targetFormat: 'woff2'; noHinting?: boolean; noLayoutClosure?: boolean },
  ): Promise<Uint8Array>;
}
