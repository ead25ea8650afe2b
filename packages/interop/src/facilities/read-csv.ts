import { parse } from 'csv-parse/sync';
import type { Remark, TableRow } from './facility.ts';
import { placeOf } from './place-of.ts';

/** A record longer than this is no row: a quotation mark was left open. */
const LONGEST = 100_000;
export const MOST_ROWS = 300_000;

export type CsvRead = { readonly rows: readonly TableRow[]; readonly remarks: readonly Remark[] };

/**
 * Rows of a CSV, numbered as a spreadsheet shows them: an empty line counts, a line break in quotation marks does not.
 * A broken row is left out and told; null: it cannot be read as a CSV at all.
 */
export function readCsv(text: string, at: string): CsvRead | null {
  const broken: number[] = [];
  const rows: TableRow[] = [];
  try {
    const records: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_records_with_error: true,
      max_record_size: LONGEST,
      to: MOST_ROWS + 1,
      on_skip: error => {
        broken.push((error as { records?: number } | undefined)?.records ?? 0);
      },
    });
    // A record that is left out has no number of its own: each before a later row moves that row by one.
    let at = 0;
    let lost = 0;
    for (const cells of records) {
      while (lost < broken.length && (broken[lost] ?? 0) <= at) lost += 1;
      at += 1;
      rows.push({ number: at + lost, cells });
    }
  } catch {
    return null;
  }
  const remarks = broken.map((before, n) => ({
    path: placeOf(at, before + n + 1),
    why: 'broken',
    text: {
      ja: '引用符(")の使い方がおかしく、行として読めません。',
      en: 'It cannot be read as a row: its quotation marks do not match.',
    },
    rows: 1,
    isRefused: true,
  }));
  return { rows, remarks };
}

/** Comma, or tab where the first lines have more of those. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2_000);
  return (start.match(/\t/g)?.length ?? 0) > (start.match(/,/g)?.length ?? 0) ? '\t' : ',';
}
