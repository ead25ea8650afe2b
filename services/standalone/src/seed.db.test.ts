import { tellWorld } from '@kaerimichi/demo';
import { openStore, type Store, withOwner } from '@kaerimichi/store';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

const NOW = '2026-12-01T03:00:00.000Z';

type Place = { readonly database: TestDatabase; readonly store: Store };
let written: Place;
let committed: Place;

async function openPlace(): Promise<Place> {
  const database = await createTestDatabase();
  return { database, store: await openStore({ databaseUrl: database.databaseUrl, clock: fakeClock(NOW) }) };
}
beforeAll(async () => {
  written = await openPlace();
  committed = await openPlace();
});
afterAll(async () => {
  for (const place of [written, committed]) {
    await place?.store.close();
    await place?.database.drop();
  }
});

const tables = {
  care_case: 'no, family_name, given_name, kana_fold, search_text, grams, created_at',
  case_state: '*',
  board_card: '*',
  case_access: '*',
  case_event: '*',
  record: '*',
  deadline: '*',
  outbox: 'case_id, seq, lost',
};
const rowsOf = ({ database }: Place) =>
  withOwner(database.adminUrl, async client => {
    const rows: Record<string, unknown[]> = {};
    for (const [table, columns] of Object.entries(tables))
      rows[table] = (await client.query(`SELECT ${columns} FROM ${table} ORDER BY 1, 2`)).rows;
    return rows;
  });

it('the children of the demo, written at once, are those whose every event was committed by itself', async () => {
  const cases = tellWorld('small', NOW);
  await written.store.deployment.begin(true);
  await written.store.worlds.write({ organisations: [], people: [], cases, seededAt: NOW });
  const inOrder = cases.toSorted((a, b) => a.opening.plan.event.at.localeCompare(b.opening.plan.event.at));
  for (const { opening, no, plans } of inOrder) {
    expect(await committed.store.cases.create({ ...opening, no })).toEqual({ no });
    for (const plan of plans) expect(await committed.store.cases.commit(plan)).toEqual({ committed: true });
  }
  // Compared as text: no order of keys, and no unequal key of two tables, is looked over.
  const sorted = (rows: Record<string, unknown[]>) =>
    Object.entries(rows).map(([table, all]) => [table, all.map(row => JSON.stringify(row)).sort()]);
  expect(sorted(await rowsOf(written))).toEqual(sorted(await rowsOf(committed)));
});
