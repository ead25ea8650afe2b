import type { ClientBase } from 'pg';
import { StartRefused } from './start-refused.ts';

/** Oldest server that has everything the commit statement uses. */
const OLDEST = 150000;

/** Refuses a server that may lose an acknowledged commit, or that is too old. */
export async function checkDurability(client: Pick<ClientBase, 'query'>): Promise<void> {
  const asked = await client.query(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num')`,
  );
  const settings = new Map<string, string>(asked.rows.map(({ name, setting }) => [String(name), String(setting)]));
  if (Number(settings.get('server_version_num')) < OLDEST)
    throw new StartRefused('This PostgreSQL is older than 15: use 15 or newer.');
  const off = ['fsync', 'full_page_writes', 'synchronous_commit'].filter(name => settings.get(name) === 'off');
  if (off.length > 0)
    throw new StartRefused(
      `This PostgreSQL runs with ${off.join(' and ')} off, so that a saved record could be lost: turn it on and start again.`,
    );
}
