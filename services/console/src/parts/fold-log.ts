/** An hour: what somebody does again and again within it is one visit. */
const ONE_VISIT_MS = 3_600_000;

/** An entry of a log, how often it came, and since when (`entry.at` is the last time). */
export type Folded<Entry> = { readonly entry: Entry; readonly count: number; readonly since: string };

/** Entries of a log, newest first, those of one key within an hour of the newest of them told once. */
export function foldLog<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Folded<Entry>[] {
  const rows: Folded<Entry>[] = [];
  const open = new Map<string, number>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const at = open.get(key);
    const row = at === undefined ? undefined : rows[at];
    if (at !== undefined && row && Date.parse(row.entry.at) - Date.parse(entry.at) <= ONE_VISIT_MS)
      rows[at] = { ...row, count: row.count + 1, since: entry.at };
    else {
      open.set(key, rows.length);
      rows.push({ entry, count: 1, since: entry.at });
    }
  }
  return rows;
}
