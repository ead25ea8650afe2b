import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a running PostgreSQL writes about itself into `postmaster.pid` of its cluster. */
export type PostmasterFile = { readonly pid: number; readonly port: number; readonly status: string };

/** Reads it; null when no server has left one, or while it is still being written. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  // Lines: pid, directory, start time, port, socket directory, listen address, shared memory key, status.
  const [pid, , , port, , , , status] = lines;
  const number = Number(pid);
  if (!Number.isInteger(number) || number === 0) return null;
  return { pid: Math.abs(number), port: Number(port ?? 0), status: (status ?? '').trim() };
}

/** Removes what a dead server left: its number may by now belong to a stranger, whom PostgreSQL would wait for. */
export function removePostmasterFile(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}
