import type { Words } from '@kaerimichi/discharge';
import { Client } from 'pg';
import { PostgresRefused, type RefusalCode } from './postgres-refused.ts';

/** PostgreSQL 15 is the oldest the program is meant for (`server_version_num`). */
const OLDEST_VERSION = 150_000;

type Settings = { version: number; name: string; encoding: string; off: string[] };

/**
 * Refuses a database that could lose what it has acknowledged: `fsync`, `full_page_writes` or `synchronous_commit` off,
 * as the application's role sees them; also one older than PostgreSQL 15 or not in UTF-8.
 *
 * @param url the application's connection string
 * @throws PostgresRefused `no-connection` (waits at most 10 s), `not-durable`, `too-old`, `not-utf8`
 */
export async function checkDurability(url: string): Promise<void> {
  const { version, name, encoding, off } = await settingsOf(url);
  if (version < OLDEST_VERSION) throw refused('too-old', tooOld(name));
  if (encoding !== 'UTF8') throw refused('not-utf8', notUtf8(encoding));
  if (off.length > 0) throw refused('not-durable', notDurable(off.join(', ')));
}

async function settingsOf(connectionString: string): Promise<Settings> {
  const client = new Client({
    connectionString,
    application_name: 'kaerimichi-start',
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<Settings>(
      `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
              current_setting('server_encoding') AS encoding,
              array(SELECT each FROM unnest(array['fsync', 'full_page_writes', 'synchronous_commit']) AS each
                    WHERE current_setting(each) = 'off') AS off`,
    );
    const [row] = rows;
    if (row === undefined) throw new Error('the server answered without a row');
    return row;
  } catch (cause) {
    throw refused('no-connection', noConnection(cause), cause);
  } finally {
    await client.end().catch(() => {});
  }
}

function refused(code: RefusalCode, text: Words, cause?: unknown): PostgresRefused {
  return new PostgresRefused(code, text, cause);
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
    en: `The database runs with ${names} off, so that a power cut could lose acknowledged records. Turn it on, then start.`,
  };
}

/** The driver's message names host and port at most, never the password. */
function noConnection(cause: unknown): Words {
  const why = cause instanceof AggregateError ? cause.errors.map(String).join(', ') : String(cause);
  return {
    ja: `データベースにつながりません（DATABASE_URL を確かめてください）：${why}`,
    en: `The database cannot be reached (check DATABASE_URL): ${why}`,
  };
}
