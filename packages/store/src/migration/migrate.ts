import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '@kaerimichi/discharge';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { withOwner } from '../administration/with-owner.ts';
import { StartRefused } from '../postgres/start-refused.ts';
import { readHistory, waitingMigrations } from './migration-history.ts';
import { type Migration, readMigrations } from './read-migrations.ts';
import { NO_FILTER, withSchemaEngine } from './with-schema-engine.ts';

/** What was applied, oldest first; `tookEngine` false means that one query was all it cost. */
export type Migrated = { readonly applied: string[]; readonly tookEngine: boolean };

/** Key of the advisory lock under which migrations run: two programs that start at once do not meet. */
const LOCK = 0x6b616572; // "kaer"

/**
 * Brings a database to the program's level. Each migration is one transaction together with the word that it is done,
 * kept in Prisma's own table, so that `prisma migrate deploy` elsewhere agrees.
 *
 * @param adminUrl connection string of the tables' owner
 * @param folder `prisma/migrations`
 * @throws StartRefused `newer-database`, `changed-migration`, `failed-migration`, `no-right-to-migrate`
 */
export async function migrate(adminUrl: string, folder: string): Promise<Migrated> {
  const brought = readMigrations(folder);
  const client = new pg.Client({ connectionString: adminUrl, application_name: 'kaerimichi-migration' });
  // A lost connection shows itself in the statement that waits; without a listener it would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    if (waitingMigrations(await readHistory(client), brought).length === 0) return { applied: [], tookEngine: false };
    await refuseUnlessMaker(client);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const waiting = waitingMigrations(await readHistory(client), brought);
    if (waiting.length === 0) return { applied: [], tookEngine: false };
    await forgetUnfinished(client);
    return { applied: await apply(client, { adminUrl, folder, brought }), tookEngine: true };
  } finally {
    await client.end();
  }
}

/**
 * Whether this program brings something that the database does not have yet; changes nothing.
 *
 * @throws StartRefused as `migrate`
 */
export async function hasWaitingMigrations(adminUrl: string, folder: string): Promise<boolean> {
  const brought = readMigrations(folder);
  return withOwner(adminUrl, async client => waitingMigrations(await readHistory(client), brought).length > 0);
}

/** Asked here, since the engine tells of it in its own way: a stack of another language. */
async function refuseUnlessMaker(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ role: string; may: boolean }>(
    `SELECT current_user AS role, has_schema_privilege(to_regnamespace('public')::oid, 'CREATE') IS NOT FALSE AS may`,
  );
  if (rows[0]?.may === false) throw new StartRefused(noMaker(rows[0].role), 'no-right-to-migrate');
}

const noMaker = (role: string): Words => ({
  ja: `データベースの役割 ${role} には、表を作る権限がありません。データベースの所有者のアドレスを ADMIN_DATABASE_URL に指定してください（DATABASE_URL は、表を作れない役割のままで構いません）。`,
  en: `The database role ${role} may make no tables. Name the owner of the database in ADMIN_DATABASE_URL, beside DATABASE_URL, whose role needs no such right.`,
});

type Applying = { readonly adminUrl: string; readonly folder: string; readonly brought: readonly Migration[] };

async function apply(client: pg.Client, { adminUrl, folder, brought }: Applying): Promise<string[]> {
  try {
    const closing = (script: string) => closingOf(brought, script);
    return await withSchemaEngine({ adminUrl, closing }, engine => applyAll(engine, folder, brought));
  } catch (cause) {
    throw await failure(client, cause);
  }
}

async function applyAll(engine: SchemaEngine, folder: string, brought: readonly Migration[]): Promise<string[]> {
  const lockfile = join(folder, 'migration_lock.toml');
  const { appliedMigrationNames } = await engine.applyMigrations({
    filters: NO_FILTER,
    migrationsList: {
      baseDir: folder,
      shadowDbInitScript: '',
      lockfile: {
        path: 'migration_lock.toml',
        content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null,
      },
      migrationDirectories: brought.map(({ name, sql }) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
      })),
    },
  });
  return appliedMigrationNames;
}

/** The engine says "finished" in a statement of its own; a process killed before it would leave the question open. */
function closingOf(brought: readonly Migration[], script: string): string {
  const migration = brought.find(({ sql }) => sql === script);
  if (migration === undefined) return '';
  return `UPDATE _prisma_migrations SET finished_at = now()
          WHERE migration_name = ${pg.escapeLiteral(migration.name)} AND finished_at IS NULL AND rolled_back_at IS NULL`;
}

/** Begun and not finished means: nothing of it was kept. Called under the lock, so that nobody is at it. */
async function forgetUnfinished(client: pg.Client): Promise<string[]> {
  if ((await readHistory(client)).every(({ isFinished }) => isFinished)) return [];
  const { rows } = await client.query<{ name: string }>(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name AS name`,
  );
  return rows.map(({ name }) => name);
}

async function failure(client: pg.Client, cause: unknown): Promise<unknown> {
  // Where the server itself is gone, the next start finds the row and forgets it.
  const [name] = await forgetUnfinished(client).catch(() => []);
  if (name === undefined) return cause;
  // What follows names the row, and with it perhaps a child.
  const [why = ''] = (cause instanceof Error ? cause.message : String(cause)).split(/\bDETAIL\b/i);
  return new StartRefused(
    {
      ja: `データベースの移行 ${name} に失敗しました。データベースは移行前のままです。原因を除いてからもう一度起動してください：${why}`,
      en: `The migration ${name} failed; the database is as it was before. Remove the cause, then start again: ${why}`,
    },
    'failed-migration',
    cause,
  );
}
