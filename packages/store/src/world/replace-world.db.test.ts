import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { AT } from '../testing/sample-plans.ts';
import { toldCase } from '../testing/told-case.ts';
import { verifyChains } from '../verify/verify-chains.ts';
import type { World } from './write-world.ts';

let database: TestDatabase;
let store: Store;
/** As another process on the same database. */
let beside: Store;
let owner: Owner;

const nurse = {
  ...{ id: 'nurse', identifier: 'nurse@demo', displayName: '看護師', passwordHash: '$argon2id$none' },
  membership: { id: 'm-nurse', org: 'hospital', role: 'dischargeNurse', flags: [], fromOn: '2020-01-01' },
} as const;
const hospital = {
  id: 'hospital',
  kind: 'hospital',
  name: '病院',
  kana: 'びょういん',
  municipality: '142051',
} as const;
const worldOf = (no: string, seededAt = AT): World => ({
  organisations: [hospital],
  people: [nurse],
  guardians: [],
  cases: [toldCase(no, '2026-08-01', [{ on: '2026-08-02', send: { type: 'note.added', note: '話す' } }])],
  seededAt,
});

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await connectOwner(database.adminUrl);
  const clock = fakeClock(AT);
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  beside = await openStore({ databaseUrl: database.databaseUrl, clock });
  await store.deployment.begin(true);
  await store.worlds.write(worldOf('K-11111'));
});
afterAll(async () => {
  await store?.close();
  await beside?.close();
  await owner?.end();
  await database?.drop();
});
beforeEach(() => owner.query('UPDATE deployment SET demo = true, seeded_at = $1', [AT]));

const numbers = async () => (await owner.query<{ no: string }>('SELECT no FROM care_case')).map(({ no }) => no);
const again = (no: string) => store.worlds.replace(database.adminUrl, worldOf(no, '2026-12-02T00:00:00.000Z'));

describe('the demo begun anew', () => {
  it('holds the new world alone, ends every session in every process, and its chains are proved', async () => {
    const opened = await store.sessions.open('m-nurse');
    const token = opened?.token ?? '';
    expect(await beside.sessions.find(token)).not.toBeNull();
    store.log.write({
      ...{ action: 'search', person: 'nurse', membership: 'm-nurse', org: 'hospital', role: 'dischargeNurse' },
      ...{ caseId: null, seq: null, what: 'cases', outcome: 'ok', requestId: null },
    });
    await expect.poll(() => owner.query('SELECT FROM access_log')).toHaveLength(1);
    const network = (await store.deployment.find())?.networkId;
    await store.deployment.runAhead(7);
    expect(await store.deployment.find()).toMatchObject({ aheadDays: 7 });
    await again('K-22222');
    expect(await numbers()).toEqual(['K-22222']);
    expect(await store.deployment.find()).toEqual({
      networkId: network,
      demo: true,
      seededAt: '2026-12-02T00:00:00.000Z',
      aheadDays: 0,
    });
    for (const table of ['session', 'access_log', 'idempotency_key', 'outbox'])
      expect(await owner.query(`SELECT FROM ${table}`), table).toEqual([]);
    expect(await store.sessions.find(token)).toBeNull();
    await expect.poll(() => beside.sessions.find(token)).toBeNull();
    expect(await verifyChains(database.adminUrl)).toMatchObject({ cases: 1, bad: 0 });
    await expect(owner.query('DELETE FROM case_event')).rejects.toThrow();
    await expect(owner.query('TRUNCATE access_log')).rejects.toThrow();
    await expect(owner.query('TRUNCATE case_event')).rejects.toThrow();
  });

  it('is empty of one-time links, too, and what others keep in the same database stays', async () => {
    await owner.query('CREATE TABLE of_others (note text)');
    await owner.query(`INSERT INTO of_others VALUES ('mine')`);
    await store.setupLinks.create();
    await again('K-33333');
    expect(await owner.query('SELECT note FROM of_others')).toEqual([{ note: 'mine' }]);
    expect(await owner.query('SELECT FROM setup_link')).toEqual([]);
    await owner.query('DROP TABLE of_others');
  });

  it.each([
    ['real data', 'UPDATE deployment SET demo = false'],
    ['a demo without a world', 'UPDATE deployment SET seeded_at = NULL'],
  ])('is refused for %s, and leaves everything', async (_what, change) => {
    const before = await numbers();
    await owner.query(change);
    await expect(again('K-44444')).rejects.toThrow('does not hold the demo');
    expect(await numbers()).toEqual(before);
  });

  it('that fails in the middle leaves the world as it was', async () => {
    const before = await numbers();
    const broken = { ...worldOf('K-55555'), people: [nurse, nurse] };
    await expect(store.worlds.replace(database.adminUrl, broken)).rejects.toThrow();
    expect(await numbers()).toEqual(before);
    await expect(owner.query('TRUNCATE case_event')).rejects.toThrow();
  });

  it('says that it is busy where somebody holds a table, and does it when they are done', async () => {
    await owner.query('BEGIN');
    await owner.query('LOCK TABLE case_event IN SHARE MODE');
    await expect(again('K-66666')).rejects.toMatchObject({ name: 'StoreBusy' });
    await owner.query('COMMIT');
    await again('K-66666');
    expect(await numbers()).toEqual(['K-66666']);
  }, 15_000);
});
