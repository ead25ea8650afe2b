import { pathwayVersion } from '@kaerimichi/discharge/chart';
import { readEnvironment } from '@kaerimichi/runtime';
import { withOwner } from '@kaerimichi/store';
import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { start } from './start.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const asOwner = (text: string) => withOwner(database.adminUrl, client => client.query(text));

/** Starts on the test's database, and stops again. */
async function startHere(): Promise<void> {
  const { databaseUrl: DATABASE_URL, adminUrl: ADMIN_DATABASE_URL } = database;
  const environment = readEnvironment({ DATABASE_URL, ADMIN_DATABASE_URL, PORT: '0', LOG_LEVEL: 'silent' });
  if ('faults' in environment) throw new Error(environment.faults.join());
  await (await start(environment)).stop();
}

const keep = (id: string, version: number) =>
  asOwner(`INSERT INTO case_state (case_id, version, pathway_version, value, facts, head)
    VALUES ('${id}', 1, ${version}, '"x"', '{}', '\\x00')`);

describe('a start on a database with cases of another pathway', () => {
  beforeEach(() => asOwner('DELETE FROM case_state'));

  it('is refused, and says of which versions they are', async () => {
    await keep('newer', pathwayVersion + 1);
    await keep('older', 0);
    await expect(startHere()).rejects.toMatchObject({
      code: 'unopenable-cases',
      message: expect.stringMatching(
        new RegExp(
          `版 0、${pathwayVersion + 1}.*\\n.*version 0, ${pathwayVersion + 1}; this program has ${pathwayVersion}`,
        ),
      ),
    });
  });

  it('goes on where every case is of this one', async () => {
    await keep('present', pathwayVersion);
    await startHere();
  });
});
