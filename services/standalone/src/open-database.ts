import type { Environment } from '@kaerimichi/runtime';
import {
  checkDurability,
  grantApplicationRole,
  migrate,
  StartRefused,
  startEmbeddedPostgres,
  withOwner,
} from '@kaerimichi/store';
import { migrationsDir } from './paths.ts';

export type OpenDatabase = {
  readonly url: string;
  readonly adminUrl: string;
  readonly adopted: boolean;
  stop(): Promise<void>;
};

/** The database of this start: embedded, or the one named by DATABASE_URL; checked, migrated, rights granted. */
export async function openDatabase(environment: Environment): Promise<OpenDatabase> {
  const database = environment.DATABASE_URL
    ? external(environment)
    : await startEmbeddedPostgres({ dataDir: environment.DATA_DIR });
  try {
    await withOwner(database.adminUrl, checkDurability);
    const { applied } = await migrate(database.adminUrl, migrationsDir);
    const role = decodeURIComponent(new URL(database.url).username);
    const isSame = role === decodeURIComponent(new URL(database.adminUrl).username);
    if (applied.length > 0 && !isSame) await grantApplicationRole(database.adminUrl, role);
    return database;
  } catch (fault) {
    await database.stop();
    throw asRefusal(fault);
  }
}

function external({ DATABASE_URL: url = '', ADMIN_DATABASE_URL: adminUrl = url }: Environment): OpenDatabase {
  return { url, adminUrl, adopted: false, stop: async () => undefined };
}

/** A database that does not answer is a sentence, not a stack. */
function asRefusal(fault: unknown): unknown {
  const code = (fault as NodeJS.ErrnoException).code;
  const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'].includes(code ?? '');
  return unreachable
    ? new StartRefused(`The database does not let us in (${code}): check DATABASE_URL and ADMIN_DATABASE_URL.`)
    : fault;
}
