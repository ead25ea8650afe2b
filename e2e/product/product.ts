import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** Root of the repository, from the sources as well as from what was built of them. */
export const root = (() => {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, here.includes(`${join('e2e', 'dist')}`) ? '../../..' : '../..');
})();

export const demoPassword = 'rehearsal-of-the-way-home';

export type Product = {
  readonly url: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly log: () => string;
  /** Owner's connection to the embedded database, for the bare server beside the product. */
  connection(): string;
  /** Ctrl-C, then waits for the end. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
  /** Stops the product where it still runs and removes its data. */
  remove(): Promise<void>;
};

/** What a world holds: `dsn@demo` sees the cards, the database has the cases. */
export const worlds = {
  small: { cases: 10, cards: 10 },
  whole: { cases: 212, cards: 38 },
} as const;

export type StartOptions = {
  /** Of the demo, in an empty data folder: small, unless the test is about the whole one. */
  readonly world?: keyof typeof worlds;
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What node runs: the bundle unless told. */
  readonly argv?: readonly string[];
};

const READY_MS = 60_000;
/** Names a data folder after its first start, which others begin from (first-start.ts). */
export const FIRST_START = 'KAERIMICHI_FIRST_START';

/** What changes nothing of a first start. */
const afterFirstStart: readonly string[] = [
  ...['SMTP_URL', 'MAIL_FROM', 'OUTSIDE_LOOPBACK'],
  ...['VAPID_PUBLIC_KEY', 'VAPID_PRIVATE_KEY', 'VAPID_SUBJECT'],
];

/** Starts the product as `npm start` does, on its own data folder and port, and waits until it is ready. */
export async function startProduct(options: StartOptions = {}): Promise<Product> {
  const {
    dataDir,
    port,
    world = 'small',
    env = {},
    argv = [join(root, 'services/standalone/bundle/main.js')],
  } = options;
  const folder = dataDir ?? ownFolder();
  const isSame = Object.keys(env).every(name => afterFirstStart.includes(name));
  const isUsual = dataDir === undefined && world === 'small' && isSame;
  if (isUsual && process.env[FIRST_START]) cpOf(process.env[FIRST_START], folder);
  const listenOn = port ?? (await freePort());
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(listenOn),
      DATA_DIR: folder,
      DEMO_PASSWORD: demoPassword,
      DEMO_WORLD: world,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', chunk => output.push(String(chunk)));
  child.stderr.on('data', chunk => output.push(String(chunk)));
  const url = `http://127.0.0.1:${listenOn}`;
  const log = () => output.join('');
  await untilReady(child, url, log);
  return {
    url,
    dataDir: folder,
    pid: child.pid ?? 0,
    log,
    connection: () => connectionOf(folder),
    ...endings(child, folder),
  };
}

/** With owners and modes: PostgreSQL opens no folder of another's. */
function cpOf(from: string, to: string): void {
  const copied = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(`the first start could not be copied: ${copied.stderr}`);
}

function endings(child: ChildProcess, folder: string): Pick<Product, 'stop' | 'kill' | 'remove'> {
  const ended = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)));
  const end = (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return ended;
  };
  return {
    stop: () => end('SIGINT'),
    kill: async () => void (await end('SIGKILL')),
    remove: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}:\n${log()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the product was not ready within ${READY_MS} ms:\n${log()}`);
}

/** A folder that PostgreSQL may reach too when the tests run as root. */
function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaerimichi-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Owner's URL of the embedded database of a data folder. */
function connectionOf(folder: string): string {
  const base = join(folder, 'postgres');
  const port = readFileSync(join(base, 'cluster/postmaster.pid'), 'utf8').split('\n')[3];
  // Our own file, written by the program that was just started.
  const { owner } = JSON.parse(readFileSync(join(base, 'credentials.json'), 'utf8')) as { owner: string };
  return `postgresql://kaerimichi_owner:${owner}@127.0.0.1:${port}/kaerimichi`;
}
