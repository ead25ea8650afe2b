import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { PROPOSAL_WAITS_MS, PROPOSALS_OF_ONE } from './proposals.ts';

const START = '2026-12-01T00:00:00.000Z';
let database: TestDatabase;
let store: Store;
const clock = fakeClock(START);

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const add = async (is = 'organisation', person = 'admin') =>
  (await store.proposals.add({ person, membership: 'admin-hub', wish: { is } })) ?? 'none';
const waiting = async () => (await store.proposals.list()).map(({ id }) => id);

describe('what an administrator proposed', () => {
  it('is taken out of those that wait by one of many at once', async () => {
    const id = await add();
    expect(await store.proposals.find(id)).toMatchObject({ id, person: 'admin', wish: { is: 'organisation' } });
    const taken = await Promise.all([1, 2, 3].map(() => store.proposals.decide(id)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect([await store.proposals.find(id), await waiting()]).toEqual([null, []]);
  });

  it('waits again when it could not be carried out', async () => {
    const id = await add();
    await store.proposals.decide(id);
    await store.proposals.reopen(id);
    expect(await waiting()).toEqual([id]);
    expect(await store.proposals.decide(id)).toBe(true);
  });

  it('is kept as confirmed by the first of two at the same moment', async () => {
    const id = await add();
    const read = { id, confirmedBy: null };
    const kept = await Promise.all(['one', 'other'].map(name => store.proposals.confirmFirst(read, name)));
    expect(kept.filter(Boolean)).toHaveLength(1);
    const confirmedBy = kept[0] ? 'one' : 'other';
    expect(await store.proposals.find(id)).toMatchObject({ confirmedBy, confirmedAt: clock.now() });
    await store.proposals.decide(id);
    expect(await store.proposals.confirmFirst({ id, confirmedBy }, 'third')).toBe(false);
  });

  it('is twenty of one person at a time, however many others propose', async () => {
    const ids: string[] = [];
    for (let i = 0; i < PROPOSALS_OF_ONE; i++) ids.push(await add('many', 'busy'));
    expect([await add('many', 'busy'), await add('many', 'other')]).toEqual(['none', expect.stringMatching(/-/)]);
    expect((await store.proposals.list({ person: 'busy' })).map(({ id }) => id).sort()).toEqual(ids.sort());
    for (const { id } of await store.proposals.list()) await store.proposals.decide(id);
  });

  it('waits for thirty days, the newest first', async () => {
    clock.set(START);
    const one = await add('one');
    clock.set(new Date(Date.parse(START) + 1000).toISOString());
    const two = await add('two');
    expect(await waiting()).toEqual([two, one]);
    clock.set(new Date(Date.parse(START) + PROPOSAL_WAITS_MS).toISOString());
    expect([await waiting(), await store.proposals.find(one)]).toEqual([[two], null]);
  });
});
