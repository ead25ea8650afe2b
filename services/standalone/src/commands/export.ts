import { exportAll } from '@kaerimichi/store';
import { openForReading } from '../open-database.ts';
import { fileArgument, runCommand } from './run-command.ts';

const file = fileArgument('Usage: npm run export -- <file.ndjson.gz>');

await runCommand(async database => {
  const counts = await exportAll(database.adminUrl, file, new Date().toISOString());
  console.log(
    `${file}: ${Object.values(counts).reduce((sum, n) => sum + n, 0)} rows of ${Object.keys(counts).length} tables. Keep it like the data itself.`,
  );
  return 0;
}, openForReading);
