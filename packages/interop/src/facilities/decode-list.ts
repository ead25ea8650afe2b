export type DecodedList = { readonly text: string; readonly encoding: string };

/** Share of signs that are not of an encoding, beyond which a file is not in it. */
const MOST_BROKEN = 0.001;

/**
 * The text of a list: UTF-8 with or without a byte order mark, UTF-16 with one, CP932 or EUC-JP. A sign that does not
 * exist in the encoding stays as U+FFFD, so that its row alone is refused. null: none of them.
 */
export function decodeList(bytes: Uint8Array): DecodedList | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  const unicode = decodeAs('utf-8', bytes);
  if (brokenIn(unicode.text) <= mostIn(unicode.text)) return isText(unicode.text) ? unicode : null;
  const known = [decodeAs('shift_jis', bytes), decodeAs('euc-jp', bytes)];
  const [best] = known.sort((one, other) => strangeIn(one.text) - strangeIn(other.text));
  return best && brokenIn(best.text) <= mostIn(best.text) && isText(best.text) ? best : null;
}

const brokenIn = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0;
const mostIn = (text: string): number => text.length * MOST_BROKEN;

const decodeAs = (encoding: string, bytes: Uint8Array): DecodedList => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});

/** Binary files hold many zero bytes; a list holds none. */
const isText = (text: string): boolean => !text.includes('\0');

/**
 * Signs that betray the wrong encoding: broken ones, and half-width katakana, as which CP932 reads most of EUC-JP. A list
 * written in them on purpose is not broken, and wins against one that is.
 */
const strangeIn = (text: string): number =>
  brokenIn(text) * 20 + (text.match(/[\uFF61-\uFF9F]|[\uE000-\uF8FF]/g)?.length ?? 0);
