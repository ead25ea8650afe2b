import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells one process from a later one with the same number: on Linux the boot and the tick it began in, elsewhere
 * what `ps` says. Null when no such process lives; a zombie does not live.
 */
export function processBirth(pid: number): string | null {
  if (process.platform === 'win32') return isSignalled(pid) ? 'alive' : null;
  return process.platform === 'linux' ? linuxBirth(pid) : psField(pid, 'lstart');
}

/** Windows tells no more without a program of its own. */
function isSignalled(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function linuxBirth(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The second field is the command in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${fields[19] ?? ''}`;
}

/** True when `pid` is a living postmaster that this launcher began on `cluster`: it names it among its arguments. */
export function isServerOf(pid: number, cluster: string): boolean {
  if (processBirth(pid) === null) return false;
  // Not /proc/<pid>/cwd: a root without CAP_SYS_PTRACE, as in a container, may not read another user's.
  if (process.platform === 'linux') return readOrNull(`/proc/${pid}/cmdline`)?.split('\0').includes(cluster) ?? false;
  if (process.platform === 'win32') return true;
  return psField(pid, 'command')?.includes(`-D ${cluster} `) ?? false;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function psField(pid: number, field: string): string | null {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', `${field}=`], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
