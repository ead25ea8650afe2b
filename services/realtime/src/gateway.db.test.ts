import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, createMetrics } from '@kaerimichi/runtime';
import { openStore, type Store, withOwner } from '@kaerimichi/store';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  fakeClock,
  signedInAs,
  type TestDatabase,
} from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Realtime, startRealtime } from './gateway.ts';

let database: TestDatabase;
let store: Store;
let server: Server;
let realtime: Realtime;
const log = createLogger('silent');
const clock = fakeClock('2026-12-01T00:00:00.000Z');

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  server = createServer();
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  realtime = startRealtime(server, { store, clock, log, metrics: createMetrics(), settings });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await realtime.close();
  server.closeAllConnections();
  await store.close();
  await database.drop();
});

/** What a handshake over polling is answered. */
async function connect(token = 'x'.repeat(43)): Promise<string> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/socket.io/?EIO=4&transport=polling`;
  const headers = { cookie: `kaerimichi_session=${token}` };
  const opened = await (await fetch(url, { headers })).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  await fetch(`${url}&sid=${sid}`, { method: 'POST', headers, body: '40' });
  return (await fetch(`${url}&sid=${sid}`, { headers })).text();
}

describe('a socket that connects', () => {
  it('is told to sign in where nobody is', async () => {
    expect(await connect()).toContain('{"message":"sign-in"}');
  });

  it('again and again by itself keeps no session open', async () => {
    await anOrganisation(store, 'hospital');
    await aMember(store, { name: 'nurse', org: 'hospital' });
    const { token } = await signedInAs(store, 'nurse-hospital');
    for (let minute = 0; minute < 15; minute += 5) {
      expect(await connect(token)).toMatch(/^40\{"sid"/);
      clock.advance({ minutes: 5 });
    }
    expect(await connect(token)).toContain('{"message":"sign-in"}');
  });

  it('while the database is away is told to come back, and the log says why', async () => {
    const warned = vi.spyOn(log, 'warn');
    const rename = (from: string, to: string) =>
      withOwner(database.adminUrl, client => client.query(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename('session', 'away');
    expect(await connect()).toContain('{"message":"busy"}');
    await rename('away', 'session');
    expect(warned.mock.calls.map(([, text]) => text)).toContain('a socket was not let in');
  });
});
