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
  await anOrganisation(store, 'other');
  await anOrganisation(store, 'many');
  await anOrganisation(store, 'halved');
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

const child = (sourceKey: string, content: Record<string, unknown>) => ({
  sourceKey,
  sourceText: JSON.stringify({ resourceType: 'Patient', id: sourceKey }),
  content: JSON.stringify(content),
});
let files = 0;
const file = (org: string, drafts: ReturnType<typeof child>[], sha256 = `sha-${++files}`) => ({
  ...{ org, person: 'nurse', format: 'json', bytes: Buffer.from(sha256), report: '{"n":1}', sha256, drafts },
});
const put = (org: string, ...drafts: ReturnType<typeof child>[]) => store.drafts.put(file(org, drafts));

describe('drafts', () => {
  it('are new once, unchanged when the same comes again, a new version when something changed', async () => {
    const first = await put('hospital', child('p1', { name: '山田\0' }), child('p2', { name: '川口' }));
    expect(first.drafts.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['new', 1],
      ['new', 1],
    ]);
    clock.advance({ days: 1 });
    const incoming = [child('p1', { name: '山田\0' }), child('p2', { name: '川口 葵' }), child('p3', {})];
    expect(await store.drafts.compare('hospital', incoming)).toMatchObject([
      { sourceKey: 'p1', outcome: 'unchanged', version: 1 },
      { sourceKey: 'p2', outcome: 'updated', version: 2 },
      { sourceKey: 'p3', outcome: 'new', version: 1 },
    ]);
    const second = await put('hospital', ...incoming);
    expect(second.drafts.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['unchanged', 1],
      ['updated', 2],
      ['new', 1],
    ]);
    expect(second.drafts[1]?.id).toBe(first.drafts[1]?.id);
    const found = await store.drafts.find('hospital', second.drafts[1]?.id ?? '');
    expect(found).toMatchObject({ content: { name: '川口 葵' }, versions: [{ version: 2 }, { version: 1 }] });
    expect(await owner.query('SELECT count(*) AS n FROM import_source')).toEqual([{ n: 2 }]);
  });

  it('belong to the organisation that imported them: the same child elsewhere is another draft', async () => {
    const [elsewhere] = (await put('other', child('p1', {}))).drafts;
    expect(elsewhere?.outcome).toBe('new');
    expect((await store.drafts.list('other')).drafts).toHaveLength(1);
    expect(await store.drafts.find('hospital', elsewhere?.id ?? '')).toBeNull();
    expect(await store.drafts.confirm('hospital', elsewhere?.id ?? '', { familyName: 'x' })).toBe(false);
    const draft = { org: 'hospital', id: elsewhere?.id ?? '' };
    expect(await store.cases.create(sampleCase({ draft }))).toMatchObject({ committed: false });
  });

  it('keep confirmed values through a later import, and become one case', async () => {
    const [draft] = (await put('hospital', child('p9', { name: '森', familyName: '\0も\ud800り\\u0000' }))).drafts;
    const id = draft?.id ?? '';
    expect(await store.drafts.confirm('hospital', id, { givenName: '陽\ud800菜\0', givenKana: null })).toBe(true);
    await put('hospital', child('p9', { name: '林' }));
    expect(await store.drafts.find('hospital', id)).toMatchObject({
      version: 2,
      content: { name: '林' },
      confirmed: { givenName: '陽\ufffd菜', givenKana: null },
    });
    const own = { org: 'hospital', id };
    const cases = Array.from({ length: 10 }, () => sampleCase({ draft: own }));
    const created = await Promise.all(cases.map(wish => store.cases.create(wish)));
    const [made] = cases.filter((_wish, at) => !('committed' in (created[at] ?? {})));
    expect(created.filter(outcome => 'committed' in outcome)).toHaveLength(9);
    expect((await store.drafts.list('hospital')).drafts.at(-1)).toMatchObject({ id, caseId: made?.id });
    expect(await owner.query('SELECT count(*) AS n FROM care_case')).toEqual([{ n: 1 }]);
  });

  it('stay free when their case is not written after all', async () => {
    await store.cases.create(sampleCase({ no: 'K-0001' }));
    const [draft] = (await put('hospital', child('p10', {}))).drafts;
    const wish = { draft: { org: 'hospital', id: draft?.id ?? '' } };
    for (const refused of [{ no: 'K-0001' }, { session: { id: 'ended', epoch: 1 } }])
      expect(await store.cases.create(sampleCase({ ...wish, ...refused }))).toMatchObject({ committed: false });
    expect(await store.drafts.find('hospital', wish.draft.id)).toMatchObject({ caseId: null });
    expect(await store.cases.create(sampleCase(wish))).toHaveProperty('no');
  });

  it('named twice in one file count once, with the later entry', async () => {
    const { drafts } = await put('hospital', child('twice', { n: 1 }), child('twice', { n: 2 }));
    expect(drafts).toHaveLength(1);
    expect(await store.drafts.find('hospital', drafts[0]?.id ?? '')).toMatchObject({ version: 1, content: { n: 2 } });
  });
});

