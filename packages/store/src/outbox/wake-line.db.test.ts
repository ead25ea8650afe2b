import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { openWakeLine, type WakeLine } from './wake-line.ts';

let database: TestDatabase;
let owner: Owner;
const lines: WakeLine[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await connectOwner(database.adminUrl);
});
afterEach(async () => {
  for (const line of lines.splice(0)) await line.close();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const within = { timeout: 10_000, interval: 10 };

async function opened(): Promise<WakeLine> {
  const line = openWakeLine(database.databaseUrl, () => {});
  lines.push(line);
  await expect.poll(() => line.isOpen(), within).toBe(true);
  return line;
}

it('sends what was told while its connection was lost, once it has another', async () => {
  const teller = await opened();
  const [connection] = await owner.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'kaerimichi-wake' AND datname = current_database()`,
  );
  const other = await opened();
  const heard: string[] = [];
  for (const kind of ['outbox', 'sessions'] as const) other.on(kind, from => heard.push(`${kind} ${from}`));
  await owner.query('SELECT pg_terminate_backend($1)', [connection?.pid]);
  await expect.poll(() => teller.isOpen(), within).toBe(false);
  teller.tell('sessions');
  await expect.poll(() => heard, within).toEqual(['sessions elsewhere']);
});

it.each([
  ['open', true],
  ['not open yet', false],
])('sends what was told just before it is closed, while it is %s', async (_title, isOpen) => {
  const other = await opened();
  const heard: string[] = [];
  other.on('sessions', from => heard.push(from));
  const command = openWakeLine(database.databaseUrl, () => {});
  if (isOpen) await expect.poll(() => command.isOpen(), within).toBe(true);
  command.tell('sessions');
  await command.close();
  await expect.poll(() => heard, within).toEqual(['elsewhere']);
});
