import { anOrganisation, createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner } from '../testing/owner-queries.ts';
import { searchColumns } from './search-columns.ts';

const CASES = 100_000;
/** From keystroke to result (experience.md §4.2); the round trip and the drawing take the rest. */
const MOST_MS = 100;

const families = [
  '佐藤/サトウ',
  '鈴木/スズキ',
  '髙橋/タカハシ',
  '田中/タナカ',
  '伊藤/イトウ',
  '渡邊/ワタナベ',
  '山本/ヤマモト',
  '中村/ナカムラ',
  '小林/コバヤシ',
  '加藤/カトウ',
];
const givens = [
  '結/ユイ',
  '蓮/レン',
  '陽葵/ヒマリ',
  '湊/ミナト',
  '凛/リン',
  '蒼/アオ',
  '芽依/メイ',
  '樹/イツキ',
  '紬/ツムギ',
  '朝陽/アサヒ',
  'そら/ソラ',
  'ひなた/ヒナタ',
];

let database: TestDatabase;
let store: Store;

/** Names of every pair, with what a search reads of them. */
const names = families.flatMap(family =>
  givens.map(given => {
    const [familyName = '', familyKana = ''] = family.split('/');
    const [givenName = '', givenKana = ''] = given.split('/');
    const columns = searchColumns({ no: '', familyName, givenName, familyKana, givenKana, hospitalNumber: null });
    return { familyName, givenName, kanaFold: columns.kanaFold, text: columns.searchText, grams: columns.grams };
  }),
);

/** The hub reads every name; the station a thousand cases of its own. */
const fill = `
  WITH named AS (SELECT n - 1 AS n, v FROM json_array_elements($1::json) WITH ORDINALITY AS t (v, n)),
  made AS (
    SELECT i, 'c' || i AS id, (100000 + i)::text AS digits, lpad(i::text, 8, '0') AS hospital, v
    FROM generate_series(1, ${CASES}) i JOIN named ON named.n = i % $2::int
  ), cases AS (
    INSERT INTO care_case (id, no, family_name, given_name, sex, hospital_number, ordinal, kana_fold, search_text, grams, created_at)
    SELECT id, 'K-' || digits, v->>'familyName', v->>'givenName', 'unknown', hospital, i, v->>'kanaFold', (v->>'text') || hospital,
      ARRAY(
        SELECT (i >> 16) || ':' || piece FROM (
          SELECT json_array_elements_text(v->'grams') AS piece
          UNION SELECT substr(text, at, size) FROM unnest(ARRAY[digits, hospital]) AS text, generate_series(1, 8) at, generate_series(1, 3) size
            WHERE at + size - 1 <= length(text)
        ) pieces
      ), now() FROM made
  ), cards AS (
    INSERT INTO board_card (case_id, version, card) SELECT id, 1, '{"owners":[]}' FROM made
  ), contacts AS (
    INSERT INTO record (id, version, case_id, seq, kind, category, hash, body)
    SELECT 'r' || i, 1, id, 1, 'contacts.recorded', 'contacts', 'x',
      json_build_object('contact', '母 090-' || lpad((i % 9000)::text, 4, '0') || '-' || lpad((i % 10000)::text, 4, '0')) FROM made
  )
  INSERT INTO case_access (case_id, org_id, class, categories)
  SELECT id, org, 'full', '{contacts,plan}' FROM made, unnest(ARRAY['lead', 'station']) org WHERE org = 'lead' OR i % 100 = 0`;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl });
  for (const org of ['lead', 'station']) await anOrganisation(store, org, 'childrensHospital', `${org} 病院`);
  const owner = await connectOwner(database.adminUrl);
  await owner.query('ALTER TABLE care_case DISABLE TRIGGER care_case_compare');
  await owner.query(fill, [JSON.stringify(names), names.length]);
  await owner.query(`SELECT setval('care_case_ordinal_seq', ${CASES})`);
  for (const table of ['care_case', 'board_card', 'case_access', 'record'])
    await owner.query(`VACUUM ANALYZE ${table}`);
  await owner.end();
}, 300_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

const typed = [
  ...['さ', 'さと', 'サトウ', 'ｻﾄｳ ﾕｲ', 'さとうゆい', '髙橋', '橋紬', 'はしつむ', 'ひまり', 'そら', 'ん'],
  ...['K-1', 'K-142142', '142142', '4214', '42', '00054321', '5432', '1234', '090-0123-4567', 'ぴょん', '病院', 'lead'],
];

it.each(['lead', 'station'])(
  `answers ${'%s'} within ${MOST_MS} ms whatever is typed, at ${CASES} cases`,
  async org => {
    const all = ['full', 'partner'] as const;
    const times = new Map<string, number>();
    for (const text of typed) {
      const runs: number[] = [];
      for (let run = 0; run < 5; run++) {
        const from = performance.now();
        await store.search({ org, numberIn: all, teamIn: all }, text, 20);
        runs.push(performance.now() - from);
      }
      // What the search itself takes: whatever else the machine does meanwhile is no part of it.
      times.set(text, Math.round(Math.min(...runs)));
    }
    console.log(org, Object.fromEntries(times));
    expect([...times].filter(([, ms]) => !(ms <= MOST_MS))).toEqual([]);
  },
  120_000,
);

it('finds the one child among all of them', async () => {
  const all = ['full', 'partner'] as const;
  const find = async (text: string) =>
    (await store.search({ org: 'lead', numberIn: all, teamIn: all }, text, 20)).caseIds;
  expect(await find('142142')).toEqual(['c42142']);
  expect(await find('00054321')).toEqual(['c54321']);
  expect(await find('090-4321-4321')).toContain('c4321');
});
