import type { RequestListener, Server } from 'node:http';
import { type ApiPorts, answersOnce, createApi } from '@kaerimichi/api';
import { type Casework, createCasework } from '@kaerimichi/casework';
import { type Realtime, startRealtime } from '@kaerimichi/realtime';
import {
  createClock,
  createLogger,
  createMetrics,
  type Environment,
  type Logger,
  type RehearsalClock,
  rehearsalClock,
} from '@kaerimichi/runtime';
import { noteAddress, openStore, type ReaderPlaces, type Store } from '@kaerimichi/store';
import { openPostbox, startCourier, startPostman, startWorker } from '@kaerimichi/worker';
import { addressOf } from './address-of.ts';
import { createServer, listen, refuseTakenPort } from './listen.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { consoleDir, fontFile, migrationsDir, proofFile } from './paths.ts';
import { prepare } from './prepare.ts';
import { refuseUnopenableCases } from './refuse-unopenable-cases.ts';
import { version } from './version.ts';

export type Running = { readonly url: string; readonly said: readonly string[]; stop(): Promise<void> };

/** Starts everything that ROLES names in one process: database, seed, api, sockets, clock. */
export async function start(environment: Environment): Promise<Running> {
  const log = createLogger(environment.LOG_LEVEL);
  const clock = rehearsalClock(createClock(environment.NOW));
  await refuseTakenPort(environment);
  const database = await openDatabase(environment, log);
  try {
    const store = await openStore({
      databaseUrl: database.url,
      clock,
      migrationsDir,
      onBackgroundError: fault => log.warn({ err: fault }, 'background'),
    });
    return await startOn({ environment, log, store, clock }, database);
  } catch (fault) {
    await database.stop();
    throw fault;
  }
}

type Opened = { environment: Environment; log: Logger; store: Store; clock: RehearsalClock };

async function startOn({ environment, log, store, clock }: Opened, database: OpenDatabase): Promise<Running> {
  const ports = { store: store.cases, log: store.log, clock };
  try {
    await refuseUnopenableCases(store);
    const { said, afterwards, demoPassword } = await prepare(environment, store, clock);
    const parts = { environment, log, store, ports, clock };
    const services = await startServices({ ...parts, adminUrl: database.adminUrl, demoPassword });
    const noted = afterwards().then(() => noteUrl(environment, services.url));
    // Whoever is answered already is answered to the end before the store is closed.
    const forgetUrl = await noted.catch(async fault => {
      await services.stop();
      throw fault;
    });
    const stop = async () => {
      forgetUrl();
      await services.stop();
      await store.close();
      await database.stop();
    };
    const page = services.hasDemoPage ? [`${services.url}/demo  (demo data, all people invented)`] : [];
    return { url: services.url, said: [...page, ...said], stop };
  } catch (fault) {
    await store.close();
    throw fault;
  }
}

/** For commands beside it. On another PostgreSQL several processes may run, on this folder's database one does. */
const noteUrl = ({ isEmbedded, DATA_DIR }: Environment, url: string) =>
  isEmbedded ? noteAddress(DATA_DIR, url) : () => undefined;

type Ports = Parameters<typeof createCasework>[0];

type Parts = {
  environment: Environment;
  log: Logger;
  store: Store;
  ports: Ports;
  clock: RehearsalClock;
  adminUrl: string;
  demoPassword: string | null;
};

/** The start page of the demo, where it may be shown; its world is loaded for nobody else. */
async function demoDesk({ environment, store, clock, adminUrl, demoPassword }: Parts, casework: Casework) {
  if (!environment.isDemoOpen || demoPassword === null || !environment.ROLES.includes('api')) return null;
  const { openDemoDesk } = await import('./demo/open-demo-desk.ts');
  const { ROLES: roles, DEMO_WORLD: size } = environment;
  const isAlone = roles.includes('realtime') && roles.includes('worker');
  return openDemoDesk({ store, casework, clock, isAlone, adminUrl, password: demoPassword, size });
}

