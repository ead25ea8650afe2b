import { readEnvironment } from '@kaerimichi/runtime';
import { withOwner } from '@kaerimichi/store';
import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const asOwner = (text: string) => withOwner(database.adminUrl, client => client.query(text));

async function openAs(role: string) {
  const url = new URL(database.databaseUrl);
  url.username = role;
  const environment = readEnvironment({ DATABASE_URL: url.href, ADMIN_DATABASE_URL: database.adminUrl });
  if ('faults' in environment) throw new Error(environment.faults.join());
  await (await openDatabase(environment)).stop();
}

const rightsOf = async (role: string, table: string) => {
  const { rows } = await asOwner(
    `SELECT string_agg(name, ' ' ORDER BY n) AS names
     FROM unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY AS r (name, n)
     WHERE has_table_privilege('${role}', '${table}', name)`,
  );
  return rows[0]?.names;
};

describe('the database of a start', () => {
  it('gives the application its rights also when the start that migrated was killed before it could', async () => {
    const role = new URL(database.databaseUrl).username;
    await asOwner(`REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${role}`);
    await openAs(role);
    expect(await rightsOf(role, 'case_state')).toBe('SELECT INSERT UPDATE DELETE');
    expect(await rightsOf(role, 'case_event')).toBe('SELECT INSERT');
    await asOwner(`GRANT UPDATE ON case_event TO ${role}`);
    await openAs(role);
    expect(await rightsOf(role, 'case_event')).toBe('SELECT INSERT');
  });

  it('gives them to a role that was made after the last migration', async () => {
    const role = 'another_application';
    await asOwner(`CREATE ROLE ${role} LOGIN`);
    try {
      await openAs(role);
      expect(await rightsOf(role, 'case_state')).toBe('SELECT INSERT UPDATE DELETE');
      expect(await rightsOf(role, '_prisma_migrations')).toBe('SELECT');
      const { rows } = await asOwner(
        `SELECT has_sequence_privilege('${role}', 'care_case_ordinal_seq', 'USAGE') AS may`,
      );
      expect(rows).toEqual([{ may: true }]);
    } finally {
      await asOwner(`DROP OWNED BY ${role}`);
      await asOwner(`DROP ROLE ${role}`);
    }
  });
});
