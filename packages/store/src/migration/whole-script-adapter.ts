import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  isDriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils';
import type pg from 'pg';

/** What stands behind a script in the same transaction; empty for scripts that are no migration. */
export type Closing = (script: string) => string;

/**
 * Prisma's connection for the migration engine, put right in three places (7.10.0):
 *
 * - it cuts a script at every semicolon, also inside a function's body, and commits each piece alone. Here the script is
 *   sent whole, so that PostgreSQL keeps all of it or nothing;
 * - it cannot read the type "char", with which the engine asks for constraints;
 * - its shadow database can be the real one, therefore there is none.
 */
export function wholeScriptAdapter(pool: pg.Pool, closing: Closing): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => corrected(await factory.connect(), pool, closing),
    connectToShadowDb: () => Promise.reject(new Error('there is no shadow database')),
  };
}

function corrected(adapter: SqlDriverAdapter, pool: pg.Pool, closing: Closing): SqlDriverAdapter {
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    executeRaw: query => adapter.executeRaw(query),
    queryRaw: query => adapter.queryRaw(query).catch(error => withCharacters(adapter, pool, { query, error })),
    executeScript: async script => {
      await pool.query(`${script}\n;${closing(script)}`);
    },
    startTransaction: level => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo?.() ?? { supportsRelationJoins: true },
    dispose: () => adapter.dispose(),
  };
}

const CHAR_OID = 18;

/** Asks again with every "char" as text, and says in the answer that it was one. */
async function withCharacters(
  adapter: SqlDriverAdapter,
  pool: pg.Pool,
  { query, error }: { query: SqlQuery; error: unknown },
) {
  if (!isDriverAdapterError(error) || error.cause.kind !== 'UnsupportedNativeDataType') throw error;
  const inner = query.sql.trim().replace(/;$/, '');
  const { fields } = await pool.query(`SELECT * FROM (${inner}) AS described LIMIT 0`, query.args);
  const columns = fields.map(({ name, dataTypeID }) => `"${name}"${dataTypeID === CHAR_OID ? '::text' : ''}`);
  const answer = await adapter.queryRaw({ ...query, sql: `SELECT ${columns} FROM (${inner}) AS described` });
  const columnTypes = answer.columnTypes.map((type, at) =>
    fields[at]?.dataTypeID === CHAR_OID ? ColumnTypeEnum.Character : type,
  );
  return { ...answer, columnTypes };
}
