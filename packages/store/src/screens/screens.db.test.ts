import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import type { NewScreen } from './screens.ts';

const START = '2026-12-01T00:00:00.000Z';
let database: TestDatabase;
let store: Store;
let owner: Owner;
const clock = fakeClock(START);

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  for (const org of ['hospital', 'another']) await anOrganisation(store, org);
  await aMember(store, { name: 'nurse', org: 'hospital', flags: ['orgAdmin'] });
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => clock.set(START));

const wall: NewScreen = {
  ...{ org: 'hospital', name: '病棟の壁', level: 'number', nightDimming: true, reducedMotion: false },
  pinHash: 'hash of the PIN',
};
async function made(change: Partial<NewScreen> = {}) {
  const screen = await store.screens.make({ ...wall, ...change });
  if (!screen) throw new Error('not made');
  return { ...screen, id: screen.screen.id };
}
const holds = async (token: string) => (await store.sessions.find(token, { isBackground: true })) !== null;
async function opened(change: Partial<NewScreen> = {}) {
  const { id, link } = await made(change);
  const device = await store.screens.open(link.token);
  if (!device) throw new Error('not opened');
  return { id, ...device };
}

describe('the link of a screen', () => {
  it('makes one device the screen of its organisation, once; of it a hash alone is kept', async () => {
    const { id, link, screen } = await made();
    expect(screen).toMatchObject({ state: 'waiting', hasPin: true, level: 'number', lastContactAt: null });
    const rows = JSON.stringify(await owner.query('SELECT * FROM screen WHERE id = $1', [id]));
    expect(rows).not.toContain(link.token);
    const both = await Promise.all([store.screens.open(link.token), store.screens.open(link.token)]);
    const device = both.find(one => one !== null);
    expect(both.filter(one => one !== null)).toHaveLength(1);
    expect(device?.signedIn.viewer).toMatchObject({
      ...{ org: 'hospital', role: 'display', flags: [] },
      screen: { id, level: 'number', sightUntil: null },
    });
    expect((await store.screens.find(id))?.state).toBe('open');
  });

  it('is over after seven days, and replaced by a new one that ends the device before', async () => {
    const late = await made();
    clock.advance({ days: 7 });
    expect(await store.screens.open(late.link.token)).toBeNull();
    expect((await store.screens.find(late.id))?.state).toBe('void');
    const { id, token } = await opened();
    expect(await store.screens.link('another', id)).toBeNull();
    expect(await holds(token)).toBe(true);
    const again = await store.screens.link('hospital', id);
    expect(await holds(token)).toBe(false);
    expect(await store.screens.open(again?.link.token ?? '')).not.toBeNull();
    expect(await store.screens.open('x'.repeat(43))).toBeNull();
  });

  it('leaves one with its id as it is', async () => {
    const { id } = await opened({ id: 'wall-of-demo' });
    expect(await store.screens.make({ ...wall, id, name: 'another' })).toBeNull();
    expect((await store.screens.find(id))?.name).toBe('病棟の壁');
    expect(await store.screens.openById(id)).not.toBeNull();
    expect(await store.screens.openById('nobody')).toBeNull();
  });
});

