import { createHash } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { columnsOf, EXPORT_FORMAT, exportedTables, PLAIN_TEXT } from './tables.ts';

export type Counts = Readonly<Record<string, number>>;

/** Rows per fetch: with 20 MB imports among them a fetch stays within what a small machine has. */
const ROWS = 200;

/**
 * Writes everything to one file of JSON lines (gzip when its name ends in .gz): a head with format and newest migration,
 * one line per row, a foot with counts and SHA-256. One consistent view; the file gets its name when it is whole.
 */
export async function exportAll(databaseUrl: string, file: string, at: string): Promise<Counts> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kaerimichi-export' });
  await client.connect();
  try {
    await client.query(PLAIN_TEXT);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const counts: Record<string, number> = {};
    const lines = Readable.from(exportLines(client, { at, counts }));
    await writeWhole(file, target =>
      file.endsWith('.gz') ? pipeline(lines, createGzip(), target) : pipeline(lines, target),
    );
    return counts;
  } finally {
    await client.end();
  }
}

/** The name comes when everything is on the disk; what fails on the way leaves no part of it, for it holds names. */
async function writeWhole(file: string, write: (target: WriteStream) => Promise<void>): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    // flush: what has the name must not be lost with the power.
    await write(createWriteStream(unfinished, { mode: 0o600, flush: true }));
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function* exportLines(client: pg.Client, { at, counts }: { at: string; counts: Record<string, number> }) {
  const hash = createHash('sha256');
  const line = (value: string) => {
    hash.update(value).update('\n');
    return `${value}\n`;
  };
  yield line(
    JSON.stringify({ kaerimichi: 'export', format: EXPORT_FORMAT, migration: await newestMigration(client), at }),
  );
  for (const table of exportedTables) {
    counts[table] = 0;
    for await (const row of rowsOf(client, table)) {
      counts[table] += 1;
      yield line(`{"t":"${table}","r":${row}}`);
    }
  }
  yield `${JSON.stringify({ counts, sha256: hash.digest('hex') })}\n`;
}

/** Every value as PostgreSQL's own text: what it writes it reads back, bytes and rare characters included. */
async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  const columns = (await columnsOf(client, table)).map(({ name }) => `${name}::text`).join(', ');
  await client.query(
    `DECLARE rows NO SCROLL CURSOR FOR SELECT row_to_json(x)::text AS row FROM (SELECT ${columns} FROM ${table}) x`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS} FROM rows`);
    if (rows.length === 0) break;
    for (const { row } of rows) yield row;
  }
  await client.query('CLOSE rows');
}

export async function newestMigration(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return rows[0]?.name ?? '';
}
