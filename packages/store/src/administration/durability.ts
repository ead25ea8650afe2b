import type { Database, Statement } from '../database.ts';

const settingsText: Statement = {
  text: `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`,
};

/** Settings under which an acknowledged write can be lost in a power cut; empty when there are none. */
export async function unsafeSettings(database: Database): Promise<string[]> {
  const rows = await database.rows<{ name: string; setting: string }>(settingsText);
  return rows.filter(({ setting }) => setting === 'off').map(({ name, setting }) => `${name}=${setting}`);
}
