import { importAll } from '@kaerimichi/store';
import { firstArgument, runCommand } from './run-command.ts';

const file = firstArgument('Usage: npm run import -- <file.ndjson.gz>, into an empty database');

await runCommand(async database => {
  const counts = await importAll(database.adminUrl, file);
  console.log(
    `${Object.values(counts).reduce((sum, n) => sum + n, 0)} rows of ${Object.keys(counts).length} tables. npm run verify proves them.`,
  );
  return 0;
});
