// Generates Prisma's client for packages/store, only when the schema changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const schema = join(root, 'prisma');
const generated = join(root, 'packages/store/src/generated/prisma');
const stamp = join(generated, '.schema-hash');

const hash = createHash('sha256');
for (const name of readdirSync(schema)
  .filter(file => file.endsWith('.prisma'))
  .sort())
  hash.update(readFileSync(join(schema, name)));
const wanted = hash.digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const cli = createRequire(join(root, 'packages/store/package.json')).resolve('prisma/build/index.js');
  // The engine is not needed to generate; any program that exists keeps the command from fetching one.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const run = spawnSync(process.execPath, [cli, 'generate'], { cwd: root, env, encoding: 'utf8' });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`);
    process.exit(run.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
