import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type RecordDraft, saltedHash } from '@kaerimichi/casework';
import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { eventWithRecord, sampleCase, sampleKey, samplePlan } from '../testing/sample-plans.ts';
import { verifyChains } from '../verify/verify-chains.ts';
import { exportAll } from './export-all.ts';
import { importAll } from './import-all.ts';
import { exportedTables, tablesLeftBehind } from './tables.ts';

const AT = '2026-12-01T00:00:00.000Z';
let folder: string;
let file: string;
let database: TestDatabase;
let store: Store;
let owner: Owner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaerimichi-transfer-'));
  file = join(folder, 'all.ndjson.gz');
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock: fakeClock(AT) });
  owner = await connectOwner(database.adminUrl);
  await fill();
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** Something in every table, with characters that are hard to carry. */
async function fill(): Promise<void> {
  await store.deployment.begin(false);
  await anOrganisation(store, 'hospital', 'childrensHospital', '県立 "こども" \\ 病院');
  await aMember(store, { name: 'nurse', org: 'hospital', flags: ['mayWaive'] });
  await store.sessions.open('nurse-hospital');
  for (let n = 0; n < 20; n++) {
    const { id } = sampleCase();
    await store.cases.create(
      sampleCase({ id, identity: { familyName: '𠮷田,"{}"', givenKana: 'ﾕｲ\n' }, key: sampleKey() }),
    );
    const loaded = await store.cases.loadFresh(id);
    if (!loaded) throw new Error('no case');
    const body = { text: 'NUL \0 \u2028 \\u0000 🧒' };
    const record: RecordDraft = { id: `r-${n}`, kind: 'note', category: 'plan', ...saltedHash(body), body };
    await store.cases.commit(
      samplePlan(loaded, {
        key: sampleKey(),
        event: eventWithRecord(loaded.head, 2, record),
        records: [record],
        deadlines: [{ kind: 'reply', ref: 'r', dueOn: '2026-12-24', fires: null }],
        active: n % 2 === 0,
      }),
    );
  }
  store.log.write({
    action: 'read',
    person: 'nurse',
    membership: null,
    org: null,
    role: null,
    caseId: null,
    seq: null,
    what: '一覧',
    outcome: 'ok',
    requestId: null,
  });
  await store.log.flush();
  const drafts = [{ sourceKey: 'p1', sourceText: '{}', content: JSON.stringify({ name: 'NUL \0' }) }];
  await store.drafts.put({
    org: 'hospital',
    person: 'nurse',
    format: 'fhir',
    bytes: Buffer.from([0, 255, 10]),
    report: '{}',
    sha256: 'sha',
    drafts,
  });
}

async function emptyDatabase(use: (empty: TestDatabase, as: Owner) => Promise<void>): Promise<void> {
  const empty = await createTestDatabase();
  const as = await connectOwner(empty.adminUrl);
  try {
    await use(empty, as);
  } finally {
    await as.end();
    await empty.drop();
  }
}
const contents = (of: Owner, table: string) =>
  of.query(`SELECT md5(string_agg(t::text, E'\\n' ORDER BY t::text)) AS sum, count(*) AS n FROM ${table} t`);

