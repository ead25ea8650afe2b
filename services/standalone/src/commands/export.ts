import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportAll } from '@kaerimichi/store';
import { openBeside } from '../open-database.ts';
import { firstArgument, runCommand } from './run-command.ts';
import { exported } from './success-words.ts';

const file = firstArgument('Usage: npm run export -- <file.ndjson.gz> [--force]');

// The file there may be the only backup of another day.
if (existsSync(file) && !process.argv.includes('--force')) {
  console.error(
    `${file} はすでにあります。別の名前を指定するか、置き換えてよければ --force を付けてください。\n${file} exists already: name another file, or replace it with --force.`,
  );
  process.exit(1);
}

if (!existsSync(dirname(file))) {
  console.error(
    `${dirname(file)} というフォルダーがありません。先に作ってください。\nThere is no folder ${dirname(file)}: make it first.`,
  );
  process.exit(1);
}

await runCommand(async database => {
  const counts = await exportAll(database.adminUrl, file, new Date().toISOString());
  console.log(exported(file, counts));
  return 0;
}, openBeside);
