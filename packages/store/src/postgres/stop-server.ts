import { setTimeout as sleep } from 'node:timers/promises';
import { processBirth } from './running-process.ts';

/** Fast shutdown writes a checkpoint; on a slow disk that may take a while, after this the server is stopped at once. */
const FAST_WITHIN_MS = 15_000;
const IMMEDIATE_WITHIN_MS = 5_000;

/** Stops a postmaster: sessions are ended and everything written (fast), at the worst without that (immediate). */
export async function stopServer(pid: number): Promise<void> {
  if (!signal(pid, 'SIGINT') || (await isGoneWithin(pid, FAST_WITHIN_MS))) return;
  if (!signal(pid, 'SIGQUIT') || (await isGoneWithin(pid, IMMEDIATE_WITHIN_MS))) return;
  throw new Error(`the database server (pid ${pid}) does not stop`);
}

/** False when there is no such process any more. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Waits for a process to end; false when it still lives after that time. */
export async function isGoneWithin(pid: number, ms: number): Promise<boolean> {
  const birth = processBirth(pid);
  for (const until = Date.now() + ms; Date.now() < until; ) {
    if (birth === null || processBirth(pid) !== birth) return true;
    await sleep(20);
  }
  return false;
}
