import pg from 'pg';
import { StoreBusy } from './store-busy.ts';

/** A statement by name: PostgreSQL parses and plans it once per connection. Without a name it is planned each time. */
export type Statement = { readonly name?: string; readonly text: string };

/** The pool as the rest of this package sees it: rows of a statement, and connection losses as `StoreBusy`. */
export type Database = {
  readonly pool: pg.Pool;
  rows<Row>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
  /** Rows that the statement changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
};

export type DatabaseOptions = {
  readonly databaseUrl: string;
  /** 8 is enough on two cores; 32 measured no better. */
  readonly poolSize?: number | undefined;
  /** Told when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionError?: ((error: Error) => void) | undefined;
};

/** Longest wait for a free or new connection: longer, and requests pile up while PostgreSQL is away. */
const CONNECT_TIMEOUT_MS = 3_000;
/** Longest wait for a row lock: every statement of ours holds its locks for milliseconds. */
const LOCK_TIMEOUT_MS = 8_000;
/** A statement that runs longer is a mistake or an attack; the long readers use their own connection. */
const STATEMENT_TIMEOUT_MS = 30_000;

const DATE_OID = 1082;
const INT8_OID = 20;
const TIMESTAMPTZ_OID = 1184;

/** Days stay text, instants become ISO text, bigint a number (ids and transaction ids stay far below 2^53). */
export const textTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return pg.types.getTypeParser(oid, format);
    if (oid === DATE_OID) return (value: string) => value;
    if (oid === INT8_OID) return Number;
    if (oid === TIMESTAMPTZ_OID) return (value: string) => new Date(value).toISOString();
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * The pool of commits, boards and relays, whose statements are planned once per connection: with its arrays' lengths
 * known, PostgreSQL would plan the commit anew each time, at twice the cost of running it. A plan outlives the time when
 * its tables were small: it may not read one from end to end.
 */
export const openHot = ({ poolSize = 8, ...options }: DatabaseOptions): Database =>
  openPool(
    options,
    poolSize,
    '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c max_parallel_workers_per_gather=0',
  );

/**
 * The pool of searches and administration: a slow one never keeps a commit waiting. Planned for the values asked; an
 * index wherever there is one, since the planner guesses wrongly how common a piece of a name is.
 */
export const openSlow = (options: DatabaseOptions): Database =>
  openPool(
    options,
    SLOW_POOL,
    '-c plan_cache_mode=force_custom_plan -c max_parallel_workers_per_gather=0 -c enable_seqscan=off',
  );

/** Searches at the same time; more would only take the processors from the commits. */
const SLOW_POOL = 4;

function openPool({ databaseUrl, onConnectionError }: DatabaseOptions, max: number, settings: string): Database {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max,
    options: settings,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    types: textTypes,
    application_name: 'kaerimichi',
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 60_000,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', error => onConnectionError?.(error));
  const query = async (statement: Statement, values: readonly unknown[] = []) => {
    try {
      // pg takes the values as a mutable array but does not change them.
      return await pool.query({ ...statement, values: values as unknown[] });
    } catch (error) {
      throw StoreBusy.from(error) ?? error;
    }
  };
  return {
    pool,
    // The statement's text fixes the shape of its rows; JSON columns are parsed where they are read.
    rows: async <Row>(statement: Statement, values?: readonly unknown[]) =>
      (await query(statement, values)).rows as Row[],
    run: async (statement, values) => (await query(statement, values)).rowCount ?? 0,
  };
}
