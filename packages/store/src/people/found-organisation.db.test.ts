import { anOrganisation, createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sampleCase, samplePlan } from '../testing/sample-plans.ts';

let database: TestDatabase;
let store: Store;
let other: Store;
let owner: Owner;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl });
  other = await openStore({ databaseUrl: database.databaseUrl });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital');
});
afterAll(async () => {
  for (const one of [store, other]) await one.close();
  await owner.end();
  await database.drop();
});

/** How many cases the hub does not see as it should. */
const unseenBy = async (hub: string) =>
  (
    await owner.query(
      `SELECT b.case_id FROM board_card b LEFT JOIN case_access a ON a.case_id = b.case_id AND a.org_id = $1
       WHERE a.class IS DISTINCT FROM 'numberOnly' OR a.closed_at IS DISTINCT FROM b.closed_at`,
      [hub],
    )
  ).length;
const makeCase = async (at: Store) => {
  const wish = sampleCase();
  if ('committed' in (await at.cases.create(wish))) throw new Error('the case was not made');
  return wish.id;
};

describe('a new hub', () => {
  it('sees the number of every case from the moment on in which it is founded, closed ones too', async () => {
    const closed = await makeCase(store);
    const loaded = await store.cases.loadFresh(closed);
    if (!loaded) throw new Error('the case is not there');
    await store.cases.commit(samplePlan(loaded, { active: false }));
    for (let n = 0; n < 20; n++) await makeCase(store);
    await anOrganisation(store, 'first-hub', 'hub');
    expect(await unseenBy('first-hub')).toBe(0);
    expect((await store.board.of('first-hub')).map(({ access }) => access.class)).toEqual(Array(20).fill('numberOnly'));
  });

  it('is missed by no case that is opened at the same moment, nor by a process that does not know of it', async () => {
    await other.cases.listHubs();
    for (let n = 0; n < 5; n++) {
      const opening = Array.from({ length: 12 }, (_, at) => makeCase(at % 2 === 0 ? store : other));
      await Promise.all([...opening.slice(0, 6), anOrganisation(store, `hub-${n}`, 'hub'), ...opening.slice(6)]);
      await Promise.all(opening);
      expect(await unseenBy(`hub-${n}`)).toBe(0);
    }
  });

  it('has what was decided before it on a case decided again, and keeps its sight where others change', async () => {
    const id = await makeCase(store);
    const before = await store.cases.loadFresh(id);
    if (!before) throw new Error('the case is not there');
    await anOrganisation(store, 'late-hub', 'hub');
    expect(await store.cases.commit(samplePlan(before))).toMatchObject({ committed: false });
    const now = await store.cases.loadFresh(id);
    if (!now) throw new Error('the case is not there');
    // As a process derives it that has not heard of the hub.
    const access = [{ org: 'hospital', class: 'full' as const, categories: [] }];
    expect(await store.cases.commit(samplePlan(now, { access }))).toEqual({ committed: true });
    expect(await unseenBy('late-hub')).toBe(0);
  });
});
