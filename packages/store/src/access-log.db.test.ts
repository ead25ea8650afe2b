import type { AccessEntry } from '@kaerimichi/casework';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { openTestStore, type TestStore } from './testing/open-test-store.ts';

let database: TestStore['database'];
let store: TestStore['store'];
let owner: TestStore['owner'];
let close: TestStore['close'];

beforeAll(async () => {
  ({ database, store, owner, close } = await openTestStore());
});
afterAll(() => close());

const entry = (of: Partial<AccessEntry>): AccessEntry => ({
  action: 'read',
  person: 'nurse',
  membership: 'm',
  org: 'hospital',
  role: 'dischargeNurse',
  caseId: 'case-1',
  seq: null,
  what: 'case',
  outcome: 'ok',
  requestId: 'r',
  ...of,
});

describe('the access log', () => {
  it('keeps every entry in order, written in the background', async () => {
    for (let at = 0; at < 1_200; at++) store.log.write(entry({ what: `read ${at}\0` }));
    await expect
      .poll(async () => (await owner.query<{ n: number }>('SELECT count(*) AS n FROM access_log'))[0]?.n)
      .toBe(1_200);
    const [newest, next] = await store.log.list({ caseId: 'case-1' }, { limit: 2 });
    expect([newest?.what, next?.what]).toEqual(['read 1199', 'read 1198']);
    const page = await store.log.list({ person: 'nurse' }, { before: next?.id ?? 0, limit: 1 });
    expect(page[0]?.what).toBe('read 1197');
  });

  it('lets no entry that the database will not take hold up the others', async () => {
    store.log.write(entry({ caseId: 'poison\0ed', what: 'kept without the NUL' }));
    store.log.write(entry({ caseId: 'poison', seq: 3_000_000_000, what: 'lost' }));
    store.log.write(entry({ caseId: 'poison', what: 'kept' }));
    await store.log.flush();
    expect((await store.log.list({ caseId: 'poison' }, { limit: 9 })).map(({ what }) => what)).toEqual(['kept']);
    expect(await store.log.list({ caseId: 'poisoned' }, { limit: 9 })).toHaveLength(1);
  });

  it('knows at once who was refused since an event', async () => {
    const types = ['preparation.closed', 'discharge.done'];
    store.log.write(
      entry({ action: 'refused', caseId: 'case-2', seq: 7, what: 'discharge.done', outcome: 'requirements-unmet' }),
    );
    store.log.write(
      entry({ action: 'refused', caseId: 'case-2', seq: 9, what: 'discharge.done', outcome: 'version-conflict' }),
    );
    store.log.write(entry({ action: 'refused', caseId: 'case-2', seq: 9, what: 'note.added' }));
    expect(await store.log.wasRefused({ caseId: 'case-2', person: 'nurse', sinceSeq: 7, types })).toBe(true);
    expect(await store.log.wasRefused({ caseId: 'case-2', person: 'nurse', sinceSeq: 8, types })).toBe(false);
    expect(await store.log.wasRefused({ caseId: 'case-2', person: 'doctor', sinceSeq: 1, types })).toBe(false);
    expect(await store.log.wasRefused({ caseId: 'case-3', person: 'nurse', sinceSeq: 1, types })).toBe(false);
  });

  it('writes what stands in memory before it closes', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl });
    other.log.write(entry({ caseId: 'case-4' }));
    await other.close();
    expect(await store.log.list({ caseId: 'case-4' }, { limit: 5 })).toHaveLength(1);
  });
});
