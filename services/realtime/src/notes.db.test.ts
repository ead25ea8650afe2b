import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Casework, createCasework, type SignedIn } from '@kaerimichi/casework';
import type { RoleId } from '@kaerimichi/discharge';
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
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Realtime, startRealtime } from './gateway.ts';
import { openPerson, type PollingSocket } from './testing/polling-socket.ts';

const CANARY = 'canary-note';
let database: TestDatabase;
let store: Store;
let casework: Casework;
let server: Server;
let realtime: Realtime;
let origin = '';
let child = '';
const clock = fakeClock('2026-12-01T00:00:00.000Z');
const log = createLogger('silent');
const people: Record<string, { readonly who: SignedIn; readonly token: string }> = {};

async function person(name: string, org: string, role: RoleId): Promise<void> {
  await aMember(store, { name, org, role });
  const { signedIn: who, token } = await signedInAs(store, `${name}-${org}`);
  people[name] = { who, token };
}

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  casework = createCasework({ store: store.cases, log: store.log, clock });
  server = createServer();
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  realtime = startRealtime(server, { store, clock, log, metrics: createMetrics(), settings });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await anOrganisation(store, 'hospital', 'childrensHospital');
  await anOrganisation(store, 'station', 'visitingNursingStation');
  await person('nurse', 'hospital', 'dischargeNurse');
  await person('ward', 'hospital', 'wardNurse');
  await person('visitor', 'station', 'visitingNurse');
  child = await sharedChild();
});
afterAll(async () => {
  await realtime.close();
  server.closeAllConnections();
  await store.close();
  await database.drop();
});

let keys = 0;
const key = () => ({ key: `key-${++keys}`, bodyHash: 'hash' });
const meta = { requestId: 'test', language: 'ja' } as const;
const whoIs = (name: string): SignedIn => {
  const found = people[name];
  if (!found) throw new Error(name);
  return found.who;
};

async function send(name: string, body: Readonly<Record<string, unknown>>): Promise<number> {
  const match = (await store.cases.loadFresh(child))?.version ?? 0;
  const done = await casework.send({ who: whoIs(name), caseId: child, match, key: key(), body, meta });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return match + 1;
}

/** A child whose plan the family shares with the station, which takes part. */
async function sharedChild(): Promise<string> {
  const names = {
    familyName: '石井',
    givenName: 'そら',
    familyKana: 'いしい',
    givenKana: 'そら',
    sex: 'female',
  } as const;
  const identity = { ...names, hospitalNumber: null, municipality: null };
  const registration = { lead: 'hospital', identity, bornOn: '2026-03-01', reason: '退院', origin: 'ward' as const };
  const done = await casework.register({ who: whoIs('nurse'), key: key(), registration, meta });
  if (!done.ok) throw new Error(done.refusal.code);
  child = JSON.parse(done.answer.body).id;
  await send('nurse', {
    type: 'candidate.asked',
    candidateId: 't',
    function: 'visitingNurse',
    organisation: 'station',
  });
  await send('visitor', { type: 'candidate.answered', candidateId: 't', answer: 'accepted' });
  await send('nurse', {
    ...{ type: 'consent.recorded', consentId: 'c-1', scope: 'recipient', recipient: 'station', purpose: 'care' },
    ...{ categories: ['contacts', 'plan'], from: '2026-12-01', method: 'paper' },
    givers: [{ relation: 'mother', authority: 'parental' }],
  });
  return child;
}

async function board(name: string): Promise<PollingSocket> {
  const frames = await openPerson(origin, people[name]?.token ?? '');
  await frames.send(1, ['board.watch']);
  await vi.waitFor(() => expect(frames.frames.join('')).toContain('431['), 5_000);
  return frames;
}

it('a note for one’s own organisation reaches another’s board as a change that says neither what nor who', async () => {
  const boards = { nurse: await board('nurse'), ward: await board('ward'), visitor: await board('visitor') };
  /** What a board is told of a version, once it is told of such a kind: of what came before it may be told late. */
  const told = async (name: keyof typeof boards, version: number, type: string) => {
    const ofVersion = () => boards[name].frames.filter(frame => frame.includes(`"version":${version}`)).join('\n');
    const isTold = () => expect(ofVersion()).toContain(`"type":"${type}"`);
    await vi.waitFor(isTold, { timeout: 5_000, interval: 20 });
    return ofVersion();
  };
  const open = await send('nurse', { type: 'note.added', note: `${CANARY} for all` });
  await told('visitor', open, 'note.added');
  const narrow = { type: 'note.addressed', visibility: 'ownHouse', note: CANARY, mentions: ['ward-hospital'] };
  const hidden = await send('nurse', narrow);
  await told('ward', hidden, 'note.addressed');
  const seen = await told('visitor', hidden, 'hidden');
  expect(seen).not.toMatch(/note\.|ward-hospital/);
  for (const { frames } of Object.values(boards)) expect(frames.join('\n')).not.toContain(CANARY);
  for (const one of Object.values(boards)) one.close();
});
