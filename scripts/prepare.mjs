// Installs and builds what is missing: a fresh clone needs Node and nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: a Node that is too old has none, and is to be told so.
export const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
const modules = join(root, 'node_modules');

/** What `npm start` runs: the built program in a few files. */
export const program = join(root, 'services/standalone/bundle/main.js');

/** Refuses a Node that is too old, with one sentence. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  const { node } = process.versions;
  console.error(`かえりみちには Node 20.19 以上が必要です（いまは ${node}）。`);
  console.error(`かえりみち needs Node 20.19 or newer; this is ${node}.`);
  process.exit(1);
}

/** Environment of every child: no telemetry, no update notices. */
export const quietEnv = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CHECKPOINT_DISABLE: '1' };

/** Variables of a file `.env` beside package.json; what the caller has set already wins. */
export function loadEnvironment() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

function run(command, args, failed) {
  const done = spawnSync(command, args, {
    cwd: root,
    env: quietEnv,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status === 0) return;
  // Ctrl-C reached the child too: nothing failed.
  if (done.signal === 'SIGINT' || done.signal === 'SIGTERM') process.exit(130);
  const why = done.error?.message ?? `exit ${done.status}`;
  console.error(`${failed.ja}（${why}）。理由は上に表示されています。\n${failed.en} (${why}); why stands above.`);
  process.exit(1);
}

const installFailed = {
  ja: 'パッケージを入れられませんでした。npm レジストリに届くことを確かめてください。プロキシは npm の設定で指定します',
  en: 'npm ci failed. It wants the npm registry; a proxy is named in npm’s own settings',
};

/** Runs `npm ci` when nothing is installed, or when the lockfile changed since. */
export function install() {
  const stamp = join(modules, '.kaerimichi-lock');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Installing (once) …');
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], installFailed);
  writeFileSync(stamp, wanted);
}

const sources = ['packages', 'services', 'e2e', 'prisma'];
const skipped = new Set(['node_modules', 'dist', 'bundle', 'generated', '.turbo']);

function* filesOf(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) yield* filesOf(path);
    } else yield path;
  }
}

/** Name, size and time of every source: cheap enough to ask at each start. */
function sourceStamp() {
  const hash = createHash('sha256');
  for (const folder of sources)
    for (const file of [...filesOf(join(root, folder))].sort()) {
      const { size, mtimeMs } = statSync(file);
      // Not the whole path: a checkout that was moved, or is mounted elsewhere, is still built.
      hash.update(`${relative(root, file)}:${size}:${mtimeMs}\n`);
    }
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** Builds through Turborepo when a source changed; an unchanged tree costs a few milliseconds. */
export function build() {
  const stamp = join(modules, '.cache/kaerimichi-build');
  const wanted = sourceStamp();
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.error('Building …');
  run(
    process.execPath,
    [join(modules, 'turbo/bin/turbo'), 'run', 'build', '--output-logs=errors-only', '--no-update-notifier'],
    { ja: 'ビルドに失敗しました', en: 'The build failed' },
  );
  mkdirSync(join(modules, '.cache'), { recursive: true });
  writeFileSync(stamp, wanted);
}
