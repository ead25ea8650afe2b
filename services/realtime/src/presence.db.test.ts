import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCasework, type SignedIn } from '@kaerimichi/casework';
import type { FormEdited, PresenceNow } from '@kaerimichi/contracts';
import type { OrganisationKind, RoleId } from '@kaerimichi/discharge';
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
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Realtime, startRealtime } from './gateway.ts';
import { openPerson, type PollingSocket } from './testing/polling-socket.ts';

let database: TestDatabase;
let store: Store;
let server: Server;
let realtime: Realtime;
let origin = '';
let child = '';
const clock = fakeClock('2026-12-01T00:00:00.000Z');
const log = createLogger('silent');

const people: Readonly<Record<string, readonly [org: string, role: RoleId]>> = {
  nurse: ['hospital', 'dischargeNurse'],
  doctor: ['hospital', 'doctor'],
  coord: ['hub', 'coordinator'],
  stranger: ['other', 'dischargeNurse'],
  asked: ['station', 'visitingNurse'],
  officer: ['office', 'prefecture'],
};
const kinds: Readonly<Record<string, OrganisationKind>> = {
  hospital: 'childrensHospital',
  hub: 'hub',
  other: 'hospital',
  station: 'visitingNursingStation',
  office: 'prefecture',
};

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  server = createServer();
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  realtime = startRealtime(server, { store, clock, log, metrics: createMetrics(), settings });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [id, kind] of Object.entries(kinds)) await anOrganisation(store, id, kind, `名前 ${id}`);
  for (const [name, [org, role]] of Object.entries(people)) await aMember(store, { name, org, role });
  child = await register((await signedInAs(store, 'nurse-hospital')).signedIn);
});
afterAll(async () => {
  await realtime.close();
  server.closeAllConnections();
  await store.close();
  await database.drop();
});

async function register(who: SignedIn): Promise<string> {
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  const named = {
    familyName: '石井',
    givenName: 'そら',
    familyKana: 'いしい',
    givenKana: 'そら',
    sex: 'female',
  } as const;
  const identity = { ...named, hospitalNumber: null, municipality: null };
  const registration = { lead: 'hospital', identity, bornOn: '2026-03-01', reason: '退院', origin: 'ward' as const };
  const meta = { requestId: 'test', language: 'ja' } as const;
  const done = await casework.register({ who, key: { key: 'k', bodyHash: 'h' }, registration, meta });
  if (!done.ok) throw new Error(done.refusal.code);
  return JSON.parse(done.answer.body).id;
}

type Somebody = PollingSocket & { readonly told: () => PresenceNow | undefined };
const open: PollingSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});

/** Somebody with the board before them; what they were told last of who else is there. */
async function somebody(name: string): Promise<Somebody> {
  const { token } = await signedInAs(store, `${name}-${people[name]?.[0]}`);
  const socket = await openPerson(origin, token);
  open.push(socket);
  await socket.send(1, ['board.watch']);
  await vi.waitFor(() => expect(socket.frames.join('')).toContain('431['), 5_000);
  const told = () => {
    const last = socket.frames.findLast(frame => frame.startsWith('42["presence.now"'));
    return last === undefined ? undefined : (JSON.parse(last.slice(2)) as [string, PresenceNow])[1];
  };
  return { ...socket, told };
}
const opens = ({ send }: PollingSocket, caseId: string | null, board = true) =>
  send(null, ['presence.set', { board, caseId }]);
const namesOn = (one: Somebody) => (one.told()?.cases[child] ?? []).map(({ name }) => name);
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

