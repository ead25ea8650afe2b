import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';
import { readPostmasterFile, removePostmasterFile } from './postmaster-file.ts';
import { isServerOf } from './running-process.ts';
import { serverEnvironment } from './server-environment.ts';
import { logOutput, openServerLog, type ServerLog, tailOf } from './server-log.ts';
import { diskFull, StartRefused, saysDiskFull } from './start-refused.ts';

/** A postmaster that accepts connections. */
export type RunningServer = { readonly pid: number; readonly port: number; readonly adopted: boolean };

type Settings = Readonly<Record<string, string>>;

export type ServerPlan = { readonly place: Place; readonly binaries: Binaries; readonly settings: Settings };

/** Recovery after a crash may have much to replay; a server silent for longer is shown with its log. */
const READY_WITHIN_MS = 120_000;

/** How long the children of a killed postmaster may hold its shared memory (seen: under 3 s). */
const MEMORY_FREE_WITHIN_MS = 20_000;

/** Carries on with a server that an earlier process left running; null when there is none to carry on with. */
export async function adoptServer(place: Place, log: ServerLog): Promise<RunningServer | null> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const left = readPostmasterFile(place.cluster);
    if (left === null) return null;
    if (!isServerOf(left.pid, place.cluster)) {
      removePostmasterFile(place.cluster);
      return null;
    }
    if (left.status === 'ready') return { pid: left.pid, port: left.port, adopted: true };
    if (Date.now() > until) throw startFailed(log);
    await sleep(20);
  }
}

/** Starts the postmaster and waits until it is ready; retries while a killed one's shared memory is still held. */
export async function runServer(plan: ServerPlan, port: number): Promise<RunningServer> {
  const until = Date.now() + MEMORY_FREE_WITHIN_MS;
  for (;;) {
    const log = openServerLog(plan.place.base);
    const pid = await startOnce(plan, port, log);
    if (pid !== null) return { pid, port, adopted: false };
    const said = tailOf(log);
    if (/could not create any TCP\/IP sockets/.test(said)) throw portInUse(port);
    if (!/pre-existing shared memory block/.test(said) || Date.now() > until) throw startFailed(log);
    await sleep(100);
  }
}

/** The pid when ready, null when it ended before. */
async function startOnce(plan: ServerPlan, port: number, log: ServerLog): Promise<number | null> {
  const child = launch(plan, port, log);
  const ended = new Promise<'ended'>(resolve => {
    child.once('exit', () => resolve('ended'));
    child.once('error', () => resolve('ended'));
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const written = readPostmasterFile(plan.place.cluster);
    if (child.pid !== undefined && written?.pid === child.pid && written.status === 'ready') return child.pid;
    if ((await Promise.race([ended, sleep(10)])) === 'ended') return null;
  }
  child.kill('SIGQUIT');
  throw startFailed(log);
}

/** In a session of its own: Ctrl-C must reach this process alone, which finishes its work before it stops the server. */
function launch({ place, binaries, settings }: ServerPlan, port: number, log: ServerLog): ChildProcess {
  const output = logOutput(log);
  const fixed: Settings = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const options = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', place.cluster, ...options], {
    ...place.account,
    cwd: place.home,
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  closeSync(output);
  return child;
}

function portInUse(port: number): StartRefused {
  return new StartRefused(
    {
      ja: `データベースのためのポート ${port} は、ほかのプログラムが使っています。`,
      en: `Port ${port}, meant for the database, is used by another program.`,
    },
    'port-in-use',
  );
}

function startFailed(log: ServerLog): StartRefused {
  const said = tailOf(log);
  if (saysDiskFull(said)) return diskFull(log.path);
  return new StartRefused(
    {
      ja: `データベースを起動できませんでした。記録は ${log.path} にあります。`,
      en: `The database did not start. The end of its log (${log.path}):\n${said}`,
    },
    'start-failed',
  );
}