describe('the session of a screen', () => {
  it('is never idle, holds for months, and ends with the screen', async () => {
    const { id, token } = await opened();
    clock.advance({ days: 300 });
    expect(await holds(token)).toBe(true);
    expect((await store.sessions.recheck([...(await sessionIds(id))])).size).toBe(1);
    expect(await store.screens.revoke('another', id)).toBeNull();
    expect(await holds(token)).toBe(true);
    expect((await store.screens.revoke('hospital', id))?.state).toBe('revoked');
    expect(await holds(token)).toBe(false);
    expect((await store.screens.revoke('hospital', id))?.state).toBe('revoked');
    for (const change of [{ level: 'name' as const }, {}])
      expect(await store.screens.change('hospital', id, change)).toBeNull();
    expect(await store.screens.link('hospital', id)).toBeNull();
    expect(await store.screens.openById(id)).toBeNull();
    expect(await store.screens.setSight(id, true)).toEqual({ until: null });
  });

  it('has another epoch once the screen shows something else', async () => {
    const { id, token, signedIn } = await opened();
    expect(await store.screens.change('another', id, { level: 'name' })).toBeNull();
    expect((await store.screens.change('hospital', id, { level: 'initial' }))?.level).toBe('initial');
    const now = await store.sessions.find(token);
    expect(now?.session.epoch).toBe(signedIn.session.epoch + 1);
    expect(now?.viewer.screen?.level).toBe('initial');
    clock.advance({ days: 300 });
    expect(await holds(token)).toBe(true);
  });

  it('is no person of the organisation: in no list of its people', async () => {
    await opened();
    expect((await store.people.listOf('hospital')).map(({ id }) => id)).toEqual(['nurse']);
    expect((await store.memberships.list({ org: 'hospital' })).map(({ role }) => role)).toEqual(['dischargeNurse']);
  });
});

const sessionIds = async (id: string) =>
  (
    await owner.query<{ id: string }>(
      'SELECT s.id FROM session s JOIN screen c ON c.membership_id = s.membership_id WHERE c.id = $1',
      [id],
    )
  ).map(row => row.id);

describe('the PIN of a screen', () => {
  it('is tried five times and then not for a quarter of an hour, of any number at once', async () => {
    const { id } = await opened();
    const tries = await Promise.all(Array.from({ length: 12 }, () => store.screens.reservePin(id)));
    expect(tries.filter(tried => tried && 'pinHash' in tried)).toHaveLength(5);
    expect(tries.filter(tried => tried && 'until' in tried)).toHaveLength(7);
    clock.advance({ minutes: 15 });
    expect(await store.screens.reservePin(id)).toEqual({ pinHash: 'hash of the PIN' });
  });

  it('that was right forgets what was mistyped before it, the last try included', async () => {
    const { id } = await opened();
    for (let round = 0; round < 3; round++) {
      for (let wrong = 0; wrong < 5; wrong++) expect(await store.screens.reservePin(id)).toHaveProperty('pinHash');
      await store.screens.notePinRight(id);
    }
  });

  it('opens names for two minutes by the clock, and is taken back by a new PIN', async () => {
    const { id, token } = await opened();
    const sight = async () => (await store.sessions.find(token))?.viewer.screen?.sightUntil ?? null;
    expect(await store.screens.setSight(id, true)).toEqual({ until: '2026-12-01T00:02:00.000Z' });
    expect(await sight()).toBe('2026-12-01T00:02:00.000Z');
    await store.screens.change('hospital', id, { pinHash: 'another hash' });
    expect(await sight()).toBeNull();
    await store.screens.setSight(id, true);
    await store.screens.setSight(id, false);
    expect(await sight()).toBeNull();
  });

  it('is none where names cannot be unlocked', async () => {
    const { id } = await opened({ pinHash: null });
    expect(await store.screens.reservePin(id)).toBeNull();
    expect(await store.screens.reservePin('nobody')).toBeNull();
  });
});

it('lists the screens of an organisation, what was revoked last and a month long', async () => {
  await anOrganisation(store, 'third');
  const [b, a, gone] = [
    await made({ org: 'third', name: 'b' }),
    await made({ org: 'third', name: 'a' }),
    await made({ org: 'third', name: '0' }),
  ];
  await store.screens.revoke('third', gone.id);
  await store.screens.noteContact([a.id]);
  const ids = async () => (await store.screens.listOf('third')).map(({ id }) => id);
  expect(await ids()).toEqual([a.id, b.id, gone.id]);
  expect((await store.screens.find(a.id))?.lastContactAt).toBe(START);
  clock.advance({ days: 31 });
  expect(await ids()).toEqual([a.id, b.id]);
});
