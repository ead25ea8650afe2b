import { anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sampleCase } from '../testing/sample-plans.ts';

let database: TestDatabase;
let store: Store;
let owner: Owner;
const clock = fakeClock();

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital');
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

/** One file about one child, an hour after what was before. */
async function put(key: string, n: number) {
  clock.advance({ minutes: 60 });
  const bytes = Buffer.from(`${key} ${n}`);
  const drafts = [{ sourceKey: key, sourceText: '{}', content: JSON.stringify({ n }) }];
  const file = { org: 'hospital', person: 'nurse', format: 'json', bytes, report: '{}', sha256: `${key} ${n}`, drafts };
  const { id: source, drafts: made } = await store.drafts.put(file);
  return { source, id: made[0]?.id ?? '' };
}
/** A case made now of a draft. */
async function caseOf(draft: string) {
  const wish = sampleCase({ draft: { org: 'hospital', id: draft } });
  await store.cases.create(wish);
  // A sample case is registered at an instant of its own.
  await owner.query('UPDATE care_case SET created_at = $2 WHERE id = $1', [wish.id, clock.now()]);
  return wish.id;
}
const told = async (caseId: string) =>
  (await store.cases.findSource(caseId))?.versions.map(({ version, content }) => [version, content.n]);

describe('the source of a case', () => {
  it('begins with the version that the case was made from, however many there were before and since', async () => {
    await put('a', 1);
    const { id } = await put('a', 2);
    const caseId = await caseOf(id);
    expect(await told(caseId)).toEqual([[2, 2]]);
    for (let n = 3; n <= 40; n++) await put('a', n);
    const versions = (await told(caseId)) ?? [];
    expect([versions[0], versions[1], versions.at(-1)]).toEqual([
      [2, 2],
      [21, 21],
      [40, 40],
    ]);
    expect(await store.cases.findSource(caseId)).toMatchObject({ draft: id, org: 'hospital' });
  });

  it('begins with that version also after its file was taken back, of which nothing else stays', async () => {
    await put('b', 1);
    const made = await put('b', 2);
    const caseId = await caseOf(made.id);
    expect(await store.drafts.discardFile('hospital', made.source)).toEqual({ discarded: 0, setBack: 0, kept: 1 });
    expect(await told(caseId)).toEqual([[2, 2]]);
    const first = await put('c', 1);
    const other = await caseOf(first.id);
    const later = await put('c', 2);
    await put('c', 1);
    expect(await store.drafts.discardFile('hospital', first.source)).toEqual({ discarded: 0, setBack: 1, kept: 1 });
    expect(await told(other)).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(await store.drafts.discardFile('hospital', later.source)).toEqual({ discarded: 0, setBack: 1, kept: 0 });
    expect(await told(other)).toEqual([[1, 1]]);
  });

  it('is left as it is by a file that is unknown, or another organisation’s', async () => {
    const { source } = await put('d', 1);
    for (const [org, id] of [
      ['hospital', 'nowhere'],
      ['hospital', '\0'],
      ['other', source],
    ] as const)
      expect(await store.drafts.discardFile(org, id)).toBeNull();
  });

  it('is none of a case without a draft, and of what is no case', async () => {
    const alone = sampleCase();
    await store.cases.create(alone);
    for (const id of [alone.id, 'nowhere', '\0']) expect(await store.cases.findSource(id)).toBeNull();
  });
});
