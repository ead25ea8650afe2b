import pg from 'pg';
import { textTypes } from '../database.ts';

/** A connection as the owner: looks underneath, holds locks, tampers. */
export type Owner = {
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  end(): Promise<void>;
};

export async function connectOwner(adminUrl: string): Promise<Owner> {
  const client = new pg.Client({ connectionString: adminUrl, types: textTypes, application_name: 'test-owner' });
  client.on('error', () => {});
  await client.connect();
  // One connection, one statement at a time: a second one waits for the first.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (text: string, values: readonly unknown[]) => {
    const next = last.then(() => client.query(text, values as unknown[]));
    last = next.catch(() => {});
    return next;
  };
  return {
    // Tests name the shape of the rows they ask for.
    query: async <Row>(text: string, values: readonly unknown[] = []) => (await inTurn(text, values)).rows as Row[],
    end: () => client.end(),
  };
}
