import { existsSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { processBirth } from './running-process.ts';
import { StartRefused } from './start-refused.ts';

const ownerFile = z.object({ pid: z.int(), birth: z.string(), released: z.boolean() });
type Owner = z.infer<typeof ownerFile>;

/** Held while one かえりみち process runs on a data directory. */
export type OwnerLock = { release(): void };

/**
 * Takes the data directory for this process, or refuses because another living one holds it.
 *
 * The lock is the file `owner-<n>.json` with the highest n. It is only ever taken by creating n + 1 (a hard link: whole
 * or not at all), never by replacing a dead owner's file, so that of two processes that both find a dead owner one wins.
 */
export function takeOwnerLock(folder: string): OwnerLock {
  for (let attempt = 0; attempt < 50; attempt++) {
    const newest = newestNumber(folder);
    refuseWhileOwned(folder, newest);
    const mine = newest + 1;
    if (!create(folder, mine)) continue;
    if (newestNumber(folder) > mine) {
      rmSync(fileOf(folder, mine), { force: true });
      continue;
    }
    numbers(folder)
      .filter(each => each < mine)
      .forEach(each => {
        rmSync(fileOf(folder, each), { force: true });
      });
    return { release: () => replace(folder, mine) };
  }
  throw inUse(folder, null);
}

/**
 * Refuses while a living process holds the data directory, and takes nothing: whoever asks a person first looks first.
 *
 * @throws StartRefused `in-use`
 */
export function refuseWhileHeld(folder: string): void {
  refuseWhileOwned(folder, newestNumber(folder));
}

function refuseWhileOwned(folder: string, number: number): void {
  const owner = readOwner(folder, number);
  if (owner === null || owner.released) return;
  if (processBirth(owner.pid) === owner.birth) throw inUse(folder, owner.pid);
}

function create(folder: string, number: number): boolean {
  const draft = draftOf(folder, false);
  try {
    linkSync(draft, fileOf(folder, number));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A released lock stays as a file, because numbers must never begin anew while somebody still reads an old one. */
function replace(folder: string, number: number): void {
  // The folder may have been removed meanwhile, as tests and a reset do.
  if (existsSync(folder) && newestNumber(folder) === number) renameSync(draftOf(folder, true), fileOf(folder, number));
}

function draftOf(folder: string, released: boolean): string {
  const path = join(folder, `owner-draft-${process.pid}-${crypto.randomUUID()}`);
  const owner: Owner = { pid: process.pid, birth: processBirth(process.pid) ?? '', released };
  writeFileSync(path, JSON.stringify(owner), { mode: 0o600 });
  return path;
}

function readOwner(folder: string, number: number): Owner | null {
  try {
    return ownerFile.safeParse(JSON.parse(readFileSync(fileOf(folder, number), 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

function newestNumber(folder: string): number {
  return Math.max(0, ...numbers(folder));
}

function numbers(folder: string): number[] {
  return readdirSync(folder).flatMap(name => /^owner-(\d+)\.json$/.exec(name)?.slice(1).map(Number) ?? []);
}

function fileOf(folder: string, number: number): string {
  return join(folder, `owner-${number}.json`);
}

function inUse(folder: string, pid: number | null): StartRefused {
  const who = pid === null ? '' : ` (pid ${pid})`;
  return new StartRefused(
    {
      ja: `このデータの場所（${folder}）は、動いている別のかえりみち${who}が使っています。そちらを止めるか、DATA_DIR で別の場所を指定してください。`,
      en: `Another running かえりみち${who} is using this data directory (${folder}). Stop it, or give this one another DATA_DIR.`,
    },
    'in-use',
  );
}
