/** Index after the closing quotation mark of the string that begins at an index of valid JSON. */
export function endOfString(source: string, begin: number): number {
  let at = begin + 1;
  while (source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** What a string of JSON says. A slice of valid JSON that begins and ends with a quotation mark is one. */
export const stringOf = (written: string): string =>
  written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);

/** Whether a string of JSON holds half of a surrogate pair, which no database takes. */
export const isHalved = (written: string): boolean => !stringOf(written).isWellFormed();
