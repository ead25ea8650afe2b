import { createHash } from 'node:crypto';
import type { Words } from '@kaerimichi/discharge';
import pg from 'pg';
import { z } from 'zod';
import { type Counts, newestMigration } from './export-all.ts';
import { fileLines } from './file-lines.ts';
import { columnsOf, EXPORT_FORMAT, type ExportedTable, exportedTables, PLAIN_TEXT, sequences } from './tables.ts';

/** Why a file is not imported, in both languages; nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';

  constructor({ ja, en }: Words, cause?: unknown) {
    super(`${ja}\n${en}`, cause === undefined ? undefined : { cause });
  }
}

const BATCH = 500;
/** A batch of large rows (imported files) is written earlier. */
const BATCH_CHARACTERS = 8_000_000;

/**
 * Reads a file of `exportAll` into an empty, migrated database, as its owner: all of it or nothing. Refuses a database
 * that holds something, a newer format or migration, and a file that is cut short or was changed.
 */
export async function importAll(adminUrl: string, file: string): Promise<Counts> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kaerimichi-import' });
  await client.connect();
  try {
    await client.query(PLAIN_TEXT);
    await client.query('BEGIN');
    await refuseUnlessEmpty(client);
    const counts = await readInto(client, file);
    for (const { table, column } of sequences)
      await client.query(
        `SELECT setval(pg_get_serial_sequence('${table}', '${column}'), coalesce(max(${column}), 0) + 1, false) FROM ${table}`,
      );
    await client.query('COMMIT');
    return counts;
  } finally {
    // Without COMMIT the connection's end undoes everything.
    await client.end();
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const table of exportedTables) {
    const { rows } = await client.query(`SELECT FROM ${table} LIMIT 1`);
    if (rows.length > 0) throw new ImportRefused(notEmpty(table));
  }
}

const head = z.object({ kaerimichi: z.literal('export'), format: z.int(), migration: z.string() });
const foot = z.object({ counts: z.record(z.string(), z.int()), sha256: z.string() });
const ROW = /^\{"t":"([a-z_]+)","r":(.*)\}$/s;

type Reading = {
  readonly client: pg.Client;
  readonly counts: Record<string, number>;
  table: ExportedTable | null;
  batch: string[];
  characters: number;
  /** The first rows that the database would not take: why is only known when the sum at the end tells whether they were changed. */
  unfit: ImportRefused | null;
};

async function readInto(client: pg.Client, file: string): Promise<Counts> {
  const reading: Reading = { client, counts: {}, table: null, batch: [], characters: 0, unfit: null };
  const hash = createHash('sha256');
  let isFirst = true;
  let last: string | null = null;
  for await (const line of linesOf(file)) {
    // The foot is the one line that the sum does not cover: each line is read when the next one has come.
    if (last !== null) {
      hash.update(last).update('\n');
      if (isFirst) await checkHead(client, last);
      else await takeRow(reading, last);
      isFirst = false;
    }
    last = line;
  }
  await writeBatch(reading);
  checkFoot(last, { counts: reading.counts, sha256: hash.digest('hex') });
  if (reading.unfit) throw reading.unfit;
  return reading.counts;
}

/** What the file system or gzip says about the file, as a refusal. */
async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* fileLines(file);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    if (code === 'Z_BUF_ERROR') throw new ImportRefused(cutShort, cause);
    if (code.startsWith('Z_')) throw new ImportRefused(changed, cause);
    if (['ENOENT', 'EACCES', 'EISDIR'].includes(code)) throw new ImportRefused(unreadable(file, code), cause);
    throw cause;
  }
}

async function checkHead(client: pg.Client, line: string): Promise<void> {
  const found = head.safeParse(parsed(line)).data;
  if (!found) throw new ImportRefused(foreign);
  if (found.format > EXPORT_FORMAT) throw new ImportRefused(newer);
  const ours = await newestMigration(client);
  if (found.migration !== ours) throw new ImportRefused(otherLevel(found.migration, ours));
}

function checkFoot(line: string | null, read: { counts: Counts; sha256: string }): void {
  const found = foot.safeParse(line === null ? null : parsed(line)).data;
  if (!found) throw new ImportRefused(cutShort);
  if (found.sha256 !== read.sha256) throw new ImportRefused(changed);
  const differs = Object.entries(found.counts).find(([table, count]) => count !== (read.counts[table] ?? 0));
  if (differs) throw new ImportRefused(changed);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const isExported = (name: string | undefined): name is ExportedTable =>
  exportedTables.some(exported => exported === name);

async function takeRow(reading: Reading, line: string): Promise<void> {
  const [, table, row] = ROW.exec(line) ?? [];
  if (!isExported(table) || row === undefined) throw new ImportRefused(changed);
  if (table !== reading.table || reading.batch.length >= BATCH || reading.characters > BATCH_CHARACTERS)
    await writeBatch(reading);
  reading.table = table;
  reading.batch.push(row);
  reading.characters += row.length;
  reading.counts[table] = (reading.counts[table] ?? 0) + 1;
}

async function writeBatch(reading: Reading): Promise<void> {
  const { client, table, batch } = reading;
  reading.batch = [];
  reading.characters = 0;
  if (!table || batch.length === 0 || reading.unfit) return;
  try {
    const columns = await columnsOf(client, table);
    const values = columns.map(({ name, type }) => `(r ->> '${name}')::${type}`);
    await client.query(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) OVERRIDING SYSTEM VALUE
       SELECT ${values.join(', ')} FROM json_array_elements($1::json) AS r`,
      [`[${batch.join(',')}]`],
    );
  } catch (error) {
    reading.unfit = new ImportRefused(unfit(table, error), error);
  }
}

const notEmpty = (table: string): Words => ({
  ja: `取り込み先のデータベースが空ではありません（${table}）。空のデータベースを用意してください（組み込みのデータベースなら npm run reset）。`,
  en: `The database is not empty: ${table} holds rows. Import into an empty one (npm run reset empties the embedded one).`,
});
const foreign: Words = {
  ja: 'かえりみちの npm run export が書いたファイルではありません。',
  en: 'This is not a file of an export (npm run export).',
};
const newer: Words = {
  ja: 'より新しい版のかえりみちが書いたファイルです。新しい版で取り込んでください。',
  en: 'The file comes from a newer program. Import it with that one.',
};
const otherLevel = (file: string, ours: string): Words => ({
  ja: `ファイルは ${file} の段階、このデータベースは ${ours} の段階です。ファイルを書いた版のかえりみちで取り込み、それから版を上げてください。`,
  en: `The file is of the level ${file}, this database of ${ours}. Import it with the version that wrote it, then upgrade.`,
});
const cutShort: Words = {
  ja: 'ファイルが途中で切れています。何も取り込んでいません。',
  en: 'The file is cut short. Nothing was imported.',
};
const changed: Words = {
  ja: 'ファイルが壊れているか、書かれた後で書き換えられています。何も取り込んでいません。',
  en: 'The file is damaged or was changed after it was written. Nothing was imported.',
};
const unreadable = (file: string, code: string): Words => ({
  ja: `${file} を読めません（${code}）。`,
  en: `${file} cannot be read (${code}).`,
});

/** PostgreSQL's code and not its sentence, which may quote a child's name. */
function unfit(table: string, error: unknown): Words {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '?';
  return {
    ja: `表 ${table} の行を書けません（${code}）。何も取り込んでいません。`,
    en: `A row of ${table} cannot be written (${code}). Nothing was imported.`,
  };
}
