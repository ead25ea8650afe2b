import type { PoolClient } from 'pg';
import type { Database } from './database.ts';
import { StoreBusy } from './store-busy.ts';

/**
 * Several statements, all or none: each reads what was committed before it began. Whatever `work` throws takes them back and
 * is thrown on; connection losses as `StoreBusy`.
 */
export async function inTransaction<Answer>(
  { pool }: Database,
  work: (client: PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect().catch(fault => {
    throw StoreBusy.from(fault) ?? fault;
  });
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (fault) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw StoreBusy.from(fault) ?? fault;
  } finally {
    client.release();
  }
}
