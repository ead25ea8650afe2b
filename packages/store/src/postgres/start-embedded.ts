import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { isAlive, takeOwnership } from './owner-lock.ts';
import { type Place, preparePlace } from './place.ts';
import { freePort, runServer } from './run-server.ts';
import { type ServerUser, serverUser } from './server-user.ts';
import { StartRefused } from './start-refused.ts';

const OWNER = 'kaerimichi_owner';
const APPLICATION = 'kaerimichi_app';
const DATABASE = 'kaerimichi';
const MAJOR = '18';

export type EmbeddedPostgres = {
  /** For the application: reads and writes rows, owns nothing. */
  readonly url: string;
  /** For migrations. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** The server was still running after its program was killed, and was taken over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly port?: number;
  readonly settings?: Readonly<Record<string, string>>;
};

/** Starts (or adopts) the PostgreSQL of a data folder: loopback only, random password, log beside the cluster. */
export async function startEmbeddedPostgres({
  dataDir,
  port,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = serverUser();
  const place = preparePlace(dataDir, user);
  const lock = takeOwnership(join(place.folder, 'owner.json'));
  try {
    const running = runningServer(place);
    const { bin } = findBinaries(user, place.copies);
    if (!running) initialise(bin, place, user);
    const server = running ?? (await runServer({ bin, place, user, port: port ?? (await freePort()), settings }));
    const stop = () => stopServer(server.pid, lock.release);
    const urls = urlsOf(place.password, server.port);
    await prepareDatabase(urls.root, place.password);
    // The last word when the program ends without asking: a fast shutdown, which waits for nobody.
    process.once('exit', () => isAlive(server.pid) && process.kill(server.pid, 'SIGINT'));
    return {
      url: urls.application,
      adminUrl: urls.owner,
      port: server.port,
      pid: server.pid,
      adopted: running !== null,
      stop,
    };
  } catch (fault) {
    lock.release();
    throw fault;
  }
}

/** A server of this cluster that is still alive, from its own postmaster.pid. */
function runningServer({ cluster }: Place): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n');
  const isOurs = folder === cluster && isPostgres(Number(pid));
  return isOurs ? { pid: Number(pid), port: Number(port) } : null;
}

function isPostgres(pid: number): boolean {
  if (!pid || !isAlive(pid)) return false;
  const comm = `/proc/${pid}/comm`;
  return existsSync(comm) ? readFileSync(comm, 'utf8').startsWith('postgres') : true;
}

function initialise(bin: string, place: Place, user: ServerUser): void {
  const version = join(place.cluster, 'PG_VERSION');
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim();
    if (found === MAJOR) return;
    throw new StartRefused(
      `The data in ${place.cluster} are of PostgreSQL ${found}, this program brings ${MAJOR}: export them with the older program and import them here.`,
    );
  }
  const secret = join(place.cluster, '..', 'initdb-password');
  writeFileSync(secret, place.password, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid);
  const locale = ['--locale-provider=icu', '--icu-locale=ja-JP', '--locale=C', '--encoding=UTF8'];
  const access = ['--username', OWNER, `--pwfile=${secret}`, '--auth=scram-sha-256', '--data-checksums'];
  const made = spawnSync(join(bin, 'initdb'), ['-D', place.cluster, ...locale, ...access], {
    cwd: place.cluster,
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
    ...user,
  });
  rmSync(secret, { force: true });
  if (made.status === 0) return;
  throw new StartRefused(
    `PostgreSQL could not make its data folder ${place.cluster}: ${(made.stderr || made.error?.message || '').trim().slice(-400)}`,
  );
}

function urlsOf(password: string, port: number) {
  const url = (role: string, database: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  return { application: url(APPLICATION, DATABASE), owner: url(OWNER, DATABASE), root: url(OWNER, 'postgres') };
}

async function prepareDatabase(rootUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: rootUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APPLICATION]);
    // A role's password takes no parameter; ours is hexadecimal.
    if (found.rowCount === 0)
      await client.query(`CREATE ROLE ${APPLICATION} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '${password}'`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

const STOP_MS = 10_000;

async function stopServer(pid: number, release: () => void): Promise<void> {
  const until = Date.now() + STOP_MS;
  if (isAlive(pid)) process.kill(pid, 'SIGINT');
  while (isAlive(pid) && Date.now() < until) await new Promise(resolve => setTimeout(resolve, 20));
  release();
}
