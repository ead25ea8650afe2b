import { randomUUID } from 'node:crypto';

/** One question: the row of the table that it belongs to, and how it is asked. */
export type Ask = { readonly row: string; readonly path: string; readonly init: RequestInit };

/** An id that nothing has. */
export const missing = '00000000-0000-4000-8000-000000000000';

export const get = (row: string, path = row.replace(/^GET /, '').replace(/#.*$/, '')): Ask => ({
  row: row.startsWith('GET') ? row : `GET ${row}`,
  path,
  init: {},
});

export const sent = (row: string, path: string, body: unknown, headers: Record<string, string> = {}): Ask => ({
  row,
  path,
  init: {
    method: row.split(' ')[0] ?? '',
    headers: { 'idempotency-key': randomUUID(), ...headers },
    body: JSON.stringify(body),
  },
});
