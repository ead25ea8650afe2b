import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, grantApplicationRole, migrate, startEmbeddedPostgres } from '@kaerimichi/store';
import type { TestProject } from 'vitest/node';

const migrations = join(import.meta.dirname, '../../../prisma/migrations');
const TEMPLATE = 'test_template';

/** One PostgreSQL for the whole run, with one migrated database that every test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kaerimichi-test-'));
  const server = await startEmbeddedPostgres({ dataDir, settings: { max_connections: '200' } });
  const template = await createDatabase(server.adminUrl, TEMPLATE);
  await migrate(template, migrations);
  await grantApplicationRole(template, new URL(server.url).username);
  project.provide('databaseServer', { adminUrl: server.adminUrl, url: server.url, template: TEMPLATE });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
