import { randomBytes } from 'node:crypto';
import { createDatabase, dropDatabase, urlOf } from '@kaerimichi/store';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: {
      /** Owner's and application's URLs on the run's server. */
      readonly adminUrl: string;
      readonly url: string;
      /** Migrated database that every test file copies. */
      readonly template: string;
    };
  }
}

export type TestDatabase = {
  /** Owner of everything, for tampering and for looking underneath. */
  readonly adminUrl: string;
  /** The application's role. */
  readonly databaseUrl: string;
  drop(): Promise<void>;
};

/** An empty, migrated database of one's own: call it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminUrl = await createDatabase(server.adminUrl, name, server.template);
  return { adminUrl, databaseUrl: urlOf(server.url, name), drop: () => dropDatabase(server.adminUrl, name) };
}
