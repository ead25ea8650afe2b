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
