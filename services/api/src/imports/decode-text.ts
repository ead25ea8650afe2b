/** A file's text; `isWhole` is false where bytes of another encoding were replaced by U+FFFD. */
export type Decoded = { readonly text: string; readonly isWhole: boolean };

/** UTF-8 with or without a byte order mark, UTF-16 with one. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), isWhole: true };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), isWhole: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isWhole: true };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), isWhole: false };
  }
}
