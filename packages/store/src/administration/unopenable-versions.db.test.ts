import { createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHot } from '../database.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sampleCase } from '../testing/sample-plans.ts';
import { unopenableVersions } from './unopenable-versions.ts';

let test: TestDatabase;
let store: Store;
let owner: Owner;
beforeAll(async () => {
  test = await createTestDatabase();
  store = await openStore({ databaseUrl: test.databaseUrl });
  owner = await connectOwner(test.adminUrl);
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await test.drop();
});
beforeEach(() => owner.query('UPDATE case_state SET pathway_version = 1'));

async function aCaseOf(version: number, value: unknown = 'screening'): Promise<string> {
  const wanted = sampleCase();
  await store.cases.create(wanted);
  const kept = [wanted.id, version, JSON.stringify(value)];
  await owner.query('UPDATE case_state SET pathway_version = $2, value = $3 WHERE case_id = $1', kept);
  return wanted.id;
}

describe('versions of the pathway that this program cannot open', () => {
  it('are none where every case is of its own version', async () => {
    await aCaseOf(1);
    expect(await store.unopenableVersions()).toEqual([]);
  });

  it('are those without a way here, earlier and newer, of closed cases too', async () => {
    await aCaseOf(0);
    await aCaseOf(7);
    await aCaseOf(7);
    const closed = await aCaseOf(9);
    await owner.query('UPDATE board_card SET closed_at = now() WHERE case_id = $1', [closed]);
    expect(await store.unopenableVersions()).toEqual([0, 7, 9]);
  });

  it('are an earlier one from which a way leads for some places only', async () => {
    await aCaseOf(0, 'intake');
    await aCaseOf(0, 'ward');
    const database = openHot({ databaseUrl: test.databaseUrl, onConnectionError: () => {} });
    const unopenable = (places: string[]) =>
      unopenableVersions(database, {
        present: 1,
        canOpen: ({ pathwayVersion, value }) => pathwayVersion === 0 && places.includes(String(value)),
      });
    try {
      expect(await unopenable(['intake', 'ward'])).toEqual([]);
      expect(await unopenable(['intake'])).toEqual([0]);
    } finally {
      await database.pool.end();
    }
  });

  it('are found without reading the cases', async () => {
    await owner.query('SET enable_seqscan = off');
    const plan = await owner.query<{ 'QUERY PLAN': string }>(
      'EXPLAIN SELECT min(pathway_version) FROM case_state WHERE pathway_version > 1',
    );
    expect(plan.map(row => row['QUERY PLAN']).join()).toContain('case_state_pathway_version_idx');
  });
});
