import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The system user that runs PostgreSQL; null = the user of this process (PostgreSQL refuses to run as root). */
export type ServerAccount = { readonly uid: number; readonly gid: number };

/** Where no such user is known: the number that Unix systems give to `nobody`. */
const NOBODY: ServerAccount = { uid: 65534, gid: 65534 };

/** True when this process is root, for whom another user must run the server. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Who runs the server of a cluster: its present owner, else `postgres`, else `nobody`. No user is ever created. */
export function serverAccount(cluster: Stats | null): ServerAccount | null {
  if (!isRoot()) return null;
  if (cluster !== null && cluster.uid !== 0) return { uid: cluster.uid, gid: cluster.gid };
  return named('postgres') ?? named('nobody') ?? NOBODY;
}

function named(name: string): ServerAccount | null {
  const line = passwd().find(each => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':').map(Number) ?? [];
  return uid !== undefined && gid !== undefined && uid > 0 && gid >= 0 ? { uid, gid } : null;
}

function passwd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** True when the account may enter every directory above `path`, and enter `path` itself or, a program, run it. */
export function canReach(path: string, account: ServerAccount | null): boolean {
  if (account === null) return true;
  const itself = statSync(path);
  if (!isAllowed(itself, account, itself.isDirectory() ? 0o1 : 0o5)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!isAllowed(statSync(folder), account, 0o1)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function isAllowed(stat: Stats, account: ServerAccount, wanted: number): boolean {
  const shift = stat.uid === account.uid ? 6 : stat.gid === account.gid ? 3 : 0;
  return ((stat.mode >> shift) & wanted) === wanted;
}
