import { type Environment, readEnvironment } from '@kaerimichi/runtime';
import { type OpenDatabase, openDatabase } from '../open-database.ts';
import { sayRefusal } from '../say-refusal.ts';

/** Runs a command on this data folder's database, and says in one sentence why it cannot. */
export async function runCommand(
  work: (database: OpenDatabase, environment: Environment) => Promise<number>,
  open: (environment: Environment) => Promise<OpenDatabase> = openDatabase,
): Promise<void> {
  const environment = readEnvironment(process.env);
  if ('faults' in environment) {
    console.error(environment.faults.join('\n'));
    process.exit(1);
  }
  let database: OpenDatabase | null = null;
  try {
    database = await open(environment);
    const code = await work(database, environment);
    await database.stop();
    process.exit(code);
  } catch (fault) {
    sayRefusal(fault);
    await database?.stop();
    process.exit(1);
  }
}

/** The file or login named on the command line. */
export function firstArgument(usage: string): string {
  const first = process.argv.slice(2).find(argument => !argument.startsWith('-'));
  if (first) return first;
  console.error(usage);
  process.exit(1);
}
