import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { type Closing, wholeScriptAdapter } from './whole-script-adapter.ts';

/** Every table belongs to the program: nothing is left out of a comparison. */
export const NO_FILTER = { externalTables: [], externalEnums: [] };

/** Works with Prisma's migration engine on one database, over connections that end with it. */
export async function withSchemaEngine<Result>(
  { adminUrl, closing = () => '' }: { adminUrl: string; closing?: Closing },
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  const { schemaEngine } = await import('./loaded-engine.ts');
  const SchemaEngine = await schemaEngine;
  const pool = new pg.Pool({ connectionString: adminUrl, application_name: 'kaerimichi-migration' });
  // A connection lost while idle shows itself in the next statement; without a listener it would end the process.
  pool.on('error', () => {});
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScriptAdapter(pool, closing));
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', 'datasource db { provider = "postgresql" }']] },
    () => {},
    adapter,
  );
  try {
    return await work(engine);
  } catch (error) {
    throw original(error, id => adapter.errorRegistry.consumeError(id)?.error);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The engine knows an error of the connection only by number; PostgreSQL's own sentence stands behind it. */
function original(error: unknown, find: (id: number) => unknown): unknown {
  const id = error instanceof Error ? /External error id#(\d+)/.exec(error.message)?.[1] : undefined;
  return (id === undefined ? undefined : find(Number(id))) ?? error;
}
