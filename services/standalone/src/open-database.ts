import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment, Logger } from '@kaerimichi/runtime';
import {
  checkDurability,
  grantApplicationRole,
  hasApplicationRights,
  hasWaitingMigrations,
  joinEmbeddedPostgres,
  migrate,
  StartRefused,
  startEmbeddedPostgres,
  withOwner,
} from '@kaerimichi/store';
import { asRefusal } from './as-refusal.ts';
import { migrationsDir } from './paths.ts';

export type OpenDatabase = {
  readonly url: string;
  readonly adminUrl: string;
  stop(): Promise<void>;
};

/** The database of this start: embedded, or the one named by DATABASE_URL; checked, migrated, rights granted. */
export async function openDatabase(environment: Environment, log?: Logger): Promise<OpenDatabase> {
  const database = await connect(environment, log).catch(fault => {
    throw asRefusal(fault);
  });
  try {
    await withOwner(database.adminUrl, checkDurability);
    const { applied } = await migrate(database.adminUrl, migrationsDir);
    const role = decodeURIComponent(new URL(database.url).username);
    const isSame = role === decodeURIComponent(new URL(database.adminUrl).username);
    const isGranted = isSame || (applied.length === 0 && (await hasApplicationRights(database.adminUrl, role)));
    if (!isGranted) await grantApplicationRole(database.adminUrl, role);
    return database;
  } catch (fault) {
    await database.stop();
    throw asRefusal(fault);
  }
}

/** For commands that may run beside a かえりみち on the embedded database; without one as `openDatabase`. */
export async function openBeside(environment: Environment): Promise<OpenDatabase> {
  const { DATABASE_URL: url, DATA_DIR: dataDir } = environment;
  // A backup of nothing, from a folder that was never meant, would be found out when it is needed.
  if (url === undefined && !existsSync(join(dataDir, 'postgres'))) throw nothingThere(dataDir);
  try {
    return await openDatabase(environment);
  } catch (fault) {
    if (!(fault instanceof StartRefused) || fault.code !== 'in-use') throw fault;
    const joined = await joinEmbeddedPostgres(environment.DATA_DIR);
    if (joined === null) throw fault;
    if (await hasWaitingMigrations(joined.adminUrl, migrationsDir)) throw olderRuns();
    return { ...joined, stop: async () => undefined };
  }
}

async function connect(environment: Environment, log: Logger | undefined): Promise<OpenDatabase> {
  const { DATABASE_URL: url, ADMIN_DATABASE_URL: adminUrl = url, DATA_DIR: dataDir } = environment;
  if (url !== undefined && adminUrl !== undefined) return { url, adminUrl, stop: async () => undefined };
  return startEmbeddedPostgres({ dataDir, log: line => log?.warn(line) });
}

const nothingThere = (dataDir: string) =>
  new StartRefused({
    ja: `${dataDir} にはデータベースがありません。DATA_DIR に、ふだん起動しているデータの場所を指定してください。`,
    en: `There is no database in ${dataDir}. Name the folder that かえりみち runs on as DATA_DIR.`,
  });

const olderRuns = () =>
  new StartRefused({
    ja: '動いているかえりみちは、このプログラムより古い版です。止めてから、もう一度実行してください。',
    en: 'The かえりみち that is running is older than this program. Stop it, then run this again.',
  });
