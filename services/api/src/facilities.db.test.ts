import type { FacilityReport } from '@kaerimichi/contracts';
import { cookieName } from '@kaerimichi/runtime';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await anOrganisation(api.store, 'hub', 'hub');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  await aMember(api.store, { name: 'ward', org: 'hospital', role: 'wardNurse' });
  await aMember(api.store, { name: 'coordinator', org: 'hub', role: 'coordinator' });
  for (const who of ['nurse-hospital', 'ward-hospital', 'coordinator-hub'])
    tokens[who.split('-')[0] ?? ''] = (await signedInAs(api.store, who)).token;
});
afterAll(() => api.stop());

type Sent = { readonly text?: string; readonly key?: string; readonly body?: BodyInit; readonly type?: string };

type Told = Partial<Omit<FacilityReport, 'issues'>> & {
  readonly code?: string;
  readonly issues?: readonly { readonly path: string; readonly message?: string }[];
};

async function send(who: string, path: string, { text = '', key = crypto.randomUUID(), body, type }: Sent) {
  const form = new FormData();
  form.append('file', new Blob([text]), '一覧202606.csv');
  const headers = { cookie: `${cookieName(false)}=${tokens[who]}`, 'idempotency-key': key };
  const answer = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
    body: body ?? form,
  });
  // The contract's answer, or a problem: each test says which it reads.
  return { status: answer.status, json: (await answer.json()) as Told };
}
const put = (text: string, key?: string, who = 'coordinator') =>
  send(who, '/imports/facilities', { text, ...(key === undefined ? {} : { key }) });
const tried = (text: string, who = 'coordinator') => send(who, '/imports/facilities?dryRun=1', { text });
type Listed = { readonly total: number; readonly facilities: readonly { readonly name: string }[] };
const list = async (query = '', who = 'ward') => {
  const { status, json } = await api.ask('GET', `/facilities${query}`, { token: tokens[who] ?? '' });
  // The contract's answer, or a problem, of which these tests read the status alone.
  return { status, json: json as unknown as Listed };
};

const header =
  '都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,緯度,経度,電話番号,事業所番号,定員';
const row = (n: number, name: string, city = '茅ヶ崎市') =>
  `142077,${n},神奈川県,${city},${name},シケン${n},訪問看護,神奈川県${city}元町1-${n},0,0,046700000${n},146009000${n},`;
const csv = (...rows: string[]) => [header, ...rows].join('\r\n');

describe('a list of facilities', () => {
  it('is tried without writing, imported, the same when it comes again, and updated where it changed', async () => {
    const text = csv(row(1, 'みなと'), row(2, 'うみべ'), '14,1');
    const counted = { read: 3, new: 2, changed: 0, same: 0, refused: 1 };
    expect(await tried(text)).toMatchObject({ status: 200, json: { dryRun: true, id: null, rows: counted } });
    expect((await list()).json.total).toBe(0);
    const first = await put(text);
    expect(first).toMatchObject({ status: 200, json: { dryRun: false, rows: counted, issueCount: 1 } });
    expect(first.json.issues).toMatchObject([{ path: '#4', why: 'columns', isRefused: true }]);
    expect(first.json.parts).toMatchObject([{ list: { id: 'kaigo' }, kinds: [{ kind: 'visitingNursing', n: 2 }] }]);
    expect((await put(text)).json.rows).toEqual({ ...counted, new: 0, same: 2 });
    const changed = csv(row(1, 'みなと'), row(2, 'うみべの家'), row(3, 'おか'));
    expect((await put(changed)).json.rows).toEqual({ read: 3, new: 1, changed: 1, same: 1, refused: 0 });
    expect((await list()).json.facilities.map(({ name }) => name)).toEqual(['みなと', 'うみべの家', 'おか']);
  });

  it('is found by kind, place and words however its municipality is written, with its source and day', async () => {
    await put(csv(row(4, 'やまて', '茅ケ崎市')));
    const found = await list(`?kind=visitingNursing&municipality=142077&q=${encodeURIComponent('茅ヶ崎 やまて')}`);
    expect(found.json).toMatchObject({
      total: 1,
      facilities: [
        {
          name: 'やまて',
          municipality: { code: '142077', name: '茅ヶ崎市' },
          phone: '0467000004',
          listedOn: '2026-06-01',
        },
      ],
      lists: [{ id: 'kaigo', publisher: '厚生労働省' }],
    });
    expect((await list('?municipality=14')).json.total).toBe(4);
    expect((await list('?municipality=13')).json.total).toBe(0);
    expect((await list('?page=2')).json).toMatchObject({ facilities: [], total: 4 });
    expect((await list('?kind=castle')).status).toBe(400);
    const choices = await api.ask('GET', '/facilities/choices', { token: tokens.ward ?? '' });
    expect(choices.json).toEqual({
      kinds: [{ kind: 'visitingNursing', n: 4 }],
      prefectures: [
        { code: '14', name: '神奈川県', n: 4, municipalities: [{ code: '142077', name: '茅ヶ崎市', n: 4 }] },
      ],
    });
  });

  it('sent again with its key is answered as the first time, whatever bounds its form', async () => {
    const text = csv(row(5, 'きし'));
    const first = await put(text, 'one');
    expect(first.json.rows?.new).toBe(1);
    expect((await put(text, 'one')).json).toEqual(first.json);
    expect(await put(csv(row(6, 'はま')), 'one')).toMatchObject({ status: 422, json: { code: 'key-reused' } });
    expect(await send('coordinator', '/imports/facilities', { text, key: '' })).toMatchObject({ status: 400 });
  });

  it('is read in by whoever keeps the resources or imports files, and by nobody else', async () => {
    const text = csv(row(7, 'さか'));
    expect((await tried(text, 'nurse')).status).toBe(200);
    expect((await tried(text, 'ward')).status).toBe(403);
    expect((await put(text, undefined, 'ward')).status).toBe(403);
    expect((await list('', 'ward')).status).toBe(200);
  });

  it.each([
    ['氏名,体重\r\n甲,1', '氏名、体重'],
    ['{"broken":', 'JSON'],
    ['', '空'],
  ])('that is none is refused with what was found: %s', async (text, told) => {
    const answer = await tried(text);
    expect(answer.status).toBe(400);
    expect(answer.json.issues?.[0]?.message).toContain(told);
  });

  it.each([
    ['no form', { type: 'application/json', body: '{}' }],
    ['a form without its end', { type: 'multipart/form-data; boundary=x', body: '--x\r\nContent-Disp' }],
    ['a form without a boundary', { type: 'multipart/form-data', body: 'x' }],
    ['a form of something else', { type: 'multipart/form-data; boundary=x', body: '--x--\r\n' }],
    ['too large a form', { type: 'multipart/form-data; boundary=x', body: 'x'.repeat(21 * 1024 * 1024) }],
  ])('in %s is refused', async (_, sent) => {
    expect(await send('coordinator', '/imports/facilities?dryRun=1', sent)).toMatchObject({
      status: 400,
      json: { code: 'bad-input' },
    });
  });

  it('of codes is said to be that, and nothing comes of it', async () => {
    const before = (await list()).json.total;
    const answer = await put(JSON.stringify({ 神奈川県藤沢市: '142051' }));
    expect(answer.json).toMatchObject({
      rows: { read: 1, new: 0, refused: 1 },
      parts: [{ list: null, holds: { ja: '市区町村の一覧' } }],
    });
    expect((await list()).json.total).toBe(before);
  });
});
