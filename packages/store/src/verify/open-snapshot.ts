import pg from 'pg';
import { textTypes } from '../database.ts';

/** A connection that sees the database as it was at one moment, and the name under which others may share that view. */
export type Snapshot = { readonly client: pg.Client; readonly name: string };

/** Takes a view of its own, or joins the named one, which lasts as long as the connection that took it. */
export async function openSnapshot(databaseUrl: string, join?: string): Promise<Snapshot> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: textTypes,
    application_name: 'kaerimichi-verify',
  });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if (join !== undefined) {
      // The statement takes no parameters.
      await client.query(`SET TRANSACTION SNAPSHOT ${client.escapeLiteral(join)}`);
      return { client, name: join };
    }
    const { rows } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
    return { client, name: rows[0]?.name ?? '' };
  } catch (fault) {
    await client.end();
    throw fault;
  }
}
