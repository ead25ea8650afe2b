/** Entries that a part of a page has room for, and how many it has not. */
export type Fitting<Entry> = { readonly shown: readonly Entry[]; readonly left: number };

type Room<Entry> = {
  /** As many lines as there are. */
  readonly lines: number;
  /** Full-width characters in a line. */
  readonly width: number;
  readonly textOf: (entry: Entry) => string;
};

/** The first entries that fit on paper; what does not is counted, so that the page says that there is more. */
export function fitLines<Entry>(entries: readonly Entry[], { lines, width, textOf }: Room<Entry>): Fitting<Entry> {
  let used = 0;
  let count = 0;
  for (const entry of entries) {
    used += linesIn(textOf(entry), width);
    if (used > lines) break;
    count += 1;
  }
  return { shown: entries.slice(0, count), left: entries.length - count };
}

const linesIn = (text: string, width: number) =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / width)), 0);
