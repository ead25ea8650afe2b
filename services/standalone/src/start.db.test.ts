import { createServer } from 'node:net';
import { readEnvironment } from '@kaerimichi/runtime';
import { withOwner } from '@kaerimichi/store';
import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { start } from './start.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** A port that was free a moment ago. */
const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

function startWith(DEMO_PASSWORD: string, PORT: number) {
  const { databaseUrl: DATABASE_URL, adminUrl: ADMIN_DATABASE_URL } = database;
  const named = { DATABASE_URL, ADMIN_DATABASE_URL, DEMO: '1', DEMO_WORLD: 'small', LOG_LEVEL: 'silent' };
  const environment = readEnvironment({ ...named, DEMO_PASSWORD, PORT: String(PORT) });
  if ('faults' in environment) throw new Error(environment.faults.join());
  return start(environment);
}

it('a start that fails after it listens leaves nothing that listens', async () => {
  const port = await freePort();
  await (await startWith('a first password', port)).stop();
  await withOwner(database.adminUrl, client =>
    client.query('ALTER TABLE person ADD CONSTRAINT nobody_changes CHECK (false) NOT VALID'),
  );
  await expect(startWith('another password', port)).rejects.toThrow('nobody_changes');
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});
