import pg from 'pg';
import { StoreBusy } from '../store-busy.ts';

/** The right to do something that only one process does at a time; lost with its connection. */
export type Lead = { release(): Promise<void> };

/**
 * Takes the lead under a name (the worker's outbox consumer, the clock) on a connection of its own; null when another
 * process has it. A process that dies loses it at once, one that hangs when its connection breaks.
 */
export async function tryLead(databaseUrl: string, name: string): Promise<Lead | null> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: `kaerimichi-lead`,
    connectionTimeoutMillis: 3_000,
    keepAlive: true,
  });
  // Without a listener the loss of the connection would end the process.
  client.on('error', () => {});
  let taken = false;
  try {
    await client.connect();
    const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken', [name]);
    taken = rows[0]?.taken === true;
  } catch (error) {
    await client.end().catch(() => {});
    throw StoreBusy.from(error) ?? error;
  }
  if (!taken) {
    await client.end();
    return null;
  }
  return { release: () => client.end() };
}
