import { readdir } from 'node:fs/promises';
import type { Database, Statement } from '../database.ts';
import type { Outbox, OutboxLag, OutboxPlace } from '../outbox/outbox.ts';

export type Readiness = {
  readonly database: boolean;
  /** Names of migrations that this program brings and the database does not have. */
  readonly missingMigrations: readonly string[];
  /** Unread entries and age of the oldest, by reader of this process. */
  readonly outbox: Readonly<Record<string, OutboxLag>>;
};

/** Where the readers of this process have got to; one that has not begun is absent. */
export type ReaderPlaces = Readonly<Record<string, OutboxPlace>>;

/** Whether a process can serve: the database answers, every migration is applied; and how far its readers are behind. */
export async function readReadiness(
  { database, outbox, migrationsDir }: { database: Database; outbox: Outbox; migrationsDir: string | undefined },
  places: ReaderPlaces,
): Promise<Readiness> {
  try {
    const missingMigrations = migrationsDir ? await missing(database, migrationsDir) : [];
    const asked = Object.entries(places).map(async ([name, place]) => [name, await outbox.lag(place)] as const);
    const lags = await Promise.all(asked);
    return { database: true, missingMigrations, outbox: Object.fromEntries(lags) };
  } catch {
    return { database: false, missingMigrations: [], outbox: {} };
  }
}

const appliedText: Statement = {
  text: 'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
};

async function missing(database: Database, migrationsDir: string): Promise<string[]> {
  const entries = await readdir(migrationsDir, { withFileTypes: true });
  const applied = new Set((await database.rows<{ name: string }>(appliedText)).map(({ name }) => name));
  const brought = entries.filter(entry => entry.isDirectory()).map(({ name }) => name);
  return brought.filter(name => !applied.has(name)).sort();
}
