import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { seedMembership } from '../testing/sample-people.ts';
import { sampleCase, samplePlan } from '../testing/sample-plans.ts';

const START = '2026-12-01T00:00:00.000Z';
const BORN = '2024-03-07';
let database: TestDatabase;
let store: Store;
let owner: Owner;
let watcher: Owner;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock: fakeClock(START) });
  owner = await connectOwner(database.adminUrl);
  watcher = await connectOwner(database.adminUrl);
  await seedMembership(owner);
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await watcher.end();
  await database.drop();
});

async function aCase(): Promise<string> {
  const made = sampleCase();
  const facts = { ...made.plan.next.facts, bornOn: BORN };
  await store.cases.create({ ...made, plan: { ...made.plan, next: { ...made.plan.next, facts } } });
  return made.id;
}

const waiting = async () => {
  const [row] = await watcher.query<{ n: number }>(
    `SELECT count(DISTINCT l.pid) AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE NOT l.granted AND a.datname = current_database()`,
  );
  return row?.n;
};

/** Somebody comes by a code; while they hold the row of the invitation, `meanwhile` begins and has to wait for them. */
async function joinDuring(caseId: string, meanwhile: (guardian: string) => Promise<unknown>) {
  const { id, code } = await store.guardians.invite({
    ...{ caseId, org: 'hospital', by: 'nurse-hospital', relation: 'mother', decides: true },
    ...{ categories: ['contacts', 'plan'], fromOn: '2026-12-01', untilOn: null },
  });
  const identifier = `family-${id}`;
  await owner.query('BEGIN');
  await owner.query("INSERT INTO person (id, identifier, display_name) VALUES ('holds', $1, 'x')", [identifier]);
  const joining = store.guardians.join(
    { code, bornOn: BORN },
    { identifier, displayName: '家族', passwordHash: 'phc' },
  );
  await expect.poll(waiting, { timeout: 5_000 }).toBe(1);
  const doing = meanwhile(id);
  await expect.poll(waiting, { timeout: 5_000 }).toBe(2);
  await owner.query('ROLLBACK');
  const [joined, done] = await Promise.all([joining, doing]);
  if (joined === null || joined === 'taken') throw new Error(`nobody joined: ${joined}`);
  return { done, until: (await store.memberships.find(joined.membership))?.untilOn, ...joined };
}

describe('whoever comes in at the moment when what they were invited to', () => {
  it('is narrowed, has the narrower period', async () => {
    const caseId = await aCase();
    const was = { categories: ['contacts', 'plan'], decides: true, untilOn: null } as const;
    const rights = { categories: ['contacts'], decides: false, untilOn: '2026-12-05' } as const;
    const { done, until } = await joinDuring(caseId, id => store.guardians.change(caseId, id, { ...rights, was }));
    expect([done, until]).toEqual(['changed', '2026-12-05']);
  });

  it('ends with a merge, is out again', async () => {
    const [ends, goesOn] = [await aCase(), await aCase()];
    const loaded = async (id: string) => {
      const found = await store.cases.loadFresh(id);
      if (!found) throw new Error(`no case ${id}`);
      return found;
    };
    const by = { person: 'coordinator', org: 'hub', role: 'coordinator', reason: '母子手帳' };
    const made = await store.merges.propose({ survivor: goesOn, absorbed: ends, ...by });
    const proposal = typeof made === 'string' ? made : made.id;
    const plans = [
      samplePlan(await loaded(ends), { type: 'case.merged' }),
      samplePlan(await loaded(goesOn), { type: 'case.absorbed' }),
    ] as const;
    const written = { proposal, person: 'nurse', org: 'hospital', at: START, reason: 'x', absorbedNo: 'x' };
    const { done, until, membership } = await joinDuring(ends, () => store.cases.commitMerge(plans, written));
    expect([done, until]).toEqual(['merged', '2026-11-30']);
    expect(await store.sessions.open(membership)).toBeNull();
  });
});
