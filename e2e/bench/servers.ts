import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../product/free-port.ts';
import { root } from '../product/product.ts';

export type BareServer = {
  readonly url: string;
  readonly pid: number;
  readonly startedInMs: number;
  stop(): Promise<void>;
};

/** Starts the bare server on a database and waits for its word that it listens. */
export async function startBare(databaseUrl: string): Promise<BareServer> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'e2e/dist/bench/bare-server.js')], {
    cwd: join(root, 'e2e'),
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await said(child, 'ready');
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', chunk => String(chunk).includes(word) && resolve());
    child.once('exit', code => reject(new Error(`the bare server ended with ${code}`)));
  });
}

/** Resident memory of a process in megabytes (Linux). */
export function residentMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024);
}
