// node scripts/new-migration.mjs <name>: writes prisma/migrations/<time>_<name>/migration.sql, which brings the database
// of the migrations so far to what prisma/*.prisma describes now. Read it, and add by hand what Prisma cannot say
// (checks, triggers, partial indexes, collations). It compares with a database of its own that it throws away, and not
// with Prisma's shadow database, which in 7.10.0 can be the real one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, checkNode, install, root } from './prepare.mjs';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Usage: node scripts/new-migration.mjs <name>, in small letters, digits and _');
  process.exit(1);
}
checkNode();
install();
build();
const { migrate, schemaDifference, startEmbeddedPostgres } = await import('../packages/store/dist/index.js');

const schema = join(root, 'prisma');
const dataDir = mkdtempSync(join(tmpdir(), 'kaerimichi-scratch-'));
const scratch = await startEmbeddedPostgres({ dataDir });
try {
  await migrate(scratch.adminUrl, join(schema, 'migrations'));
  const sql = await schemaDifference(scratch.adminUrl, schema);
  if (sql === '') console.log('The migrations already say what prisma/*.prisma says.');
  else {
    const stamp = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
    const folder = join(schema, 'migrations', `${stamp}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
    console.log(`${sql}\n\nWritten to ${join(folder, 'migration.sql')}`);
  }
} finally {
  await scratch.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
