import { spawnSync } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.ts';
import { type Credentials, OWNER_ROLE } from './credentials.ts';
import { giveTo } from './give-to.ts';
import type { Place } from './place.ts';
import { PostgresRefused } from './postgres-refused.ts';
import { serverEnvironment } from './server-environment.ts';
import { logOutput, type ServerLog, tailOf } from './server-log.ts';

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

/** Makes the cluster on the first start; refuses one that another major version of PostgreSQL has made. */
export function initialiseCluster(place: Place, binaries: Binaries, with_: { passwords: Credentials; log: ServerLog }) {
  if (existsSync(place.cluster)) return refuseOtherMajor(place.cluster, binaries.major);
  // initdb works beside and is renamed when whole, so that a start cut off half-way leaves nothing to stumble over.
  const draft = `${place.cluster}-draft`;
  const passwordFile = join(place.home, 'owner-password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(draft, place.account);
  writeFileSync(passwordFile, with_.passwords.owner, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    runInitdb([`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...initdbOptions()], {
      place,
      binaries,
      log: with_.log,
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, place.cluster);
}

function initdbOptions(): string[] {
  return [
    `--username=${OWNER_ROLE}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=ja-JP',
    '--data-checksums',
    ...Object.entries(SETTINGS).map(([name, value]) => `--set=${name}=${value}`),
  ];
}

function runInitdb(options: string[], { place, binaries, log }: { place: Place; binaries: Binaries; log: ServerLog }) {
  const output = logOutput(log);
  const { status, error } = spawnSync(binaries.initdb, options, {
    ...place.account,
    cwd: place.home,
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  if (status === 0) return;
  throw new PostgresRefused(
    'start-failed',
    {
      ja: `データベースを作れませんでした。${error?.message ?? ''}\n${tailOf(log)}`,
      en: `The database could not be created. ${error?.message ?? ''}\n${tailOf(log)}`,
    },
    error,
  );
}

function refuseOtherMajor(cluster: string, major: string): void {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new PostgresRefused('other-major-version', {
    ja: `このデータベース（${cluster}）は PostgreSQL ${made} のもので、入っている PostgreSQL ${major} では開けません。作ったときの版のかえりみちで npm run export し、この版で npm run import してください。`,
    en: `This database (${cluster}) was made by PostgreSQL ${made}; the installed PostgreSQL ${major} cannot open it. Export it with the version of かえりみち that made it (npm run export) and import it with this one (npm run import).`,
  });
}
