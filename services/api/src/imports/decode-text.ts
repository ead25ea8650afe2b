/** A file's text; `isWhole` is false where bytes of another encoding were replaced by U+FFFD. */
export type Decoded = { readonly text: string; readonly isWhole: boolean };

/** UTF-8 with or without a byte order mark, UTF-16 with one. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isWhole: true };
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isWhole: false };
  }
}
