/** Address of the program that a page of ours loads; null where it is not built (or is no page of ours). */
export function entryOf(html: string): string | null {
  return /<script type="module"[^>]*\ssrc="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? null;
}
