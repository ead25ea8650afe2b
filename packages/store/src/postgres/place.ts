import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mayReach, type ServerUser } from './server-user.ts';

/** Where root keeps clusters whose data folder is closed to the server's user. */
const OPEN_PLACE = '/var/lib/kaerimichi';

export type Place = {
  readonly folder: string;
  readonly cluster: string;
  readonly log: string;
  readonly copies: string;
  readonly password: string;
};

/** Folder of the cluster, its log and its password; the cluster belongs to the user that the server runs as. */
export function preparePlace(dataDir: string, user: ServerUser): Place {
  const folder = join(resolve(dataDir), 'postgres');
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (user) chmodSync(folder, statSync(folder).mode | 0o011);
  const isReachable = mayReach(folder, user);
  const own = isReachable ? folder : join(OPEN_PLACE, createHash('sha256').update(folder).digest('hex').slice(0, 16));
  mkdirSync(own, { recursive: true, mode: 0o711 });
  if (!isReachable) writeFileSync(join(folder, 'location.txt'), `${own}\n`);
  const cluster = join(own, 'cluster');
  if (!existsSync(cluster)) mkdirSync(cluster, { mode: 0o700 });
  if (user) chownSync(cluster, user.uid, user.gid);
  return {
    folder,
    cluster,
    log: join(folder, 'postgres.log'),
    copies: isReachable ? folder : OPEN_PLACE,
    password: passwordIn(folder),
  };
}

function passwordIn(folder: string): string {
  const file = join(folder, 'password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
