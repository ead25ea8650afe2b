import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { z } from 'zod';
import { type Counts, newestMigration } from './export-all.ts';
import { columnsOf, EXPORT_FORMAT, type ExportedTable, exportedTables, PLAIN_TEXT, sequences } from './tables.ts';

/** Why a file is not imported; nothing was written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
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
    if (rows.length > 0) throw new ImportRefused(`The database is not empty: ${table} holds rows.`);
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
};

async function readInto(client: pg.Client, file: string): Promise<Counts> {
  const reading: Reading = { client, counts: {}, table: null, batch: [], characters: 0 };
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
  return reading.counts;
}

function linesOf(file: string): AsyncIterable<string> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  bytes.once('error', error => input.destroy(error));
  return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

async function checkHead(client: pg.Client, line: string): Promise<void> {
  const found = head.safeParse(parsed(line)).data;
  if (!found) throw new ImportRefused('This is not a file of an export.');
  if (found.format > EXPORT_FORMAT) throw new ImportRefused('The file comes from a newer program.');
  const ours = await newestMigration(client);
  if (found.migration !== ours)
    throw new ImportRefused(`The file is of the level ${found.migration}, this database of ${ours}.`);
}

function checkFoot(line: string | null, read: { counts: Counts; sha256: string }): void {
  const found = foot.safeParse(line === null ? null : parsed(line)).data;
  if (!found) throw new ImportRefused('The file is cut short.');
  if (found.sha256 !== read.sha256) throw new ImportRefused('The file was changed after it was written.');
  const differs = Object.entries(found.counts).find(([table, count]) => count !== (read.counts[table] ?? 0));
  if (differs) throw new ImportRefused(`The file does not hold every row of ${differs[0]}.`);
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
  if (!isExported(table) || row === undefined) throw new ImportRefused('The file holds a line that is no row.');
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
  if (!table || batch.length === 0) return;
  try {
    const columns = await columnsOf(client, table);
    const values = columns.map(({ name, type }) => `(r ->> '${name}')::${type}`);
    await client.query(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')}) OVERRIDING SYSTEM VALUE
       SELECT ${values.join(', ')} FROM json_array_elements($1::json) AS r`,
      [`[${batch.join(',')}]`],
    );
  } catch (error) {
    throw new ImportRefused(`A row of ${table} does not fit.`, { cause: error });
  }
}