describe('who has a board or a case open', () => {
  it('is told to colleagues, and to whoever sees the case; to nobody else', async () => {
    const all = {
      nurse: await somebody('nurse'),
      doctor: await somebody('doctor'),
      coord: await somebody('coord'),
      stranger: await somebody('stranger'),
    };
    await opens(all.nurse, child);
    await opens(all.stranger, null);
    await soon(() => expect(namesOn(all.doctor)).toEqual(['nurse']));
    await soon(() => expect(namesOn(all.coord)).toEqual(['nurse']));
    await soon(() => expect(all.stranger.told()?.board.map(({ name }) => name)).toEqual(['stranger']));
    expect(all.doctor.told()?.board.map(({ name }) => name)).toEqual(['nurse']);
    // From where somebody comes is said to other houses; whose board they look at is not.
    expect(all.coord.told()).toMatchObject({
      board: [],
      cases: { [child]: [{ name: 'nurse', org: '名前 hospital' }] },
    });
    expect(all.stranger.told()?.cases).toEqual({});
    for (const { frames } of Object.values(all))
      expect(frames.filter(frame => frame.includes('presence')).join('\n')).not.toMatch(/石井|そら/);
  });

  it('ends with the connection, and when the tab is no longer looked at', async () => {
    const [nurse, doctor] = [await somebody('nurse'), await somebody('doctor')];
    await opens(nurse, child);
    await soon(() => expect(namesOn(doctor)).toEqual(['nurse']));
    await opens(nurse, null, false);
    await soon(() => expect([namesOn(doctor), doctor.told()?.board]).toEqual([[], []]));
    await opens(nurse, child);
    await soon(() => expect(namesOn(doctor)).toEqual(['nurse']));
    await nurse.send(null, ['no-such-message']);
    await soon(() => expect(namesOn(doctor)).toEqual([]));
  });

  it('is not told of whoever asked for a case that they do not see', async () => {
    const [nurse, stranger] = [await somebody('nurse'), await somebody('stranger')];
    await opens(stranger, child, false);
    // The answer to the next message comes after the one before was looked into.
    await stranger.send(7, ['case.watch', { caseId: child }]);
    await soon(() => expect(stranger.frames.join('\n')).toContain('437[{"code":"not-found"}]'));
    await opens(nurse, child);
    await soon(() => expect(namesOn(nurse)).toEqual(['nurse']));
  });

  it('is told neither of nor to whoever has no board of cases', async () => {
    const nurse = await somebody('nurse');
    const officer = await somebody('officer');
    await opens(officer, child);
    await opens(nurse, child);
    await soon(() => expect(namesOn(nurse)).toEqual(['nurse']));
    expect(officer.told()).toBeUndefined();
  });

  it('ends for whoever does not want it, at once and as long as they do not', async () => {
    const [nurse, doctor] = [await somebody('nurse'), await somebody('doctor')];
    await opens(nurse, child);
    await soon(() => expect(namesOn(doctor)).toEqual(['nurse']));
    await store.people.update('nurse', { hidesPresence: true });
    await soon(() => expect([namesOn(doctor), doctor.told()?.board]).toEqual([[], []]));
    await opens(nurse, child);
    await opens(doctor, child);
    await soon(() => expect(namesOn(doctor)).toEqual(['doctor']));
    await store.people.update('nurse', { hidesPresence: false });
  });

  it('of who was only asked is told to the lead, not to whoever sees the number', async () => {
    await withOwner(database.adminUrl, client =>
      client.query(
        `INSERT INTO case_access (case_id, org_id, class, categories) VALUES ($1, 'station', 'numberOnly', '{}')`,
        [child],
      ),
    );
    const all = { nurse: await somebody('nurse'), coord: await somebody('coord'), asked: await somebody('asked') };
    await opens(all.asked, child);
    await soon(() => expect(namesOn(all.nurse)).toEqual(['asked']));
    await opens(all.nurse, child);
    await soon(() => expect(namesOn(all.asked).sort()).toEqual(['asked', 'nurse']));
    await soon(() => expect(namesOn(all.coord)).toEqual(['nurse']));
    expect(all.coord.frames.join()).not.toContain('asked');
  });

  it('and fills a form in is told by name to whoever has that form open and may send it; seen or not', async () => {
    const form = { caseId: child, form: 'hold.added' };
    const all = {
      nurse: await somebody('nurse'),
      doctor: await somebody('doctor'),
      coord: await somebody('coord'),
      stranger: await somebody('stranger'),
    };
    const edited = ({ frames }: PollingSocket) => {
      const last = frames.findLast(frame => frame.startsWith('42["form.edited"'));
      return last === undefined ? undefined : (JSON.parse(last.slice(2)) as [string, FormEdited])[1];
    };
    await store.people.update('nurse', { hidesPresence: true });
    for (const one of Object.values(all)) await one.send(null, ['form.set', { ...form, state: 'open' }]);
    await opens(all.doctor, child);
    await all.stranger.send(null, ['form.set', { ...form, state: 'typing' }]);
    await all.nurse.send(null, ['form.set', { ...form, state: 'typing' }]);
    const nurse = { id: expect.any(String), name: 'nurse', since: clock.now() };
    await soon(() => expect(edited(all.doctor)).toEqual({ ...form, people: [nurse] }));
    await all.doctor.send(null, ['form.set', { ...form, state: 'typing' }]);
    await soon(() => expect(edited(all.nurse)?.people.map(({ name }) => name)).toEqual(['doctor']));
    // The face on the card says that they fill something in; of whoever does not want to be seen there is none.
    await soon(() =>
      expect(all.coord.told()?.cases[child]).toEqual([expect.objectContaining({ name: 'doctor', edits: true })]),
    );
    await all.nurse.send(null, ['form.set', { ...form, state: 'closed' }]);
    await soon(() => expect(edited(all.doctor)).toEqual({ ...form, people: [] }));
    expect([edited(all.coord), edited(all.stranger)]).toEqual([undefined, undefined]);
    expect(
      Object.values(all)
        .flatMap(({ frames }) => frames)
        .join(),
    ).not.toMatch(/"form.edited".*(石井|そら|stranger)/);
    await store.people.update('nurse', { hidesPresence: false });
  });

  it('ends for an organisation that no longer sees the case', async () => {
    const [nurse, coord] = [await somebody('nurse'), await somebody('coord')];
    await opens(nurse, child);
    await soon(() => expect(namesOn(coord)).toEqual(['nurse']));
    await withOwner(database.adminUrl, client =>
      client.query(`DELETE FROM case_access WHERE case_id = $1 AND org_id = 'hub'`, [child]),
    );
    await opens(nurse, null);
    await opens(nurse, child);
    await soon(() => expect(namesOn(coord)).toEqual([]));
    await soon(() => expect(namesOn(nurse)).toEqual(['nurse']));
    expect(coord.told()?.cases).toEqual({});
  });
});
