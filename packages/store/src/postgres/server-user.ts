import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Operating-system user that PostgreSQL runs as: it refuses to run as root. null: ourselves. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

const NOBODY = 65534;

export function serverUser(): ServerUser {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const line = passwd().find(row => row.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: NOBODY, gid: NOBODY };
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** May the server's user walk down to this folder? A checkout under /root is closed to it. */
export function mayReach(folder: string, user: ServerUser): boolean {
  if (!user) return true;
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (dirname(at) === at) return true;
  }
}
