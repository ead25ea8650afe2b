import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createDatabase, dropDatabase, urlOf } from '../administration/databases.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { grantApplicationRole } from './grant-application-role.ts';
import { migrate } from './migrate.ts';

const server = inject('databaseServer');
const project = join(import.meta.dirname, '../../../../prisma/migrations');
const folder = mkdtempSync(join(tmpdir(), 'kaerimichi-migrations-'));
const NAME = `migrate_${process.pid}`;
let adminUrl: string;
let owner: Owner;

const bring = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
};
const refusal = (from = folder) =>
  migrate(adminUrl, from).then(
    () => null,
    error => error,
  );
const tables = async () =>
  (
    await owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
  )
    .map(({ name }) => name)
    .filter(name => name !== '_prisma_migrations');

beforeEach(async () => {
  adminUrl = await createDatabase(server.adminUrl, NAME);
  owner = await connectOwner(adminUrl);
  bring('1_bed', 'CREATE TABLE bed (id int PRIMARY KEY);\nINSERT INTO bed VALUES (1);');
});
afterEach(async () => {
  await owner.end();
  await dropDatabase(server.adminUrl, NAME);
  for (const name of ['1_bed', '2_more', '3_last']) rmSync(join(folder, name), { recursive: true, force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('migrations', () => {
  it('are applied once, in order; the second start asks one query and loads no engine', async () => {
    bring('2_more', 'CREATE TABLE slot (id int);');
    expect(await migrate(adminUrl, folder)).toEqual({ applied: ['1_bed', '2_more'], tookEngine: true });
    await owner.query('INSERT INTO bed VALUES (2)');
    expect(await migrate(adminUrl, folder)).toEqual({ applied: [], tookEngine: false });
    expect(await owner.query('SELECT id FROM bed ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('of this program bring an empty database to where it can serve', async () => {
    expect((await migrate(adminUrl, project)).tookEngine).toBe(true);
    expect(await tables()).toContain('case_event');
    expect(await migrate(adminUrl, project)).toEqual({ applied: [], tookEngine: false });
  });

  it('may hold functions, comments and texts with semicolons', async () => {
    bring(
      '2_more',
      `CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN n := n * 2; RETURN n; END $$;\n-- a; b`,
    );
    await migrate(adminUrl, folder);
    expect(await owner.query('SELECT twice(21) AS answer')).toEqual([{ answer: 42 }]);
  });

  it('are applied by one of two programs that start at once', async () => {
    const both = await Promise.all([migrate(adminUrl, folder), migrate(adminUrl, folder)]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(['1_bed']);
    expect(await owner.query('SELECT id FROM bed')).toEqual([{ id: 1 }]);
  });

  it('that fail leave nothing behind, say why, and can be corrected', async () => {
    bring('2_more', 'CREATE TABLE slot (id int);\nCREATE TABLE broken (id nosuchtype);');
    const sentence = expect.stringContaining('2_more failed; the database is as it was before');
    expect(await refusal()).toMatchObject({ code: 'failed-migration', message: sentence });
    expect((await refusal()).message).toContain('type "nosuchtype" does not exist');
    expect(await tables()).toEqual(['bed']);
    bring('2_more', 'CREATE TABLE slot (id int);');
    expect(await migrate(adminUrl, folder)).toEqual({ applied: ['2_more'], tookEngine: true });
  });

  it('that were cut off before they were kept are applied again', async () => {
    await migrate(adminUrl, folder);
    bring('2_more', 'CREATE TABLE slot (id int);');
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ('cut', 'x', '2_more', now())`,
    );
    expect(await migrate(adminUrl, folder)).toEqual({ applied: ['2_more'], tookEngine: true });
  });

  it('that were kept count as done, even when the program is cut off before the engine can say so', async () => {
    bring(
      '2_more',
      `CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cut off'; END $$;
       CREATE TRIGGER cut_off BEFORE UPDATE OF applied_steps_count ON _prisma_migrations
         FOR EACH ROW EXECUTE FUNCTION cut_off();`,
    );
    await expect(migrate(adminUrl, folder)).rejects.toThrow(/cut off/);
    await owner.query('DROP TRIGGER cut_off ON _prisma_migrations');
    expect(await migrate(adminUrl, folder)).toEqual({ applied: [], tookEngine: false });
  });
});

describe('a database is refused', () => {
  it('when its role may make no tables, with the variable that names who may; when nothing is to be made, it may', async () => {
    const asApplication = () => migrate(urlOf(server.url, NAME), folder);
    const sentence = expect.stringMatching(/表を作る権限がありません.*ADMIN_DATABASE_URL.*\n.*ADMIN_DATABASE_URL/);
    await expect(asApplication()).rejects.toMatchObject({ code: 'no-right-to-migrate', message: sentence });
    await migrate(adminUrl, folder);
    await grantApplicationRole(adminUrl, new URL(server.url).username);
    expect(await asApplication()).toEqual({ applied: [], tookEngine: false });
  });

  it('when it is newer than the program', async () => {
    bring('3_last', 'CREATE TABLE later (id int);');
    await migrate(adminUrl, folder);
    rmSync(join(folder, '3_last'), { recursive: true });
    expect(await refusal()).toMatchObject({ code: 'newer-database', message: expect.stringContaining('3_last') });
  });

  it('when a migration was changed after it was applied', async () => {
    await migrate(adminUrl, folder);
    const file = join(folder, '1_bed/migration.sql');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n-- harmless`);
    expect(await refusal()).toMatchObject({ code: 'changed-migration', message: expect.stringContaining('1_bed') });
  });

  it('when another tool left a migration failed', async () => {
    await migrate(adminUrl, folder);
    bring('2_more', 'CREATE TABLE slot (id int);');
    await owner.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, logs)
       VALUES ('bad', 'x', '2_more', now(), 'disk full' || chr(10) || 'more')`,
    );
    expect(await refusal()).toMatchObject({
      code: 'failed-migration',
      message: expect.stringContaining('(disk full)'),
    });
    expect(await tables()).toEqual(['bed']);
  });
});
