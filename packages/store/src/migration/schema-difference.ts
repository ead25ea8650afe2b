import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_FILTER, withSchemaEngine } from './with-schema-engine.ts';

/**
 * SQL that brings a database to what the files of `prisma/` describe; empty when they agree. Prisma does not describe
 * checks, triggers, partial indexes or collations: those are added to a migration by hand and never reported here.
 */
export async function schemaDifference(adminUrl: string, schemaFolder: string): Promise<string> {
  const files = readdirSync(schemaFolder)
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => ({ path: name, content: readFileSync(join(schemaFolder, name), 'utf8') }));
  const { stdout } = await withSchemaEngine({ adminUrl }, engine =>
    engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    }),
  );
  const sql = stdout?.trim() ?? '';
  return sql === '-- This is an empty migration.' ? '' : sql;
}
