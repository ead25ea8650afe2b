import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningServer } from './run-server.ts';
import { processBirth } from './running-process.ts';
import { signal, stopServer } from './stop-server.ts';

/** A server that is watched until it is stopped. */
export type KeptServer = { pid(): number; stop(): Promise<void> };

type Keeping = { readonly restart: (() => Promise<RunningServer>) | null; readonly log: (line: string) => void };

/** How soon a death is noticed; one look at /proc costs some 20 µs. */
const LOOK_EVERY_MS = 100;

/** Pause before the next try when a restart fails: a full disk must not become a busy loop. */
const RETRY_AFTER_MS = 1_000;

/** Watches the server until `stop`; with `restart`, whoever kills it, it comes back with everything acknowledged. */
export function keepRunning(first: RunningServer, { restart, log }: Keeping): KeptServer {
  let current = first;
  let stopped: Promise<void> | null = null;
  const stopping = new AbortController();
  const revive = async (again: () => Promise<RunningServer>) => {
    log(`the database server (pid ${current.pid}) ended; starting it again`);
    try {
      current = await again();
    } catch (error) {
      log(error instanceof Error ? error.message : String(error));
      await pause(RETRY_AFTER_MS, stopping.signal);
    }
  };
  const keeping = (async () => {
    await untilDead(current.pid, stopping.signal);
    while (!stopping.signal.aborted && restart !== null) {
      await revive(restart);
      await untilDead(current.pid, stopping.signal);
    }
  })();
  const stopAtExit = () => void signal(current.pid, 'SIGINT');
  process.once('exit', stopAtExit);
  const end = async () => {
    stopping.abort();
    await keeping;
    await stopServer(current.pid);
    process.off('exit', stopAtExit);
  };
  const stop = () => {
    stopped ??= end();
    return stopped;
  };
  return { pid: () => current.pid, stop };
}

async function untilDead(pid: number, stopping: AbortSignal): Promise<void> {
  const birth = processBirth(pid);
  while (!stopping.aborted && birth !== null && processBirth(pid) === birth) await pause(LOOK_EVERY_MS, stopping);
}

/** Ends early on `stopping`, and keeps no process alive that has nothing else to do. */
async function pause(ms: number, stopping: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal: stopping }).catch(() => {});
}
