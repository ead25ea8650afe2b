import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

type Row = { readonly key: string; readonly name: string; readonly [field: string]: unknown };
const row = ({ key, name, ...rest }: Row) => ({
  ...{ list: 'kaigo', key, kind: 'homeHelp', name, kana: null, address: '藤沢市湘南台1-1', municipality: '142051' },
  ...{ phone: '0466-00-0000', latitude: null, longitude: null, details: { capacity: 10 } },
  ...{ searchText: name, sortKey: key, digest: JSON.stringify([name, rest]) },
  ...rest,
});
const batchesOf = (rows: readonly Row[], atOnce = 2) => {
  const batches: string[] = [];
  for (let from = 0; from < rows.length; from += atOnce)
    batches.push(JSON.stringify(rows.slice(from, from + atOnce).map(row)));
  return batches;
};
let files = 0;
const file = (rows: readonly Row[], more = {}) => ({
  ...{ org: 'o', person: 'p', fileName: 'list.csv', sha256: `sha-${++files}`, listed: {} },
  ...{ batches: batchesOf(rows) },
  ...more,
});
const put = (rows: readonly Row[], more = {}) => test.store.facilities.put(file(rows, more));
const all = async (wish = {}) => (await test.store.facilities.list({ offset: 0, limit: 50, ...wish })).facilities;
const kept = async () =>
  (
    await test.owner.query<{ n: number; over: number }>(
      'SELECT count(*)::int AS n, count(superseded_by)::int AS over FROM facility',
    )
  )[0];

const one = { key: 'a', name: 'あおば' };
const two = { key: 'b', name: 'いずみ' };
const three = { key: 'c', name: 'うみ' };

describe('facilities', () => {
  it('are new once and the same when they come again; a changed one is changed, and no row stays behind', async () => {
    expect(await test.store.facilities.compare(batchesOf([one, two]))).toEqual({ new: 2, changed: 0, same: 0 });
    expect(await all()).toEqual([]);
    expect(await put([one, two, three])).toMatchObject({ new: 3, changed: 0, same: 0, isWhole: true });
    expect(await put([one, two, three])).toMatchObject({ new: 0, changed: 0, same: 3 });
    const changed = [one, { ...two, name: 'いずみの家' }, { key: 'd', name: 'えき' }];
    expect(await test.store.facilities.compare(batchesOf(changed))).toEqual({ new: 1, changed: 1, same: 1 });
    expect(await put(changed)).toMatchObject({ new: 1, changed: 1, same: 1 });
    // What a later list no longer names stays, with the day on which it was last named.
    expect((await all()).map(({ name }) => name)).toEqual(['あおば', 'いずみの家', 'うみ', 'えき']);
    expect(await kept()).toEqual({ n: 4, over: 0 });
  });

  it('write nothing when the very same file comes again', async () => {
    const rows = [{ key: 'same', name: 'おなじ' }];
    await put(rows, { sha256: 'alike', listed: { kaigo: '2026-01-01' } });
    const before = await test.owner.query("SELECT xmin, ctid FROM facility WHERE key = 'same'");
    await put(rows, { sha256: 'alike', listed: { kaigo: '2026-01-01' } });
    expect(await test.owner.query("SELECT xmin, ctid FROM facility WHERE key = 'same'")).toEqual(before);
    await put(rows, { listed: { kaigo: '2026-07-01' } });
    expect(await all({ words: ['おなじ'] })).toMatchObject([{ listedOn: '2026-07-01' }]);
  });

  it('are seen as a whole or not at all: a stop leaves what was there before', async () => {
    const before = await all();
    const gone = new AbortController();
    const imported = file([
      { ...one, name: '変わった' },
      { key: 'x', name: 'あたらしい' },
      { key: 'y', name: 'のこり' },
    ]);
    const options = { signal: gone.signal, onBatch: () => gone.abort() };
    expect(await test.store.facilities.put(imported, options)).toMatchObject({ isWhole: false, new: 0, changed: 0 });
    expect(await all()).toEqual(before);
    expect(await kept()).toMatchObject({ over: 0 });
  });

  it('of an import that a crash cut off are not seen, and the next import clears them', async () => {
    const before = await all();
    await test.owner.query(
      "INSERT INTO facility_import (id, org_id, person_id, at, file_name, sha256) VALUES ('dead', 'o', 'p', now(), '', '')",
    );
    await test.owner.query("UPDATE facility SET superseded_by = 'dead' WHERE key = 'a'");
    await test.owner.query(
      `INSERT INTO facility SELECT 'dead-1', list, key, 'dead', NULL, 'dead', kind, 'halb', kana, address, municipality,
         phone, latitude, longitude, details, search_text, sort_key, 'other' FROM facility WHERE key = 'a'`,
    );
    expect(await all()).toEqual(before);
    expect(await put([one])).toMatchObject({ new: 0, changed: 0, same: 1 });
    expect((await all()).map(({ id, name }) => [id, name])).toEqual(before.map(({ id, name }) => [id, name]));
    expect(await test.owner.query("SELECT FROM facility_import WHERE id = 'dead'")).toEqual([]);
  });

  it('come one import after the other, however many are sent at once', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ key: `many-${n}`, name: `まちかど${n}` }));
    const puts = await Promise.all([1, 2, 3].map(() => put(rows)));
    expect(puts.map(one => one?.new).sort()).toEqual([0, 0, 20]);
    expect(puts.map(one => one?.same).sort()).toEqual([0, 20, 20]);
    expect((await test.store.facilities.list({ words: ['まちかど'], offset: 0, limit: 5 })).total).toBe(20);
  });

  it('are found by kind, municipality and every word, page by page; a sign of a pattern is a sign', async () => {
    await put([
      { key: 'f1', name: 'ひろば', kind: 'shelter', municipality: '141011', searchText: 'ひろば|鶴見区' },
      { key: 'f2', name: 'ひろば二', kind: 'shelter', municipality: '142051', searchText: 'ひろば二|100%' },
    ]);
    const names = async (wish: object) => (await all(wish)).map(({ name }) => name);
    expect(await names({ kind: 'shelter' })).toEqual(['ひろば', 'ひろば二']);
    expect(await names({ kind: 'shelter', municipalities: ['141011', '141020'] })).toEqual(['ひろば']);
    expect(await names({ words: ['ひろば', '鶴見'] })).toEqual(['ひろば']);
    expect(await names({ words: ['0%'] })).toEqual(['ひろば二']);
    expect(await names({ words: ['_ろ'] })).toEqual([]);
    expect(await names({ kind: 'shelter', offset: 1 })).toEqual(['ひろば二']);
    const { kinds, municipalities } = await test.store.facilities.counts();
    expect(kinds.find(({ kind }) => kind === 'shelter')).toEqual({ kind: 'shelter', n: 2 });
    expect(municipalities.find(({ code }) => code === '141011')?.n).toBe(1);
  });
});
