import { type Environment, readEnvironment } from '@kaerimichi/runtime';
import { sayRefusal } from './say-refusal.ts';
import { start } from './start.ts';

/** npm hands one Ctrl-C on a second time; only a later one means that somebody is tired of waiting. */
const SAME_MS = 2_000;

const ORPHAN_LOOK_MS = 1_000;

let askedAt: number | null = null;
let stop: (() => Promise<void>) | null = null;

/** A stop asked for during the start waits until there is something whole to stop. */
async function end(): Promise<void> {
  if (askedAt !== null) {
    if (Date.now() - askedAt > SAME_MS) process.exit(1);
    return;
  }
  askedAt = Date.now();
  if (stop === null) return;
  await stop();
  process.exit(0);
}
function listenToSignals(): void {
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  // npm hands a SIGTERM to its shell alone, which dies and leaves its child behind: whoever ended npm meant the program.
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && askedAt === null && void end(), ORPHAN_LOOK_MS).unref();
}

/** The settings of this process, or its end with every fault of them said. */
function environmentOrEnd(): Environment {
  const environment = readEnvironment(process.env);
  if (!('faults' in environment)) return environment;
  console.error(`設定に誤りがあり、起動できません。\nかえりみち cannot start, settings are wrong:`);
  console.error(environment.faults.join('\n').replace(/^/gm, '  '));
  process.exit(1);
}

/** Runs the program until it is stopped. */
export async function run(): Promise<void> {
  const environment = environmentOrEnd();
  listenToSignals();
  try {
    const running = await start(environment);
    if (askedAt !== null) {
      await running.stop();
      process.exit(0);
    }
    stop = running.stop;
    console.log(`かえりみち  ${running.url}`);
    for (const line of running.said)
      console.log(line.startsWith('Set up') ? line.replace('/setup#', `${running.url}/setup#`) : line);
    console.log('Ctrl-C stops; the next start finds the data again.');
  } catch (fault) {
    sayRefusal(fault);
    process.exit(1);
  }
}
