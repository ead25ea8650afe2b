import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asOwner, createDatabase, dropDatabase } from '@kaerimichi/store';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner's URL of the run's server; databases are copies of `template`. */
    databaseServer: { readonly adminUrl: string; readonly template: string };
  }
}

const migrations = join(import.meta.dirname, '../../../prisma/migrations');

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const adminUrl = process.env.TEST_DATABASE_URL ?? '';
  const template = `template_${process.pid}`;
  const url = await createDatabase(adminUrl, template);
  const folders = readdirSync(migrations, { withFileTypes: true }).filter(entry => entry.isDirectory());
  const scripts = folders.map(({ name }) => name).sort();
  await asOwner(
    url,
    scripts.map(name => readFileSync(join(migrations, name, 'migration.sql'), 'utf8')),
  );
  project.provide('databaseServer', { adminUrl, template });
  return () => dropDatabase(adminUrl, template);
}
