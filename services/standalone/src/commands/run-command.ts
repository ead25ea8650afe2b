import { type Environment, readEnvironment } from '@kaerimichi/runtime';
import { StartRefused } from '@kaerimichi/store';
import { type OpenDatabase, openDatabase } from '../open-database.ts';

/** Runs a command on this data folder's database, and says in one sentence why it cannot. */
export async function runCommand(
  work: (database: OpenDatabase, environment: Environment) => Promise<number>,
): Promise<void> {
  const environment = readEnvironment(process.env);
  if ('faults' in environment) {
    console.error(environment.faults.join('\n'));
    process.exit(1);
  }
  let database: OpenDatabase | null = null;
  try {
    database = await openDatabase(environment);
    const code = await work(database, environment);
    await database.stop();
    process.exit(code);
  } catch (fault) {
    console.error(fault instanceof StartRefused || isRefusal(fault) ? (fault as Error).message : fault);
    await database?.stop();
    process.exit(1);
  }
}

const isRefusal = (fault: unknown): boolean => fault instanceof Error && fault.name === 'ImportRefused';

/** The file named on the command line. */
export function fileArgument(usage: string): string {
  const file = process.argv.slice(2).find(argument => !argument.startsWith('-'));
  if (file) return file;
  console.error(usage);
  process.exit(1);
}
