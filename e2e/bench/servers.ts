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
  /** What it prints once it listens. */
  readonly word: string;
  readonly env: Readonly<Record<string, string>>;
};

export type ProductOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** From its modules instead of the bundle that `npm start` runs: a profiler then names the files. */
  readonly isPlain?: boolean;
};

/** The product as it is started for real use, with everything on; `DEMO: '1'` writes the invented world first. */
export const startProductOn = (
  databaseUrl: string,
  dataDir: string,
  { env = {}, isPlain = false }: ProductOptions = {},
): Promise<Server> =>
  start({
    script: `services/standalone/${isPlain ? 'dist' : 'bundle'}/main.js`,
    word: 'かえりみち',
    env: {
      DATABASE_URL: databaseUrl,
      ADMIN_DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      DEMO_PASSWORD: demoPassword,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });

export const startBareOn = (databaseUrl: string): Promise<Server> =>
  start({ script: 'e2e/dist/bench/bare-server.js', word: 'ready', env: { DATABASE_URL: databaseUrl } });

async function start({ script, word, env }: Start): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
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
