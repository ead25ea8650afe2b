import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../product/free-port.ts';
import { demoPassword, root } from '../product/product.ts';

/** A Node process that serves, on a PostgreSQL that runs already. */
export type Server = {
  readonly port: number;
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
};

type Start = {
  readonly script: string;
  /** Of Node. */
  readonly flags?: readonly string[];
  /** What it prints once it listens. */
  readonly word: string;
  readonly env: Readonly<Record<string, string>>;
};

/**
 * The product with everything on, in demo mode as it comes: the first start writes the invented world. With a folder for
 * a profile of the processor's time, its modules are run instead of the bundle, so that the profile names files.
 */
export const startProductOn = (databaseUrl: string, dataDir: string, profileTo?: string): Promise<Server> =>
  start({
    script: `services/standalone/${profileTo ? 'dist/unbundled' : 'bundle/main'}.js`,
    flags: profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`] : [],
    word: 'かえりみち',
    env: {
      DATABASE_URL: databaseUrl,
      ADMIN_DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      DEMO: '1',
      // Its boards are filled by the bench.
      DEMO_WORLD: 'small',
      DEMO_PASSWORD: demoPassword,
      LOG_LEVEL: 'warn',
    },
  });

export const startBareOn = (databaseUrl: string): Promise<Server> =>
  start({ script: 'e2e/dist/bench/bare-server.js', word: 'ready', env: { DATABASE_URL: databaseUrl } });

export const startPrismaOn = (databaseUrl: string): Promise<Server> =>
  start({ script: 'e2e/dist/bench/prisma-server.js', word: 'ready', env: { DATABASE_URL: databaseUrl } });

// A bench that fails half-way leaves nothing running.
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

async function start({ script, flags = [], word, env }: Start): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [...flags, join(root, script)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = new Promise<void>(resolve =>
    child.once('exit', () => {
      running.delete(child);
      resolve();
    }),
  );
  await said(child, word);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', piece => {
      output += String(piece);
      if (output.includes(word)) resolve();
    });
    child.once('exit', code => reject(new Error(`a server of the bench ended with ${code}:\n${output}`)));
  });
}
