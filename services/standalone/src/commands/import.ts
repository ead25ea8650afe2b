import { importAll } from '@kaerimichi/store';
import { firstArgument, runCommand } from './run-command.ts';
import { imported } from './success-words.ts';

const file = firstArgument('Usage: npm run import -- <file.ndjson.gz>, into an empty database');

await runCommand(async database => {
  const counts = await importAll(database.adminUrl, file);
  console.log(imported(counts));
  return 0;
});