describe('a long import', () => {
  const many = Array.from({ length: 450 }, (_, n) => child(`m${n}`, { givenName: `子${n}`, marks: [], careNeeds: [] }));
  it('is written in batches and told as it goes', async () => {
    const told: number[] = [];
    const { drafts } = await store.drafts.put(file('many', many), { onBatch: done => told.push(done) });
    expect(drafts).toHaveLength(450);
    expect(told).toEqual([200, 400, 450]);
  });

  it('that is stopped leaves whole batches, and its repetition adds the rest without a second copy of the file', async () => {
    const stop = new AbortController();
    const half = file('halved', many, 'sha-halved');
    const first = await store.drafts.put(half, { signal: stop.signal, onBatch: () => stop.abort() });
    expect(first.drafts).toHaveLength(200);
    expect((await store.drafts.list('halved')).total).toBe(200);
    const again = await store.drafts.put(half);
    const count = (wanted: string) => again.drafts.filter(({ outcome }) => outcome === wanted).length;
    expect([count('unchanged'), count('new')]).toEqual([200, 250]);
    expect(again.id).toBe(first.id);
  });

  it('that is stopped before it begins leaves nothing, not even the file', async () => {
    const sources = () => owner.query('SELECT count(*) AS n FROM import_source');
    const before = await sources();
    const put = await store.drafts.put(file('halved', many, 'sha-gone'), { signal: AbortSignal.abort() });
    expect(put.drafts).toEqual([]);
    expect(await sources()).toEqual(before);
  });

  it('is listed by who the child is, and opened with every version', async () => {
    const { drafts, total } = await store.drafts.list('many');
    expect(total).toBe(450);
    expect(Object.keys(drafts[0]?.content ?? {}).sort()).toEqual(
      [
        'bornOn',
        'careNeeds',
        'familyKana',
        'familyName',
        'givenKana',
        'givenName',
        'hospitalNumber',
        'marks',
        'sex',
      ].sort(),
    );
  });

  it('are discarded one by one or with their file, but not what is a case or came with another file, too', async () => {
    await anOrganisation(store, 'wrong');
    const right = await put('wrong', child('w1', { name: '前から' }));
    const wrong = await put(
      'wrong',
      child('w1', { name: '別の子' }),
      child('w2', {}),
      child('w3', {}),
      child('w4', {}),
    );
    const idOf = (key: string) => wrong.drafts.find(({ sourceKey }) => sourceKey === key)?.id ?? '';
    await store.cases.create(sampleCase({ draft: { id: idOf('w2'), org: 'wrong' } }));
    const left = async () => (await store.drafts.list('wrong')).drafts.map(({ id }) => id).sort();
    expect((await store.drafts.find('wrong', idOf('w1')))?.versions.map(({ source }) => source)).toEqual([
      wrong.id,
      right.id,
    ]);
    expect(await store.drafts.discard('other', idOf('w3'))).toBe(false);
    expect(await store.drafts.discard('wrong', idOf('w2'))).toBe(false);
    expect(await store.drafts.discardFile('other', wrong.id)).toBeNull();
    expect(await store.drafts.discard('wrong', idOf('w3'))).toBe(true);
    expect(await store.drafts.discardFile('wrong', wrong.id)).toEqual({ discarded: 1, setBack: 1, kept: 1 });
    expect(await left()).toEqual([idOf('w1'), idOf('w2')].sort());
  });

  it('that a wrong file only changed are again as the file before left them, also as a case, and go on from there', async () => {
    await anOrganisation(store, 'mixed');
    await put('mixed', child('x1', { n: 1 }), child('x2', { n: 1 }));
    const wrong = await put('mixed', child('x1', { n: 'wrong' }), child('x2', { n: 'wrong' }));
    const [idOf1 = '', idOf2 = ''] = wrong.drafts.map(({ id }) => id);
    await store.cases.create(sampleCase({ draft: { id: idOf1, org: 'mixed' } }));
    const later = await put('mixed', child('x2', { n: 3 }));
    const versionsOf = async (id: string) =>
      (await store.drafts.find('mixed', id))?.versions.map(({ version, content }) => [version, content.n]);
    expect(await store.drafts.discardFile('mixed', wrong.id)).toEqual({ discarded: 0, setBack: 1, kept: 0 });
    expect(await versionsOf(idOf1)).toEqual([[1, 1]]);
    expect(await store.drafts.find('mixed', idOf1)).toMatchObject({ version: 1, content: { n: 1 } });
    expect(await versionsOf(idOf2)).toEqual([
      [3, 3],
      [1, 1],
    ]);
    expect(await store.drafts.discardFile('mixed', wrong.id)).toEqual({ discarded: 0, setBack: 0, kept: 0 });
    expect((await put('mixed', child('x1', { n: 1 }))).drafts).toMatchObject([{ outcome: 'unchanged', version: 1 }]);
    expect((await put('mixed', child('x1', { n: 5 }))).drafts).toMatchObject([{ outcome: 'updated', version: 2 }]);
    expect(await store.drafts.discardFile('mixed', later.id)).toEqual({ discarded: 0, setBack: 1, kept: 0 });
    expect(await versionsOf(idOf2)).toEqual([[1, 1]]);
  });

  it('lose or double no version when a file is taken back while another comes', async () => {
    await anOrganisation(store, 'racing');
    for (let turn = 0; turn < 20; turn++) {
      const key = `r${turn}`;
      await put('racing', child(key, { n: 1 }));
      const wrong = await put('racing', child(key, { n: 2 }));
      await Promise.all([store.drafts.discardFile('racing', wrong.id), put('racing', child(key, { n: 3 }))]);
      const found = await store.drafts.find('racing', wrong.drafts[0]?.id ?? '');
      expect(found?.content).toEqual({ n: 3 });
      expect(found?.version).toBe(found?.versions[0]?.version);
    }
  });
});