describe('an export', () => {
  it('knows every table, and says why one is left behind', async () => {
    const rows = await owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const known = [...exportedTables, ...Object.keys(tablesLeftBehind)];
    expect(rows.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  it('comes back equal in every table, passes verification, and goes on', async () => {
    const counts = await exportAll(database.databaseUrl, file, AT);
    expect(counts).toMatchObject({ care_case: 20, case_event: 40, record: 20, person: 1, import_draft: 1 });
    await emptyDatabase(async (empty, as) => {
      expect(await importAll(empty.adminUrl, file)).toEqual(
        Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)),
      );
      for (const table of exportedTables)
        expect(await contents(as, table), table).toEqual(await contents(owner, table));
      const verified = await verifyChains(empty.adminUrl);
      expect(verified).toMatchObject({ cases: 20, events: 40, bad: 0 });
      const imported = await openStore({ databaseUrl: empty.databaseUrl });
      const [entry] = await imported.board.of('hospital');
      const loaded = await imported.cases.load(entry?.card.id ?? '');
      if (!loaded) throw new Error('no case');
      expect(await imported.cases.commit(samplePlan(loaded))).toEqual({ committed: true });
      expect(await imported.cases.create(sampleCase())).toHaveProperty('no');
      // Other test files write on the same server: what they have open holds the horizon back for a moment.
      await expect.poll(() => imported.outbox.read({ xid: 0, id: 0 }, 10), { timeout: 10_000 }).toHaveLength(2);
      await imported.close();
    });
  });

  it('without .gz is the same lines', async () => {
    const plain = join(folder, 'all.ndjson');
    await exportAll(database.databaseUrl, plain, AT);
    expect((await readFile(plain)).equals(gunzipSync(await readFile(file)))).toBe(true);
  });
});

describe('an import', () => {
  const lines = async () =>
    gunzipSync(await readFile(file))
      .toString('utf8')
      .split('\n')
      .filter(Boolean);
  const tryFile = async (changed: string[], damaged: (bytes: Buffer) => Uint8Array = bytes => bytes) => {
    const other = join(folder, 'other.ndjson.gz');
    await writeFile(other, damaged(gzipSync(`${changed.join('\n')}\n`)));
    let refusal = '';
    await emptyDatabase(async (empty, as) => {
      refusal = await importAll(empty.adminUrl, other).then(
        () => 'imported',
        error => `${error.name}: ${error.message}`,
      );
      for (const table of exportedTables) expect(await as.query(`SELECT FROM ${table}`), table).toEqual([]);
    });
    return refusal;
  };

  it('refuses a database that holds something', async () => {
    await expect(importAll(database.adminUrl, file)).rejects.toThrow('not empty');
  });
  it('refuses a newer format, another level and a foreign file', async () => {
    const [head = '', ...rest] = await lines();
    expect(await tryFile([head.replace('"format":1', '"format":2'), ...rest])).toContain('newer program');
    expect(await tryFile([head.replace(/"migration":"[^"]*"/, '"migration":"29990101_x"'), ...rest])).toContain(
      '29990101_x',
    );
    expect(await tryFile(['{}', ...rest])).toContain('not a file of an export');
  });
  it('refuses a file that is cut short or was changed, and writes nothing of it', async () => {
    const all = await lines();
    expect(await tryFile(all.slice(0, -1))).toContain('cut short');
    expect(await tryFile(all.slice(0, 7))).toContain('cut short');
    expect(await tryFile(all, bytes => bytes.subarray(0, bytes.length - 200))).toContain('cut short');
    expect(await tryFile(all, bytes => bytes.map((byte, at) => (at === bytes.length >> 1 ? ~byte : byte)))).toContain(
      'damaged or was changed',
    );
    // A value that no column takes is a damage, too, and not a fault of the database's.
    expect(await tryFile(all.map(line => line.replace(/"at":"\d{4}-/, '"at":"no day-')))).toContain('changed');
    expect(await tryFile(all, () => Buffer.from('no gzip at all'))).toContain('damaged');
    expect(await tryFile(all.filter((_, at) => at !== 5))).toContain('changed');
    expect(await tryFile(all.map(line => line.replace('"nurse"', '"Nurse"')))).toContain('changed');
  });
});

describe('an export that fails', () => {
  it('leaves nothing behind, not even the part that was written', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'kaerimichi-cut-'));
    await owner.query('ALTER TABLE import_draft_version RENAME TO gone');
    try {
      await expect(exportAll(database.adminUrl, join(empty, 'all.ndjson.gz'), AT)).rejects.toThrow(
        /import_draft_version/,
      );
      await expect(exportAll(database.adminUrl, join(empty, 'all.ndjson'), AT)).rejects.toThrow(/import_draft_version/);
      expect(await readdir(empty)).toEqual([]);
    } finally {
      await owner.query('ALTER TABLE gone RENAME TO import_draft_version');
      await rm(empty, { recursive: true });
    }
  });
});
