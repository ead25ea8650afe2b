import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { readEnvironment } from '@kaerimichi/runtime';
import { removeEmbeddedPostgres, StartRefused } from '@kaerimichi/store';

const environment = readEnvironment(process.env);
if ('faults' in environment || !environment.isEmbedded) {
  console.error('reset removes the embedded database of DATA_DIR; another PostgreSQL is emptied with its own tools.');
  process.exit(1);
}

const folder = environment.DATA_DIR;
if (!process.argv.includes('--yes')) {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question(`Remove everything in ${folder}? This cannot be undone. Type yes: `);
  asking.close();
  if (answer.trim() !== 'yes') {
    console.log('Nothing was removed.');
    process.exit(1);
  }
}
try {
  await removeEmbeddedPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
  console.log('Removed. The next start begins anew.');
} catch (fault) {
  console.error(fault instanceof StartRefused ? fault.message : fault);
  process.exit(1);
}
