import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { canReach, isRoot, type ServerAccount, serverAccount } from './server-account.ts';
import { StartRefused } from './start-refused.ts';

/** Where everything of one embedded database lies. */
export type Place = {
  /** `<DATA_DIR>/postgres`: passwords, owner lock, server log; this process's own. */
  readonly base: string;
  /** Where the cluster (and copied programs) lie: `base`, or elsewhere when the server's account cannot come there. */
  readonly home: string;
  /** PostgreSQL's data directory. */
  readonly cluster: string;
  readonly account: ServerAccount | null;
};

/** Used when root's data directory lies where no other user may go, such as /root: PostgreSQL never runs as root. */
const ELSEWHERE = '/var/lib/kaerimichi';

/** Finds or makes the folders. A cluster in place is never moved and never given to another user. */
export function placeIn(dataDir: string): Place {
  const base = makeBase(dataDir);
  const pointer = join(base, 'cluster-is-in');
  if (existsSync(pointer)) return placeAt(base, readFileSync(pointer, 'utf8').trim());
  const here = placeAt(base, base);
  if (canReach(base, here.account)) return here;
  if (existsSync(here.cluster)) throw unreachable(base);
  const home = join(ELSEWHERE, randomUUID());
  try {
    mkdirSync(home, { recursive: true, mode: 0o711 });
  } catch (cause) {
    throw unreachable(base, cause);
  }
  const there = placeAt(base, home);
  if (!canReach(home, there.account)) throw unreachable(base);
  writeFileSync(join(home, 'belongs-to'), `${base}\n`);
  writeFileSync(pointer, `${home}\n`);
  return there;
}

function makeBase(dataDir: string): string {
  const base = join(dataDir, 'postgres');
  mkdirSync(base, { recursive: true });
  // An empty folder given to us is ours to open for passing through; one that already holds something is not.
  const isOurs = readdirSync(dataDir).every(name => name === 'postgres') && readdirSync(base).length === 0;
  if (isRoot() && isOurs) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  // The server's account passes through on its way to the cluster; nobody else can list it, and the passwords are 0600.
  chmodSync(base, isRoot() ? 0o711 : 0o700);
  return realpathSync(base);
}

function placeAt(base: string, home: string): Place {
  const cluster = join(home, 'cluster');
  const found = statSync(cluster, { throwIfNoEntry: false }) ?? null;
  if (found !== null && !isRoot() && found.uid !== process.getuid?.()) throw foreign(cluster, found.uid);
  return { base, home, cluster, account: serverAccount(found) };
}

function foreign(cluster: string, uid: number): StartRefused {
  return new StartRefused(
    {
      ja: `データベース（${cluster}）は別の利用者（uid ${uid}）のものです。前と同じ利用者で起動してください。`,
      en: `The database (${cluster}) belongs to another system user (uid ${uid}). Start as the same user as before.`,
    },
    'wrong-system-user',
  );
}

function unreachable(base: string, cause?: unknown): StartRefused {
  return new StartRefused(
    {
      ja: `PostgreSQL は root では動かず、ほかの利用者は ${base} に入れません。root でない利用者で起動するか、DATA_DIR に誰でも通れる場所（例 /srv/kaerimichi）を指定してください。`,
      en: `PostgreSQL does not run as root, and no other user may enter ${base}. Start as an ordinary user, or name a DATA_DIR that others may pass through (say /srv/kaerimichi).`,
    },
    'unreachable-directory',
    cause,
  );
}
