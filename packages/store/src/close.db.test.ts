import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { connectOwner, type Owner } from './testing/owner-queries.ts';

let database: TestDatabase;
let owner: Owner;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await connectOwner(database.adminUrl);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const endAll = () =>
  owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );

it('a server that is stopped while the store lets go of it is no loss that anybody is told of', async () => {
  const told: unknown[] = [];
  for (let turn = 0; turn < 20; turn++) {
    const store = await openStore({
      databaseUrl: database.databaseUrl,
      clock: fakeClock(),
      onBackgroundError: error => told.push(error),
    });
    await Promise.all(Array.from({ length: 8 }, () => store.board.of('nobody')));
    await store.organisations.list();
    await Promise.all([store.close(), endAll(), endAll()]);
  }
  expect(told).toEqual([]);
});
