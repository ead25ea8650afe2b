import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { isAlive } from './owner-lock.ts';
import type { Place } from './place.ts';
import type { ServerUser } from './server-user.ts';
import { StartRefused } from './start-refused.ts';

const READY_MS = 20_000;
/** After kill -9 the old shared memory may be held for a moment; a second try finds it free. */
const TRIES = 5;

export type Run = {
  readonly bin: string;
  readonly place: Place;
  readonly user: ServerUser;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
};

const defaults = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '128MB',
  log_min_messages: 'warning',
  log_line_prefix: '%m ',
  timezone: 'UTC',
};

/** Runs the server and waits until it says in its own pid file that it is ready. */
export async function runServer(run: Run): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const pid = spawnServer(run);
    if (await becameReady(pid, run.place)) return { pid, port: run.port };
    const said = tailOf(run.place.log);
    const isTransient = /shared memory block|could not bind|still in use/.test(said);
    if (attempt >= TRIES || !isTransient)
      throw new StartRefused(`PostgreSQL did not start. Its log (${run.place.log}) ends with: ${said}`);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

function spawnServer({ bin, place, user, port, settings }: Run): number {
  const log = openSync(place.log, 'a', 0o600);
  const options = Object.entries({ ...defaults, ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // Its own process group: Ctrl-C reaches the program, which stops the server last.
  const child = spawn(join(bin, 'postgres'), ['-D', place.cluster, ...options], {
    cwd: place.cluster,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
    detached: true,
    ...user,
  });
  closeSync(log);
  child.on('error', () => undefined); // told by the wait below
  child.unref();
  return child.pid ?? 0;
}

async function becameReady(pid: number, { cluster }: Place): Promise<boolean> {
  const file = join(cluster, 'postmaster.pid');
  const until = Date.now() + READY_MS;
  while (Date.now() < until && pid > 0 && isRunning(pid)) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return false;
}

/** Alive and not a zombie waiting for us to look. */
export function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync('/proc/self/stat')) return isAlive(pid);
  return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
}

const tailOf = (log: string) =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-4).join(' | ') : 'nothing';

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
