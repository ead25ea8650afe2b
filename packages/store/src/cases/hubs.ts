import type { Database, Statement } from '../database.ts';

/** Hubs are founded once in years; another process's new hub is known at once, or where the call is lost, after this time. */
const BELIEVED_MS = 30_000;

const listHubsText: Statement = {
  name: 'list-hubs',
  text: `SELECT id FROM organisation WHERE kind = 'hub' AND closed_on IS NULL ORDER BY id`,
};

export type Hubs = { list(): Promise<readonly string[]>; forget(): void };

/** Organisation ids of hubs, asked for by every commit and read at most twice a minute. */
export function hubs(database: Database): Hubs {
  let known: readonly string[] | null = null;
  let readAt = 0;
  return {
    async list() {
      if (known && Date.now() - readAt < BELIEVED_MS) return known;
      const rows = await database.rows<{ id: string }>(listHubsText);
      known = rows.map(({ id }) => id);
      readAt = Date.now();
      return known;
    },
    forget() {
      known = null;
    },
  };
}
