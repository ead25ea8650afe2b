import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../testing/launcher-process.ts';
import { checkDurability } from './check-durability.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

let folder: string;

beforeAll(() => {
  folder = openFolder('durability');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function checked(settings: Record<string, string>, prepare = 'SELECT 1'): Promise<unknown> {
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), settings });
  const owner = new pg.Client({ connectionString: server.adminUrl });
  const application = new pg.Client({ connectionString: server.url });
  await owner.connect();
  await owner.query(prepare);
  await application.connect();
  const fault: unknown = await checkDurability(application).then(
    () => 'durable',
    error => error,
  );
  await Promise.all([owner.end(), application.end()]);
  await server.stop();
  return fault;
}

describe('a database that could lose what it acknowledged', () => {
  it('is not the one that we bring', async () => {
    expect(await checked({})).toBe('durable');
  });

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])('is refused with %s off', async name => {
    const sentence = expect.stringContaining(`The database runs with ${name} off`);
    expect(await checked({ [name]: 'off' })).toMatchObject({ code: 'not-durable', message: sentence });
  });

  it('is refused when it is older than PostgreSQL 15, in both languages', async () => {
    // No such server is at hand: what one would answer.
    const rows = [{ version: 140_012, name: '14.12', encoding: 'UTF8', off: [] }];
    const old = { query: async () => ({ rows }) } as unknown as Parameters<typeof checkDurability>[0];
    await expect(checkDurability(old)).rejects.toMatchObject({
      code: 'too-old',
      message: expect.stringMatching(/PostgreSQL 14\.12 です。15 以上.*\n.*15 or newer/s),
    });
  });

  it('is refused when the application’s role alone has it off', async () => {
    const fault = await checked({}, 'ALTER ROLE kaerimichi_app SET synchronous_commit = off');
    expect(fault).toMatchObject({ code: 'not-durable' });
  });
});
