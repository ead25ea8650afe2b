import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from './owner-queries.ts';

export type TestStore = {
  readonly store: Store;
  /** Reads and changes past the store. */
  readonly owner: Owner;
  readonly database: TestDatabase;
  close(): Promise<void>;
};

/** A store on a database of its own. */
export async function openTestStore(): Promise<TestStore> {
  const database = await createTestDatabase();
  const store = await openStore({ databaseUrl: database.databaseUrl });
  const owner = await connectOwner(database.adminUrl);
  const close = async () => {
    await store.close();
    await owner.end();
    await database.drop();
  };
  return { store, owner, database, close };
}
