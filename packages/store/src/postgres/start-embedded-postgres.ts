import { existsSync } from 'node:fs';
import { findBinaries } from './binaries.ts';
import { type Credentials, credentialsIn } from './credentials.ts';
import { freePort } from './free-port.ts';
import { initialiseCluster } from './initialise-cluster.ts';
import { keepRunning } from './keep-running.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { placeIn } from './place.ts';
import { prepareRoles, urlsOf } from './prepare-roles.ts';
import { adoptServer, type RunningServer, runServer, type ServerPlan } from './run-server.ts';
import { openServerLog } from './server-log.ts';
import { StartRefused } from './start-refused.ts';
import { isGoneWithin, stopServer } from './stop-server.ts';

/** How the embedded database is to be started. */
export type EmbeddedOptions = {
  /** `DATA_DIR`; the database lies in its folder `postgres`. */
  readonly dataDir: string;
  readonly log?: (line: string) => void;
  /** Default: a free one of the loopback address. */
  readonly port?: number;
  /** Start it again when it dies; default true. */
  readonly keep?: boolean;
  /** Further settings of the server, for tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** The database of this process. Nothing outside this machine can reach it. */
export type EmbeddedPostgres = {
  /** For the running program: rows, no tables. */
  readonly url: string;
  /** For migrations: owner of everything. */
  readonly adminUrl: string;
  readonly port: number;
  /** Of the postmaster now running; another one after it was killed and started again. */
  readonly pid: number;
  /** True when an earlier process was killed and left this server running. */
  readonly adopted: boolean;
  /** Stops the server within seconds and frees the data directory; may be called twice. */
  stop(): Promise<void>;
};

/**
 * Starts (or carries on with) the PostgreSQL that comes with かえりみち.
 *
 * @throws StartRefused with a sentence: in use by another process, port in use, other major version, wrong system
 * user, unreachable directory, or the end of the server's log.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const place = placeIn(options.dataDir);
  const lock = takeOwnerLock(place.base);
  process.once('exit', lock.release);
  const release = () => {
    process.off('exit', lock.release);
    lock.release();
  };
  try {
    const plan = { place, binaries: findBinaries(place.home, place.account, log), settings: options.settings ?? {} };
    const passwords = credentialsIn(place.base, existsSync(place.cluster));
    const server = await serve(plan, passwords, options.port);
    return kept({ server, plan, passwords, log, release, keep: options.keep ?? true });
  } catch (error) {
    release();
    throw error;
  }
}

/** A server found running may be dying at that very moment: then the next look finds none, and one is started. */
const DYING_WITHIN_MS = 20_000;

async function serve(plan: ServerPlan, passwords: Credentials, port: number | undefined): Promise<RunningServer> {
  initialiseCluster(plan.place, plan.binaries, passwords);
  for (;;) {
    const server = await adoptOrRun(plan, port);
    const fault = await prepareRoles(plan.place, server.port, passwords).then(() => null, asError);
    if (fault === null) return server;
    if (!server.adopted) await stopServer(server.pid);
    const isDying =
      server.adopted && !(fault instanceof StartRefused) && (await isGoneWithin(server.pid, DYING_WITHIN_MS));
    if (!isDying) throw fault;
  }
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}

/** A port that was free a moment ago may be taken by now: tried again, unless the caller asked for that very one. */
async function adoptOrRun(plan: ServerPlan, port: number | undefined): Promise<RunningServer> {
  const left = await adoptServer(plan.place, openServerLog(plan.place.base));
  if (left !== null && (port === undefined || port === left.port)) return left;
  if (left !== null) await stopServer(left.pid);
  if (port !== undefined) return runServer(plan, port);
  for (let attempt = 1; ; attempt++) {
    try {
      return await runServer(plan, await freePort());
    } catch (error) {
      if (attempt === 5 || !(error instanceof StartRefused) || error.code !== 'port-in-use') throw error;
    }
  }
}

type Keeping = {
  readonly server: RunningServer;
  readonly plan: ServerPlan;
  readonly passwords: Credentials;
  readonly log: (line: string) => void;
  readonly release: () => void;
  readonly keep: boolean;
};

function kept({ server, plan, passwords, log, release, keep }: Keeping): EmbeddedPostgres {
  const restart = async () => {
    const left = await adoptServer(plan.place, openServerLog(plan.place.base));
    return left ?? runServer(plan, server.port);
  };
  const running = keepRunning(server, { restart: keep ? restart : null, log });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= running.stop().finally(release);
    return stopped;
  };
  return {
    ...urlsOf(server.port, passwords),
    port: server.port,
    adopted: server.adopted,
    get pid() {
      return running.pid();
    },
    stop,
  };
}
