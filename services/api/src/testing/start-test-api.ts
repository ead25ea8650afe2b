import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Casework, createCasework } from '@kaerimichi/casework';
import { createLogger, createMetrics, type Logger, type Metrics } from '@kaerimichi/runtime';
import { OUTBOX_START, openStore, type Store } from '@kaerimichi/store';
import { createTestDatabase, type FakeClock, fakeClock } from '@kaerimichi/testkit';
import { answersOnce } from '../answers-once.ts';
import { createApi } from '../create-api.ts';
import type { ApiPorts, DemoDesk } from '../ports.ts';

export type TestApi = {
  /** Up to and with /api/v1. */
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  readonly casework: Casework;
  /** For another process on the same database. */
  readonly databaseUrl: string;
  /** Owner of the tables, for looking underneath. */
  readonly adminUrl: string;
  readonly clock: FakeClock;
  readonly metrics: Metrics;
  readonly log: Logger;
  ask(
    method: string,
    path: string,
    sent?: Sent,
  ): Promise<{ status: number; headers: Headers; json: Record<string, unknown> }>;
  stop(): Promise<void>;
};

type Sent = { readonly body?: unknown; readonly token?: string; readonly headers?: Record<string, string> };

type Setting = Partial<
  Pick<ApiPorts['settings'], 'trustProxy' | 'isDemoExposed' | 'isMailSent' | 'isWebhookSent' | 'pushKey'>
> & {
  /** Another process on the database of this one. */
  readonly beside?: Pick<TestApi, 'databaseUrl' | 'adminUrl'>;
};

const fromRoot = (path: string) => join(import.meta.dirname, '../../../..', path);
const proofFile = fromRoot('docs/pathway-proof.json');
const fontFile = fromRoot('node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf');

const usual: ApiPorts['settings'] = {
  ...{ publicOrigin: null, trustProxy: 1, isLoopback: true },
  ...{ isDemo: false, isDemoExposed: false, isSecure: false, isMailSent: false },
  ...{ isWebhookSent: true, pushKey: null, mayReachLoopback: false },
  ...{ metricsToken: null, consoleDir: import.meta.dirname, proofFile, fontFile, version: 'test' },
};

/** The whole api on a database and a port of its own, behind one proxy whose X-Forwarded-For it believes. */
export async function startTestApi(
  now: string,
  demo: DemoDesk | null = null,
  { beside, ...setting }: Setting = {},
): Promise<TestApi> {
  const database = beside ? { ...beside, drop: async () => {} } : await createTestDatabase();
  const clock = fakeClock(now);
  const store = await openStore({ databaseUrl: database.databaseUrl, clock });
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  const settings = { ...usual, isDemo: demo !== null, ...setting };
  const [metrics, log] = [createMetrics(), createLogger('silent')];
  const once = answersOnce(store);
  const places = () => ({ relay: OUTBOX_START });
  const server = createServer(createApi({ store, once, casework, clock, log, metrics, demo, places, settings }));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/v1`;
  return {
    ...{ url, port, store, casework, clock, metrics, log },
    databaseUrl: database.databaseUrl,
    adminUrl: database.adminUrl,
    async ask(method, path, { body, token, headers } = {}) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { ...(token ? { cookie: `kaerimichi_session=${token}` } : {}), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, headers: answer.headers, json: text === '' ? {} : JSON.parse(text) };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      await store.close();
      await database.drop();
    },
  };
}
