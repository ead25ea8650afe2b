import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartRefused } from '../postgres/start-refused.ts';

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** Key of the advisory lock under which migrations run: two programs that start at once do not meet. */
const LOCK = 0x6b616572; // "kaer"

const table = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Brings a database to the program's level, each migration in one transaction, recorded in Prisma's own table. Refuses a
 * database that is newer than the program, and a migration that was changed after it was applied.
 */
export async function migrate(adminUrl: string, folder: string): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const migrations = readMigrations(folder);
    const waiting = await waitingMigrations(client, migrations);
    if (waiting.length === 0) return { applied: [] };
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(table);
    const applied: string[] = [];
    for (const migration of await waitingMigrations(client, migrations)) {
      await apply(client, migration);
      applied.push(migration.name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** One query when nothing is to be done, so that a second start costs nothing. */
async function waitingMigrations(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const exists = await client.query(`SELECT to_regclass('_prisma_migrations') AS name`);
  if (!exists.rows[0]?.name) return [...migrations];
  const done = await client.query(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const known = new Map(migrations.map(migration => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at: finished } of done.rows) {
    const migration = known.get(name);
    if (!migration)
      throw new StartRefused(
        `This database is newer than the program (it has the migration ${name}): use the newer program.`,
      );
    if (migration.checksum !== checksum)
      throw new StartRefused(`The migration ${name} was changed after it was applied: restore its file.`);
    if (!finished)
      throw new StartRefused(`The migration ${name} was begun and not finished: restore the database from a copy.`);
  }
  const applied = new Set(done.rows.map(row => row.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count) VALUES (gen_random_uuid()::text, $1, now(), $2, 1)`,
      [checksum, name],
    );
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK');
    throw new StartRefused(
      `The migration ${name} failed and nothing of it was kept: ${fault instanceof Error ? fault.message : fault}`,
    );
  }
}
