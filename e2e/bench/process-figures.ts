import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second for everyone, whatever the kernel's own tick. */
const TICK_MS = 10;

/** Processor time that a process has used, in milliseconds (Linux; the process alone, no children). */
export function cpuMs(pid: number): number {
  // The command's name may hold blanks; the fields are counted from the bracket that closes it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** Resident memory of a process in megabytes (Linux; the process alone, no children). */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}
