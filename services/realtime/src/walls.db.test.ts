import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Casework, createCasework, type SignedIn } from '@kaerimichi/casework';
import { createLogger, createMetrics } from '@kaerimichi/runtime';
import { openStore, type Store } from '@kaerimichi/store';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  fakeClock,
  signedInAs,
  type TestDatabase,
} from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Realtime, startRealtime } from './gateway.ts';
import { openPerson, openWall, type PollingSocket } from './testing/polling-socket.ts';

const START = '2026-12-01T00:00:00.000Z';
const NAME = /石井|そら|いしい/;
let database: TestDatabase;
let store: Store;
let casework: Casework;
let server: Server;
let realtime: Realtime;
let origin = '';
let nurse: SignedIn;
let child = '';
const clock = fakeClock(START);
const log = createLogger('silent');

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  casework = createCasework({ store: store.cases, log: store.log, clock });
  server = createServer();
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  realtime = startRealtime(server, { store, clock, log, metrics: createMetrics(), settings });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'dsn', org: 'hospital' });
  nurse = (await signedInAs(store, 'dsn-hospital')).signedIn;
  child = await register();
});
afterAll(async () => {
  await realtime.close();
  server.closeAllConnections();
  await store.close();
  await database.drop();
});
beforeEach(async () => {
  clock.set(START);
  nurse = (await signedInAs(store, 'dsn-hospital')).signedIn;
});

let keys = 0;
const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });
const meta = { requestId: 'test', language: 'ja' } as const;

async function register(): Promise<string> {
  const who = {
    familyName: '石井',
    givenName: 'そら',
    familyKana: 'いしい',
    givenKana: 'そら',
    sex: 'female',
  } as const;
  const identity = { ...who, hospitalNumber: null, municipality: null };
  const registration = { lead: 'hospital', identity, bornOn: '2026-03-01', reason: '退院', origin: 'ward' as const };
  const done = await casework.register({ who: nurse, key: key(), registration, meta });
  if (!done.ok) throw new Error(done.refusal.code);
  return JSON.parse(done.answer.body).id;
}

/** Something happens to the child; the version after it. */
async function happen(): Promise<number> {
  const body = { type: 'hold.added', holdId: `h-${++keys}`, code: 'housing', recheckOn: '2026-12-20' };
  const match = (await store.cases.loadFresh(child))?.version ?? 0;
  const done = await casework.send({ who: nurse, caseId: child, match, key: key(), body, meta });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return match + 1;
}

const screen = { org: 'hospital', name: '壁', level: 'number', nightDimming: true, reducedMotion: false } as const;

async function aWall(level: 'number' | 'initial' | 'name' = 'number') {
  const made = await store.screens.make({ ...screen, level, pinHash: 'x' });
  const opened = await store.screens.open(made?.link.token ?? '');
  if (!made || !opened) throw new Error('no wall');
  const wall = await openWall(origin, opened.token);
  await wall.send(1, ['board.watch']);
  await vi.waitFor(() => expect(wall.frames.join('')).toContain('431['), 5_000);
  return { id: made.screen.id, wall, token: opened.token };
}

/** Packets that came since the last look. */
function looking({ frames }: PollingSocket) {
  let seen = 0;
  return () => {
    const text = frames.slice(seen).join('\n');
    seen = frames.length;
    return text;
  };
}
const tells = (wall: PollingSocket, what: string) =>
  vi.waitFor(() => expect(wall.frames.join('\n')).toContain(what), { timeout: 5_000, interval: 20 });

describe('the frames of a wall display', () => {
  it('have the number and no name on the level of numbers: first board, changes, synchronisation', async () => {
    const { wall } = await aWall();
    await wall.send(2, ['board.sync', { have: {} }]);
    await tells(wall, '432[');
    const version = await happen();
    await tells(wall, `"version":${version}`);
    const text = wall.frames.join('\n');
    expect(text).toContain('cases.changed');
    expect(text).toContain(child);
    expect(text).toContain('housing');
    expect(text).not.toMatch(NAME);
    expect(text).not.toMatch(/"initial"|"age"|hold\.added/);
    wall.close();
  });

  it('have initials and age, or the name, where the level says so', async () => {
    const [initials, names] = [await aWall('initial'), await aWall('name')];
    const version = await happen();
    for (const { wall } of [initials, names]) await tells(wall, `"version":${version}`);
    expect(initials.wall.frames.join('\n')).toContain('"initial":"I.S"');
    expect(initials.wall.frames.join('\n')).not.toMatch(NAME);
    expect(names.wall.frames.join('\n')).toContain('石井 そら');
    for (const { wall } of [initials, names]) wall.close();
  });

  it('have names for 120 seconds after the PIN, and none after them, though the device does nothing', async () => {
    const { id, wall } = await aWall();
    await store.screens.setSight(id, true);
    await tells(wall, '["wall.sight",{"until":"2026-12-01T00:02:00.000Z"}]');
    await wall.send(2, ['board.sync', { have: {} }]);
    await tells(wall, '432[');
    const before = await happen();
    await tells(wall, `"version":${before}`);
    expect(wall.frames.join('\n')).toContain('石井 そら');
    clock.advance({ seconds: 121 });
    const since = looking(wall);
    since();
    // Asked at once, before the program has looked at its clock of its own accord.
    await wall.send(3, ['board.sync', { have: {} }]);
    await tells(wall, '433[');
    await tells(wall, '["wall.sight",{"until":null}]');
    const after = await happen();
    await tells(wall, `"version":${after}`);
    const text = since();
    expect(text).toContain(`"version":${after}`);
    expect(text).not.toMatch(NAME);
    wall.close();
  });

  it('end within two seconds once the screen is revoked or shows something else', async () => {
    for (const end of [
      (id: string) => store.screens.revoke('hospital', id),
      (id: string) => store.screens.change('hospital', id, { level: 'name' as const }),
    ]) {
      const { id, wall } = await aWall();
      const at = performance.now();
      await end(id);
      await tells(wall, 'session.ended');
      expect(performance.now() - at).toBeLessThan(2_000);
      const since = looking(wall);
      since();
      await happen();
      expect(since()).not.toContain('cases.changed');
      wall.close();
    }
  });

  it('are for devices that are screens alone', async () => {
    const { token } = await signedInAs(store, 'dsn-hospital');
    const posing = await openWall(origin, token);
    await tells(posing, '{"message":"sign-in"}');
    posing.close();
    // Nor is the device anybody in the place of a person.
    const { token: device, wall } = await aWall();
    wall.close();
    const person = await openPerson(origin, device);
    await tells(person, '{"message":"sign-in"}');
    person.close();
  });

  it('are noted as a contact of the screen', async () => {
    const { id, wall } = await aWall();
    clock.advance({ minutes: 2 });
    await vi.waitFor(
      async () => expect((await store.screens.find(id))?.lastContactAt).toBe('2026-12-01T00:02:00.000Z'),
      5_000,
    );
    wall.close();
  });

  it('open no child’s page', async () => {
    const { wall } = await aWall('name');
    await wall.send(5, ['case.watch', { caseId: child }]);
    await tells(wall, '435[{"code":"not-found"}]');
    wall.close();
  });
});
