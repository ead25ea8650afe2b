import { closeSync, existsSync, fchmodSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** 20 MB: months of a quiet server; the one before is kept, so the two never fill a disk. */
const LARGEST_LOG = 20 * 1024 * 1024;

/** What the server says, kept in `server.log`; the previous one in `server.log.1`. */
export type ServerLog = { readonly path: string; readonly from: number };

/** Begins (or goes on with) the log; `from` is where this start's lines begin. */
export function openServerLog(base: string): ServerLog {
  const path = join(base, 'server.log');
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`);
  const from = existsSync(path) ? statSync(path).size : 0;
  return { path, from };
}

/** A file the server may be given as its output; the caller closes it. Readable by this user only. */
export function logOutput(log: ServerLog): number {
  const file = openSync(log.path, 'a', 0o600);
  fchmodSync(file, 0o600);
  return file;
}

/** The last lines since `openServerLog`, at most 4 kB. */
export function tailOf({ path, from }: ServerLog): string {
  if (!existsSync(path)) return '';
  const size = statSync(path).size;
  const start = Math.max(from, size - 4096);
  const bytes = Buffer.alloc(Math.max(0, size - start));
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, bytes.length, start);
  closeSync(file);
  return bytes.toString('utf8').trim();
}
