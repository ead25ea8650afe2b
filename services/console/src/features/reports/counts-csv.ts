import { toCsv } from '@kaerimichi/contracts';
import type { ShownTable } from './shown-tables.ts';

/** Heads of the columns, and the moment of the counts in words. */
type Heads = { readonly heads: readonly [string, string, string, string, string]; readonly taken: string };

/** All tables one below the other (table, group, count, how it is counted, moment), as Excel opens them: BOM, CRLF. */
export function countsCsv(tables: readonly ShownTable[], { heads, taken }: Heads): string {
  const lines = tables.flatMap(({ title, how, rows, total }) =>
    [...rows, total].map(({ label, count }) => [title, label, count, how, taken]),
  );
  return toCsv([heads, ...lines]);
}
