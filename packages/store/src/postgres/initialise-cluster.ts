import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
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
  removeOldDrafts(place);
  if (existsSync(place.cluster)) {
    refuseOtherMajor(place.cluster, binaries.major);
    return;
  }
  const passwordFile = join(place.home, `${PASSWORD}-${randomUUID()}`);
  writeFileSync(passwordFile, passwords.owner, { mode: 0o600 });
  giveTo(passwordFile, place.account);
  try {
    renameSync(wholeDraft(place, binaries, passwordFile), place.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The draft of the first locale that this system has. */
function wholeDraft(place: Place, binaries: Binaries, passwordFile: string): string {
  for (const locale of CHARACTER_CLASSES) {
    const draft = `${place.cluster}${DRAFT}-${randomUUID()}`;
    if (isInitialised({ place, binaries, draft }, options(draft, locale, passwordFile))) return draft;
  }
  throw new Error('unreachable: the locale C always exists');
}

/**
 * initdb works beside and its folder is renamed when whole, so that a start cut off half-way leaves nothing to stumble
 * over. Each run has a folder of its own: where かえりみち alone was killed, initdb goes on for seconds in the old one.
 */
const DRAFT = '-draft';
const PASSWORD = 'owner-password';

/** What killed starts have left. One that initdb still writes to may withstand; a later start removes it. */
function removeOldDrafts({ home, cluster }: Place): void {
  const draft = `${basename(cluster)}${DRAFT}`;
  for (const name of readdirSync(home).filter(each => each.startsWith(draft) || each.startsWith(PASSWORD)))
    try {
      rmSync(join(home, name), { recursive: true, force: true });
    } catch {
      // Nobody reads it: it is in the way of nothing but space.
    }
}

function options(draft: string, characterClass: string, passwordFile: string): string[] {
  return [
    `--pgdata=${draft}`,
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

type Drafting = { readonly place: Place; readonly binaries: Binaries; readonly draft: string };

/** False when this system has no such locale. */
function isInitialised({ place, binaries, draft }: Drafting, args: string[]): boolean {
  mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, place.account);
  const log = openServerLog(place.base);
  const output = logOutput(log);
  const env = serverEnvironment();
  const how: SpawnSyncOptions = { ...place.account, cwd: place.home, env, stdio: ['ignore', output, output] };
  const { status, error } = spawnSync(binaries.initdb, args, how);
  closeSync(output);
  if (status === 0) return true;
  const said = `${error?.message ?? ''}${tailOf(log)}`;
  rmSync(draft, { recursive: true, force: true });
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
