import type { CaseAccessRow, VisibilityClass } from '@kaerimichi/access';
import type { Identity } from '@kaerimichi/casework';
import { anOrganisation, createTestDatabase, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { leadAccess, sampleCard, sampleCase, samplePlan } from '../testing/sample-plans.ts';

let database: TestDatabase;
let store: Store;
let owner: Owner;

const station: CaseAccessRow = { org: 'station', class: 'partner', categories: ['contacts', 'skills'] };
const numberOnlyHub: CaseAccessRow = { org: 'hub', class: 'numberOnly', categories: [] };
const noContacts: CaseAccessRow = { org: 'vendor', class: 'partner', categories: ['skills'] };

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital', 'childrensHospital', '県立こども病院');
  await open('shared', {
    access: [leadAccess, station, numberOnlyHub, noContacts],
    no: 'K-0151',
    ...named('佐藤', 'サトウ'),
  });
  await open('own', { access: [leadAccess, numberOnlyHub], no: 'K-0142', ...named('齋藤', 'ｻｲﾄｳ') });
  await open('foreign', { access: [{ ...leadAccess, org: 'elsewhere' }], no: 'K-0151-9', ...named('佐藤', 'サトウ') });
  await open('old', { access: [leadAccess], no: 'K-99151', ...named('佐々木', 'ササキ') });
  await close('old', '2026-11-01T00:00:00.000Z');
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

const named = (familyName: string, familyKana: string): { identity: Partial<Identity> } => ({
  identity: { familyName, familyKana, givenName: '結', givenKana: 'ユイ', hospitalNumber: '00-4711' },
});

async function open(id: string, wish: Parameters<typeof sampleCase>[0]) {
  const created = await store.cases.create(sampleCase({ id, ...wish }));
  if ('committed' in created) throw new Error(`${id} was not created`);
}
async function close(id: string, at: string) {
  const loaded = await store.cases.loadFresh(id);
  if (loaded) await store.cases.commit(samplePlan(loaded, { active: false, at }));
}
const idsOf = (entries: { card: { id: string } }[]) => entries.map(({ card }) => card.id).sort();

describe('a board', () => {
  it('shows an organisation its active cases with its class and categories, and nobody else’s', async () => {
    expect(idsOf(await store.board.of('hospital'))).toEqual(['own', 'shared']);
    expect(idsOf(await store.board.of('elsewhere'))).toEqual(['foreign']);
    expect(await store.board.of('nobody')).toEqual([]);
    expect(await store.board.of('station')).toEqual([
      {
        card: sampleCard('shared', 'K-0151', 1),
        access: { class: 'partner', categories: ['contacts', 'skills'] },
        active: true,
      },
    ]);
    expect((await store.board.of('hub')).map(({ access }) => access)).toEqual([
      { class: 'numberOnly', categories: [] },
      { class: 'numberOnly', categories: [] },
    ]);
  });

  it('answers cases by id only where the organisation may see them, closed ones too', async () => {
    expect(idsOf(await store.board.cardsOf('hospital', ['own', 'old', 'foreign', 'nothing']))).toEqual(['old', 'own']);
    expect(await store.board.cardsOf('station', ['own'])).toEqual([]);
  });

  it('shows the newest card after a commit, also one of another process', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl });
    await open('moving', { access: [leadAccess], no: 'K-20000' });
    await store.board.of('hospital');
    const loaded = await other.cases.loadFresh('moving');
    if (!loaded) throw new Error('not found');
    await other.cases.commit(samplePlan(loaded, { card: { ...sampleCard('moving', 'x', 2), stage: 'planning' } }));
    await other.close();
    expect(await store.board.of('hospital', { stage: 'planning' })).toMatchObject([
      { card: { id: 'moving', version: 2 } },
    ]);
    expect(new Map(await store.board.versionsOf('hospital'))).toEqual(
      new Map([
        ['own', 1],
        ['shared', 1],
        ['moving', 2],
      ]),
    );
    await close('moving', '2026-11-03T00:00:00.000Z');
  });

  it('pages through closed cases, the latest first, also those closed at one instant', async () => {
    for (const [id, no] of Object.entries({ c1: 'K-20001', c2: 'K-20002', c3: 'K-20003' })) {
      await open(id, { access: [leadAccess], no });
      await close(id, '2026-11-02T00:00:00.000Z');
    }
    const seen: string[] = [];
    let after: { closedAt: string; caseId: string } | null = null;
    do {
      const page = await store.board.closedOf('hospital', { limit: 2, ...(after && { after }) });
      seen.push(...page.entries.map(({ card }) => card.id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(['moving', 'c1', 'c2', 'c3', 'old']);
    const led = await store.board.closedOf('hospital', { limit: 10, filters: { lead: 'nobody' } });
    expect(led).toEqual({ entries: [], next: null });
  });
});

describe('a search', () => {
  const readsAll = ['full', 'partner'] as const;
  const find = async (org: string, text: string, numberIn: readonly VisibilityClass[] = readsAll) =>
    (await store.search({ org, numberIn, teamIn: readsAll }, text, 20)).caseIds.sort();

  it('finds by any part of number, name and kana in every script, and by hospital number', async () => {
    for (const text of ['0151', 'K-0151', 'k０１５１', '佐藤', '藤', 'さとう', 'サト', 'ｻﾄｳ', 'とうゆ', 'サトウ　ユイ'])
      expect(await find('station', text), text).toEqual(['shared']);
    expect(await find('hospital', '51')).toEqual(['old', 'shared']);
    expect(await find('hospital', '00-4711')).toEqual(['old', 'own', 'shared']);
    expect(await find('hospital', '佐')).toEqual(['old', 'shared']);
    expect(await find('hospital', 'すずき')).toEqual([]);
    expect(await find('hospital', '%')).toEqual([]);
    expect(await find('hospital', ' 　\0')).toEqual([]);
  });

  it('compares names only where contacts may be seen, and the number everywhere', async () => {
    for (const org of ['hub', 'vendor']) {
      expect(await find(org, '佐藤'), org).toEqual([]);
      expect(await find(org, '4711'), org).toEqual([]);
      expect(await find(org, '0151'), org).toEqual(['shared']);
    }
  });

  it('compares the hospital number only in cases of a class where it is shown, names and case number as ever', async () => {
    for (const numberIn of [[], ['full']] as const) {
      for (const text of ['00-4711', '4711', '47', '1']) {
        const shown = text === '1' ? ['shared'] : [];
        expect(await find('station', text, numberIn), text).toEqual(shown);
      }
      for (const text of ['佐藤', 'サト', '0151'])
        expect(await find('station', text, numberIn), text).toEqual(['shared']);
    }
    expect(await find('hospital', '4711', ['partner'])).toEqual([]);
    expect(await find('hospital', '4711', ['full'])).toEqual(['old', 'own', 'shared']);
  });

  it('finds the cases that an organisation of that name leads, but not where only the number is seen', async () => {
    expect(await find('station', 'こども')).toEqual(['shared']);
    expect(await find('hub', 'こども病院')).toEqual([]);
  });

  it('finds the cases in which an organisation of that name takes part, where who takes part is shown', async () => {
    await anOrganisation(store, 'station', 'visitingNursingStation', 'のぞみ訪問看護ステーション');
    await anOrganisation(store, 'pharmacy', 'pharmacy', 'のぞみ薬局');
    const partner: CaseAccessRow = { org: 'clinic', class: 'partner', categories: ['plan'] };
    const withoutPlan: CaseAccessRow = { org: 'school', class: 'partner', categories: ['contacts'] };
    const asked: CaseAccessRow = { org: 'pharmacy', class: 'numberOnly', categories: [] };
    await open('team', {
      access: [
        leadAccess,
        { ...station, class: 'numberOnly', categories: [] },
        partner,
        withoutPlan,
        asked,
        numberOnlyHub,
      ],
      no: 'K-30001',
    });
    const loaded = await store.cases.loadFresh('team');
    if (!loaded) throw new Error('not found');
    const card = { ...sampleCard('team', 'K-30001', 2), owners: ['hospital', 'station'] };
    await store.cases.commit(samplePlan(loaded, { card }));
    for (const org of ['hospital', 'clinic']) expect(await find(org, 'のぞみ訪問看護'), org).toEqual(['team']);
    for (const org of ['school', 'hub', 'elsewhere']) expect(await find(org, 'のぞみ'), org).toEqual([]);
    // Whoever was asked and has not accepted is no team.
    expect(await find('hospital', 'のぞみ薬局')).toEqual([]);
    const roleWithoutPlan = { org: 'clinic', numberIn: readsAll, teamIn: [] };
    expect((await store.search(roleWithoutPlan, 'のぞみ', 20)).caseIds).toEqual([]);
  });

  it('finds by the end of a telephone number among the contacts, where those are read whole', async () => {
    const contact = '母 ０９０－１２３４－５６７８、夜は 0466(12)9876、体重 2345678g';
    await owner.query(
      `INSERT INTO record (id, version, case_id, seq, kind, category, hash, body)
       VALUES ('phone', 1, 'shared', 1, 'contacts.recorded', 'contacts', 'x', $1)`,
      [JSON.stringify({ contact })],
    );
    for (const text of ['5678', '９８７６', '090-1234-5678', '12345678', '0466129876'])
      expect(await find('station', text), text).toEqual(['shared']);
    for (const text of ['678', '1234', '5678g', '99995678']) expect(await find('station', text), text).toEqual([]);
    for (const org of ['hub', 'vendor', 'elsewhere']) expect(await find(org, '5678'), org).toEqual([]);
    expect(await find('station', '5678', [])).toEqual([]);
    await owner.query(`INSERT INTO record (id, version, case_id, seq, kind, category, hash)
      VALUES ('phone', 2, 'shared', 1, 'contacts.recorded', 'contacts', 'x')`);
    expect(await find('station', '5678')).toEqual([]);
  });

  it('says that there is more than it shows', async () => {
    expect(await store.search({ org: 'hospital', numberIn: readsAll, teamIn: readsAll }, '佐', 1)).toMatchObject({
      caseIds: ['shared'],
      more: true,
    });
  });

  it('finds the same through the index as case by case', async () => {
    await owner.query(`
      WITH n AS (SELECT i, 'bulk-' || i AS id FROM generate_series(1, 3000) i),
      c AS (INSERT INTO care_case (id, no, sex, ordinal, kana_fold, search_text, grams, created_at)
        SELECT id, 'K-' || (200000 + i), 'unknown', i * 40, '', 'やまだ|', ARRAY[(i * 40 >> 16) || ':や', (i * 40 >> 16) || ':やま', (i * 40 >> 16) || ':まだ'], now() FROM n),
      b AS (INSERT INTO board_card (case_id, version, card) SELECT id, 1, '{}' FROM n)
      INSERT INTO case_access (case_id, org_id, class, categories)
      SELECT id, 'hospital', 'full', '{contacts}' FROM n`);
    await owner.query(`SELECT setval('care_case_ordinal_seq', 120000)`);
    expect(await find('hospital', '佐')).toEqual(['old', 'shared']);
    expect(await find('hospital', 'サトウユイ')).toEqual(['shared']);
    expect(await find('hospital', '0151')).toEqual(['shared']);
    expect(await find('hospital', '4711')).toEqual(['old', 'own', 'shared']);
    expect(await find('hospital', '4711', ['partner'])).toEqual([]);
    const page = await store.search({ org: 'hospital', numberIn: readsAll, teamIn: readsAll }, 'やま', 20);
    expect(page.caseIds).toHaveLength(20);
    expect(page.more).toBe(true);
    expect(await find('station', 'やま')).toEqual([]);
  });
});
