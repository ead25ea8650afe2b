import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { east: 'childrensHospital', west: 'hospital', hub: 'hub', station: 'visitingNursingStation' },
    {
      east1: ['east'],
      west1: ['west'],
      coord: ['hub', 'coordinator'],
      visits: ['station', 'visitingNurse'],
    },
  );
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object, version = 1) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` },
  });
type Child = Readonly<Record<string, unknown>>;
const register = async (who: 'east1' | 'west1', child: Child) =>
  (await ask(who, 'POST', '/cases', { lead: who.slice(0, 4), reason: 'x', origin: 'nicu', ...child })).json;
const similar = async (who: string, child: Child) =>
  ((await ask(who, 'POST', '/cases/similar', child)).json.cards as { id: string }[]).map(({ id }) => id);
const raise = (_caseId: string, fault: unknown) => {
  throw fault;
};
const compared = async () => {
  while ((await api.store.merges.compareNext(50, raise)) > 0);
};
type Merge = { id: string; sides: { id: string }[] };
const merges = async (who: string) => (await ask(who, 'GET', '/merges')).json.merges as Merge[];
const found = async (who: string, ...cases: { id?: unknown }[]) =>
  (await merges(who)).filter(({ sides }) => cases.every(({ id }) => sides.some(side => side.id === id)));

describe('a child that is registered twice', () => {
  const named = {
    familyKana: 'いしい',
    givenKana: 'そら',
    familyName: '石井',
    givenName: 'そら',
    bornOn: '2026-09-10',
  };

  it('is shown to whoever sees the other case, and to nobody else', async () => {
    const { id } = await register('east1', named);
    expect(await similar('east1', { familyKana: 'ｲｼｲ', givenKana: 'ソラ', bornOn: '2026-09-10' })).toEqual([id]);
    expect(await similar('east1', { ...named, bornOn: '2026-09-11' })).toEqual([]);
    expect(await similar('west1', named)).toEqual([]);
    expect(await similar('coord', named)).toEqual([]);
    expect((await ask('visits', 'POST', '/cases/similar', named)).status).toBe(403);
  });

  it('elsewhere becomes a proposal for the coordinator, after the answer and apart from it', async () => {
    const [first] = await api.store.merges.similar({ ...unknown, ...named, lead: 'east' }, 'east');
    const twice = await register('west1', { ...named, familyKana: 'イシイ' });
    const once = await register('west1', { ...named, familyKana: 'いしだ' });
    expect(Object.keys(twice)).toEqual(Object.keys(once));
    expect(await found('coord', twice)).toEqual([]);
    await compared();
    const [proposal] = await found('coord', twice);
    expect(proposal).toMatchObject({ state: 'found', can: ['propose', 'reject'], decidedAt: null });
    expect(proposal?.sides.map(({ id }) => id).sort()).toEqual([first?.id, twice.id].sort());
    // What the two say stays with those who see it; how they agree is enough to ring somebody up.
    expect(JSON.stringify(proposal)).not.toMatch(/石井|そら|2026-09-10/);
    expect(await found('coord', once)).toEqual([]);

    for (const who of ['east1', 'west1']) {
      expect(await merges(who), who).toEqual([]);
      expect((await ask(who, 'GET', `/merges/${proposal?.id}`)).status, who).toBe(404);
      expect(await ask(who, 'GET', `/merges/${proposal?.id}`)).toMatchObject({ json: { code: 'not-found' } });
    }
    expect((await ask('visits', 'GET', '/merges')).status).toBe(403);
    expect(await similar('west1', named)).toEqual([twice.id]);
  });

  it('and was seen by whoever registered it again makes no proposal', async () => {
    const again = await register('east1', { ...named, familyKana: 'もり', givenKana: 'あお' });
    const other = await register('east1', { ...named, familyKana: 'もり', givenKana: 'あお' });
    await compared();
    expect(await found('coord', again, other)).toEqual([]);
  });
});

describe('twins', () => {
  it('are no duplicates: by their names, or by their order where they have none', async () => {
    const birth = { familyKana: 'ふたば', bornOn: '2026-10-01' };
    const one = await register('east1', { ...birth, givenKana: 'はる', sex: 'female' });
    const two = await register('west1', { ...birth, givenKana: 'なつ', sex: 'female' });
    const first = await register('east1', { ...birth, familyKana: 'みつば', birthOrder: 1 });
    const second = await register('west1', { ...birth, familyKana: 'みつば', birthOrder: 2 });
    await compared();
    expect(await found('coord', one)).toEqual([]);
    expect(await found('coord', two)).toEqual([]);
    expect(await found('coord', first)).toEqual([]);
    expect(await found('coord', second)).toEqual([]);
  });
});

describe('what is learnt of a child later', () => {
  it('is compared as well: its name, and its day of birth', async () => {
    const { id } = await register('east1', { familyKana: 'かわの', givenKana: 'りく', bornOn: '2026-11-20' });
    const late = await register('west1', { familyKana: 'かわの', expectedOn: '2026-11-25' });
    await compared();
    expect(await found('coord', late)).toEqual([]);
    const birth = { type: 'birth.recorded', bornOn: '2026-11-20' };
    expect((await ask('west1', 'POST', `/cases/${late.id}/events`, birth)).status).toBe(200);
    await compared();
    expect(await found('coord', late, { id })).toHaveLength(1);

    const unread = await register('west1', { bornOn: '2026-11-20' });
    await compared();
    expect(await found('coord', unread)).toEqual([]);
    const name = { type: 'child.named', familyKana: 'かわの', givenName: '陸', givenKana: 'りく', familyName: '川野' };
    expect((await ask('west1', 'POST', `/cases/${unread.id}/events`, name)).status).toBe(200);
    await compared();
    expect(await found('coord', unread, { id })).toHaveLength(1);
  });
});

const unknown = {
  ...{ familyName: null, givenName: null, familyKana: null, givenKana: null, sex: 'unknown', municipality: null },
  ...{ bornOn: null, expectedOn: null, birthOrder: null, hospitalNumber: null },
};
