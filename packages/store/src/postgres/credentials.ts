import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartRefused } from './start-refused.ts';

const credentialsFile = z.object({ owner: z.string().min(1), application: z.string().min(1) });

/** Passwords of the two roles of the embedded database. */
export type Credentials = z.infer<typeof credentialsFile>;

/** Owns the tables and migrates; the cluster's superuser. */
export const OWNER_ROLE = 'kaerimichi_owner';

/** What the running program signs in as: reads and writes rows, changes no table. */
export const APPLICATION_ROLE = 'kaerimichi_app';

export const DATABASE_NAME = 'kaerimichi';

/** Reads the passwords; on the first start makes them (192 random bits each) in a file only this user may read. */
export function credentialsIn(folder: string, hasCluster: boolean): Credentials {
  const path = join(folder, 'credentials.json');
  if (existsSync(path)) return credentialsFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  if (hasCluster) throw lost(path);
  const made = { owner: password(), application: password() };
  writeDurably(path, JSON.stringify(made));
  return made;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

/** The file must be on the disk before a cluster exists that only it can open. */
function writeDurably(path: string, content: string): void {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  writeSync(file, content);
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}

function lost(path: string): StartRefused {
  return new StartRefused(
    {
      ja: `データベースのパスワードのファイル（${path}）がありません。控えから戻してください。`,
      en: `The file with the database's passwords (${path}) is missing. Put it back from a backup.`,
    },
    'password-lost',
  );
}