/** What the api and the sockets are told of how they are run. */
function settingsOf(environment: Environment): ApiPorts['settings'] {
  const { isDemo, PUBLIC_URL, TRUST_PROXY, TLS_CERT_FILE, METRICS_TOKEN } = environment;
  return {
    isDemo,
    isDemoExposed: environment.DEMO_EXPOSE === true,
    isSecure: Boolean(TLS_CERT_FILE) || Boolean(TRUST_PROXY) || PUBLIC_URL?.startsWith('https:') === true,
    publicOrigin: PUBLIC_URL ? new URL(PUBLIC_URL).origin : null,
    trustProxy: TRUST_PROXY ?? null,
    isLoopback: environment.isLoopback,
    isMailSent: environment.SMTP_URL !== undefined,
    isWebhookSent: environment.isWebhookSent,
    pushKey: (environment.isPushSent && environment.VAPID_PUBLIC_KEY) || null,
    mayReachLoopback: environment.OUTSIDE_LOOPBACK === true,
    metricsToken: METRICS_TOKEN ?? null,
    consoleDir,
    proofFile,
    fontFile,
    version,
  };
}

async function startServices(parts: Parts) {
  const { environment, log, store, ports } = parts;
  const { ROLES: roles } = environment;
  const metrics = createMetrics();
  const casework = createCasework(ports);
  const settings = settingsOf(environment);
  let realtime: Realtime | null = null;
  const places = (): ReaderPlaces => {
    const relay = realtime?.place();
    return relay ? { relay } : {};
  };
  const demo = await demoDesk(parts, casework);
  const shared = { store, casework, clock: ports.clock, log };
  const api = createApi({ ...shared, once: answersOnce(store), metrics, demo, places, settings });
  const server = createServer(environment, roles.includes('api') ? api : healthAlone(api));
  if (roles.includes('realtime'))
    realtime = startRealtime(server, { store, clock: ports.clock, log, metrics, settings });
  const worker = roles.includes('worker') ? startWorker(shared) : null;
  const port = await listen(server, environment);
  const place = addressOf(environment, port);
  const postman = roles.includes('worker') ? await openPost(parts, place) : null;
  const courier = roles.includes('worker') ? openCourier(parts, place) : null;
  const stop = async () => {
    const closed = closeServer(server);
    await realtime?.close();
    await closed;
    await worker?.stop();
    await postman?.stop();
    await courier?.stop();
  };
  return { url: place, hasDemoPage: demo !== null, stop };
}

/** null: there is no mail server. A worker of its own tells people where the program is reached by PUBLIC_URL. */
async function openPost({ environment, store, ports, log }: Parts, place: string) {
  const { SMTP_URL: url, MAIL_FROM: from } = environment;
  if (url === undefined || from === undefined) return null;
  return startPostman({ store, clock: ports.clock, log, postbox: await openPostbox({ url, from }), place });
}

/** null: nothing goes to services of organisations or to browsers. */
function openCourier({ environment, store, ports, log }: Parts, place: string) {
  const { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey, VAPID_SUBJECT: subject } = environment;
  const { isWebhookSent, isPushSent } = environment;
  const push = isPushSent && publicKey && privateKey && subject ? { publicKey, privateKey, subject } : null;
  if (!isWebhookSent && !push) return null;
  const outside = { mayReachLoopback: environment.OUTSIDE_LOOPBACK === true };
  return startCourier({ store, clock: ports.clock, log, place, outside, isWebhookSent, push });
}

const health = ['/healthz', '/readyz', '/metrics'];

/** What a process without the api role answers beside its sockets: how it is, and nothing else. */
const healthAlone =
  (api: RequestListener): RequestListener =>
  (request, response) =>
    health.includes(request.url?.split('?')[0] ?? '') ? api(request, response) : void response.writeHead(404).end();

const DRAIN_MS = 5_000;

/** Stops listening and lets requests under way end; what is not done in time is cut. */
function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
