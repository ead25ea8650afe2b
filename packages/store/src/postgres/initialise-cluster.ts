import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Credentials, OWNER_ROLE } from './credentials.ts';
import { giveTo } from './give-to.ts';
import type { Place } from './place.ts';
import { serverEnvironment } from './server-environment.ts';
import { logOutput, openServerLog, tailOf } from './server-log.ts';
import { diskFull, StartRefused, saysDiskFull } from './start-refused.ts';

/**
 * Written into postgresql.conf once, where an administrator may change them. 60 connections: three processes of 15 each,
 * and room for maintenance. Statements and details stay out of the log, because they can hold a child's name.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '60',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Character classes for pg_trgm, which asks the C library and not ICU: under `C` no Japanese letter counts as one, and
 * every similarity is 0. Systems differ in the name; the first that exists is taken.
 */
const CHARACTER_CLASSES = ['C.UTF-8', 'UTF-8', 'en_US.UTF-8', 'ja_JP.UTF-8', 'C'];

/** Makes the cluster on the first start; refuses one that another major version of PostgreSQL has made. */
export function initialiseCluster(place: Place, binaries: Binaries, passwords: Credentials): void {
  if (existsSync(place.cluster)) {
    refuseOtherMajor(place.cluster, binaries.major);
    return;
  }
  const passwordFile = join(place.home, 'owner-password');
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 });
  giveTo(passwordFile, place.account);
  try {
    const locale = CHARACTER_CLASSES.find(each => isInitialised(place, binaries, options(place, each, passwordFile)));
    if (locale === undefined) throw new Error('unreachable: the locale C always exists');
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draftOf(place), place.cluster);
}

/** initdb works beside and is renamed when whole, so that a start cut off half-way leaves nothing to stumble over. */
function draftOf(place: Place): string {
  return `${place.cluster}-draft`;
}

function options(place: Place, characterClass: string, passwordFile: string): string[] {
  return [
    `--pgdata=${draftOf(place)}`,
    `--pwfile=${passwordFile}`,
    `--username=${OWNER_ROLE}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characterClass}`,
    '--locale-provider=icu',
    '--icu-locale=ja-JP',
    '--data-checksums',
    ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
  ];
}

/** False when this system has no such locale. */
function isInitialised(place: Place, binaries: Binaries, args: string[]): boolean {
  rmSync(draftOf(place), { recursive: true, force: true });
  mkdirSync(draftOf(place), { mode: 0o700 });
  giveTo(draftOf(place), place.account);
  const log = openServerLog(place.base);
  const output = logOutput(log);
  const env = serverEnvironment();
  const how: SpawnSyncOptions = { ...place.account, cwd: place.home, env, stdio: ['ignore', output, output] };
  const { status, error } = spawnSync(binaries.initdb, args, how);
  closeSync(output);
  if (status === 0) return true;
  const said = `${error?.message ?? ''}${tailOf(log)}`;
  if (/invalid locale name/.test(said)) return false;
  if (saysDiskFull(said)) throw diskFull(place.home, error);
  const text = { ja: 'データベースを作れませんでした。', en: `The database could not be created.\n${said}` };
  throw new StartRefused(text, 'start-failed', error);
}

function refuseOtherMajor(cluster: string, major: string): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new StartRefused(
    {
      ja: `このデータベース（${cluster}）は PostgreSQL ${made} のもので、入っている PostgreSQL ${major} では開けません。作ったときの版のかえりみちで npm run export し、この版で npm run import してください。`,
      en: `This database (${cluster}) was made by PostgreSQL ${made}; the installed PostgreSQL ${major} cannot open it. Export it with the version of かえりみち that made it (npm run export) and import it with this one (npm run import).`,
    },
    'other-major-version',
  );
}
