import type { Words } from '@kaerimichi/discharge';
import type { ClientBase } from 'pg';
import { StartRefused } from './start-refused.ts';

/** PostgreSQL 15 is the oldest the program is meant for (`server_version_num`). */
const OLDEST_VERSION = 150_000;

type Settings = { version: number; name: string; encoding: string; off: string[] };

/**
 * Refuses a database that could lose what it has acknowledged: `fsync`, `full_page_writes` or `synchronous_commit` off,
 * as the role of this connection sees them; also one older than PostgreSQL 15 or not in UTF-8.
 *
 * @throws StartRefused `not-durable`, `too-old`, `not-utf8`
 */
export async function checkDurability(connection: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await connection.query<Settings>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
            current_setting('server_encoding') AS encoding,
            array(SELECT each FROM unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) AS each
                  WHERE current_setting(each) = 'off') AS off`,
  );
  for (const { version, name, encoding, off } of rows) {
    if (Number(version) < OLDEST_VERSION) throw new StartRefused(tooOld(name), 'too-old');
    if (encoding !== 'UTF8') throw new StartRefused(notUtf8(encoding), 'not-utf8');
    if (off.length > 0) throw new StartRefused(notDurable(off.join(', ')), 'not-durable');
  }
}

function tooOld(name: string): Words {
  return {
    ja: `データベースが PostgreSQL ${name} です。15 以上が必要です。`,
    en: `The database is PostgreSQL ${name}; 15 or newer is needed.`,
  };
}

function notUtf8(encoding: string): Words {
  return {
    ja: `データベースの文字コードが ${encoding} です。UTF8 で作り直してください（CREATE DATABASE … ENCODING 'UTF8'）。`,
    en: `The database's encoding is ${encoding}. Create it with UTF8 (CREATE DATABASE … ENCODING 'UTF8').`,
  };
}

function notDurable(names: string): Words {
  return {
    ja: `データベースの設定（${names}）が off のため、停電で記録が失われるおそれがあります。on にしてから起動してください。`,
    en: `The database runs with ${names} off, so that a power cut could lose saved records. Turn it on, then start again.`,
  };
}
