import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartRefused } from './start-refused.ts';

const owner = z.strictObject({ pid: z.int(), startedAt: z.string() });

/** When a process began, as the kernel counts; tells a reused pid from the one that wrote the lock. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // not Linux, or gone
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** One かえりみち per data folder: refuses while another one lives, takes over after one that was killed. */
export function takeOwnership(file: string): { release(): void } {
  if (existsSync(file)) {
    const parsed = owner.safeParse(readJson(file));
    const isOther =
      parsed.success &&
      parsed.data.pid !== process.pid &&
      isAlive(parsed.data.pid) &&
      startOf(parsed.data.pid) === parsed.data.startedAt;
    if (isOther)
      throw new StartRefused(
        `Another かえりみち (process ${parsed.data.pid}) is using this data folder. Stop it first, or set DATA_DIR to another folder.`,
      );
  }
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }), { mode: 0o600 });
  return { release: () => rmSync(file, { force: true }) };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // cut short by a crash: nobody's
  }
}
