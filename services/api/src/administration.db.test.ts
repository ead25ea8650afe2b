import { randomUUID } from 'node:crypto';
import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'station', 'visitingNursingStation', 'のぞみ訪問看護ステーション');
  await anOrganisation(api.store, 'hospital', 'childrensHospital', '県立こども病院');
  await anOrganisation(api.store, 'empty', 'pharmacy', 'みどり薬局');
  await aMember(api.store, { name: 'founder', org: 'station', role: 'admin', flags: ['orgAdmin'] });
  await aMember(api.store, { name: 'keeper', org: 'station', role: 'admin' });
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  for (const name of ['founder-station', 'keeper-station', 'nurse-hospital'])
    tokens[name] = (await signedInAs(api.store, name)).token;
});
afterAll(() => api.stop());

type Listed = { id: string; gives: string[] };
async function givenBy(name: string): Promise<Record<string, string[]>> {
  const { json } = await api.ask('GET', '/organisations', { token: tokens[name] ?? '' });
  return Object.fromEntries((json.organisations as Listed[]).map(({ id, gives }) => [id, gives]));
}

const add = (name: string, org: string, role: string) => {
  const identifier = `${randomUUID()}@example.jp`;
  const body = { displayName: '新しい人', identifier, org, role, flags: [] };
  return api.ask('POST', '/admin/people', {
    token: tokens[name] ?? '',
    headers: { 'idempotency-key': randomUUID() },
    body,
  });
};

it('lists for each organisation the roles that may be given there, and takes just those', async () => {
  const own = ['visitingNurse', 'admin'];
  expect(await givenBy('founder-station')).toEqual({ station: own, hospital: [], empty: ['admin'] });
  expect(await givenBy('keeper-station')).toEqual({ station: own, hospital: [], empty: [] });
  expect(await givenBy('nurse-hospital')).toEqual({ station: [], hospital: [], empty: [] });
  for (const role of own) expect((await add('keeper-station', 'station', role)).status, role).toBe(201);
  expect((await add('founder-station', 'empty', 'admin')).status).toBe(201);
  expect((await givenBy('founder-station')).empty).toEqual([]);
});

it('lists every organisation, 500 at a time, or those that are searched for', async () => {
  await withOwner(api.adminUrl, client =>
    client.query(`INSERT INTO organisation (id, kind, name, kana, search_text)
      SELECT 'many-' || n, 'clinic', '診療所' || n / 3, CASE n % 3 WHEN 0 THEN 'しんりょうじょ' || n / 9 END, '診療所' || n
      FROM generate_series(1, 1100) n`),
  );
  const ids: string[] = [];
  const sizes: number[] = [];
  let next: unknown = '';
  while (next !== null) {
    const path = `/organisations${next === '' ? '' : `?after=${next}`}`;
    const { json } = await api.ask('GET', path, { token: tokens['nurse-hospital'] ?? '' });
    const page = json.organisations as Listed[];
    sizes.push(page.length);
    ids.push(...page.map(({ id }) => id));
    next = json.next;
  }
  expect(sizes).toEqual([500, 500, 103]);
  expect(new Set(ids).size).toBe(1103);
  const search = async (text: string) =>
    (await api.ask('GET', `/organisations?text=${encodeURIComponent(text)}`, { token: tokens['nurse-hospital'] ?? '' }))
      .json;
  expect(await search('所1099')).toMatchObject({ organisations: [{ id: 'many-1099' }], next: null });
});

it('says of everything else what is wrong with it, by its field or in a sentence', async () => {
  const wrongRole = await add('keeper-station', 'station', 'doctor');
  expect(wrongRole).toMatchObject({ status: 400, json: { issues: [{ path: 'role' }] } });
  expect(await add('founder-station', 'nowhere', 'admin')).toMatchObject({
    status: 400,
    json: { issues: [{ path: 'org' }] },
  });
  expect(await add('founder-station', 'hospital', 'admin')).toMatchObject({
    status: 403,
    json: { detail: expect.stringContaining('その組織の管理者') },
  });
  await anOrganisation(api.store, 'another', 'clinic', 'あおぞら診療所');
  expect(await add('founder-station', 'another', 'doctor')).toMatchObject({
    status: 403,
    json: { detail: expect.stringContaining('最初の管理者だけ') },
  });
});
