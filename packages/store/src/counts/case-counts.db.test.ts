import type { FullCard } from '@kaerimichi/discharge';
import { anOrganisation, createTestDatabase, type FakeClock, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sampleCard, sampleCase, samplePlan } from '../testing/sample-plans.ts';

let database: TestDatabase;
let store: Store;
let owner: Owner;
let clock: FakeClock;

beforeAll(async () => {
  database = await createTestDatabase();
  clock = fakeClock('2026-12-01T03:10:00.000Z');
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital', 'childrensHospital');
  await anOrganisation(store, 'town', 'hospital');
  await open('a', { column: 'intake', bornOn: '2025-12-02', needs: ['oxygen', 'suction'] });
  await open('b', { column: 'home', bornOn: '2025-12-01', needs: ['oxygen'], holds: [{ code: 'training', n: 2 }] });
  await open('c', { column: 'home', bornOn: '2008-12-01', lead: 'town' });
  await open('d', { bornOn: null });
  // Tokyo's 31 March and 1 April.
  await open('old', {});
  await close('old', '2026-03-31T14:59:59.999Z', 'completed');
  await open('new', {});
  await close('new', '2026-03-31T15:00:00.000Z', 'movedOut');
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

async function open(id: string, card: Partial<FullCard>) {
  const made = await store.cases.create({
    ...sampleCase({ id }),
    cardOf: no => ({ ...sampleCard(id, no, 1), ...card }),
  });
  if ('committed' in made) throw new Error(`${id} was not created`);
}
async function close(id: string, at: string, how: string) {
  const loaded = await store.cases.loadFresh(id);
  if (!loaded) throw new Error(`${id} is not there`);
  const facts = { ...loaded.facts, closing: { seq: 2, on: at.slice(0, 10), round: 0, how } };
  const next = { pathwayVersion: 1, value: { closed: how }, facts };
  await store.cases.commit(samplePlan(loaded, { active: false, at, next }));
}

describe('counts of the network', () => {
  it('are of open cases by what they are now, and of what was closed in this fiscal year', async () => {
    const { at, counted } = await store.counts.ofDay();
    expect(at).toBe('2026-12-01T03:10:00.000Z');
    expect(counted).toEqual({
      total: 4,
      columns: { home: 2, intake: 1, screening: 1 },
      leads: { childrensHospital: 3, hospital: 1 },
      ages: { 0: 1, 1: 1, 6: 1, unborn: 1 },
      needs: { oxygen: 2, suction: 1 },
      holds: { training: 1 },
      closed: { movedOut: 1 },
      kinds: expect.arrayContaining(['childrensHospital', 'hospital']),
    });
  });

  it('are the same on the whole day, in every process, and after a restart', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl, clock });
    for (const id of ['e', 'f', 'g', 'h', 'i']) await open(id, {});
    clock.set('2026-12-01T14:59:59.999Z');
    for (const one of [store, other])
      expect(await one.counts.ofDay()).toMatchObject({ at: '2026-12-01T03:10:00.000Z' });
    clock.set('2026-12-01T15:00:00.000Z');
    const told = await Promise.all([store, other, store, other].map(one => one.counts.ofDay()));
    expect(new Set(told.map(taken => JSON.stringify(taken))).size).toBe(1);
    expect(told[0]).toMatchObject({ at: '2026-12-01T15:00:00.000Z', counted: { total: 9, columns: { screening: 6 } } });
    await other.close();
  });

  it('tell nothing of one child: a row that passes five with it is told only with four others that moved', async () => {
    for (let day = 3; day <= 6; day++) {
      await open(`one-${day}`, { column: 'conference' });
      clock.set(`2026-12-0${day}T03:00:00.000Z`);
      expect(await store.counts.ofDay()).toMatchObject({ at: '2026-12-01T15:00:00.000Z', counted: { total: 9 } });
    }
    await open('fifth', { column: 'conference' });
    // Looked at on this day already.
    expect((await store.counts.ofDay()).counted.total).toBe(9);
    clock.set('2026-12-07T03:00:00.000Z');
    const { at, counted } = await store.counts.ofDay();
    expect([at, counted.columns.conference]).toEqual(['2026-12-07T03:00:00.000Z', 5]);
  });

  it('read of the archive only the year', async () => {
    await owner.query('ANALYZE board_card');
    await owner.query('SET enable_seqscan = off');
    const plan = await owner.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT count(*) FROM board_card WHERE closed_at >= '2026-04-01'`,
    );
    expect(plan.map(row => row['QUERY PLAN']).join()).toContain('board_card_closed_idx');
  });
});
