import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aJpeg, aPdf, aPng } from './testing/sample-files.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const must = async (name: string, event: unknown) => {
  const { version } = (await ask('nurse', `/cases/${caseId}`)).json;
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` };
  const sent = await ask(name, `/cases/${caseId}/events`, 'POST', event, headers);
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.json));
};
const cookie = (name: string) => ({ cookie: `kaerimichi_session=${tokens[name] ?? ''}` });

type Fields = { readonly title?: string; readonly shows?: string; readonly key?: string; readonly query?: string };
async function add(name: string, file: Uint8Array, fields: Fields = {}) {
  const { title = '口元の固定', shows = 'images', key = crypto.randomUUID(), query = '' } = fields;
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'holiday.exe');
  form.set('title', title);
  form.set('shows', shows);
  const answer = await fetch(`${api.url}/cases/${caseId}/attachments${query}`, {
    method: 'POST',
    body: form,
    headers: { ...cookie(name), 'idempotency-key': key },
  });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}
const open = (name: string, id: unknown) =>
  fetch(`${api.url}/cases/${caseId}/attachments/${String(id)}`, { headers: cookie(name) });
type Listed = { id: string; title: string; shows: string; by: { name: string }; mayRemove: boolean };
const listed = async (name: string) =>
  (await ask(name, `/cases/${caseId}/attachments`)).json as unknown as { files: Listed[]; mayAdd: string[] };

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: ['childrensHospital', 'こども病院'],
      station: ['visitingNursingStation', '訪看'],
      town: ['municipality', '市'],
      stranger: ['clinic', 'よその診療所'],
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      phn: ['town', 'publicHealthNurse'],
      strange: ['stranger', 'doctor'],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  for (const [who, part, organisation] of [
    ['visitor', 'visitingNurse', 'station'],
    ['phn', 'publicHealthNurse', 'town'],
  ] as const) {
    const candidateId = `c-${organisation}`;
    await must('nurse', { type: 'candidate.asked', candidateId, function: part, organisation });
    await must(who, { type: 'candidate.answered', candidateId, answer: 'accepted' });
    await must('nurse', {
      ...{ type: 'consent.recorded', consentId: `s-${organisation}`, scope: 'recipient', recipient: organisation },
      ...{
        categories: ['contacts', 'clinical', 'plan', 'images'],
        purpose: 'care',
        from: '2026-12-01',
        method: 'paper',
      },
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
  }
});
afterAll(() => api.stop());

describe('a file of a case', () => {
  it('is told by its content and kept without what a camera wrote, and comes with headers that run nothing', async () => {
    const photo = await add('ward', aJpeg());
    expect(photo).toMatchObject({ status: 201, json: { mediaType: 'jpeg' } });
    const answer = await open('nurse', photo.json.id);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(
      /^inline; filename\*=UTF-8''K-\d+-[0-9a-f]{8}\.jpg$/,
    );
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).not.toContain('canary');
    const paper = await add('nurse', aPdf(), { shows: 'clinical', title: '検査の結果' });
    const kept = await open('nurse', paper.json.id);
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('is refused with every fault where it is nothing of what is taken, and nothing is kept', async () => {
    const before = (await listed('nurse')).files.length;
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    expect(await add('nurse', html, { title: ' ', shows: 'protection' })).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'file' }, { path: 'title' }, { path: 'shows' }] },
    });
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(aPdf());
    expect(await add('nurse', large)).toMatchObject({ status: 400 });
    expect(await add('nurse', aPng(), { query: '?dryRun=1' })).toMatchObject({ status: 201, json: { id: null } });
    expect((await listed('nurse')).files.length).toBe(before);
  });

  it('is added once by its key', async () => {
    const key = crypto.randomUUID();
    const first = await add('nurse', aPng(), { key, title: '一度だけ' });
    const again = await add('nurse', aPng(), { key, title: '一度だけ' });
    expect(again.json.id).toBe(first.json.id);
    expect((await listed('nurse')).files.filter(({ title }) => title === '一度だけ')).toHaveLength(1);
    expect(await add('nurse', aPng(), { key, title: 'ほかの題' })).toMatchObject({ status: 422 });
  });

  it('is seen by whoever reads its category whole, and by nobody else', async () => {
    const photo = await add('nurse', aJpeg(), { title: '写真の題' });
    const plan = await add('visitor', aPng(), { shows: 'plan', title: '訪問の予定' });
    const titles = async (name: string) => (await listed(name)).files.map(({ title }) => title);
    expect(await titles('visitor')).toEqual(expect.arrayContaining(['写真の題', '訪問の予定']));
    // The municipality sees a summary of what is clinical and no pictures.
    expect(await titles('phn')).toEqual(['訪問の予定']);
    expect((await open('phn', photo.json.id)).status).toBe(404);
    expect((await open('phn', plan.json.id)).status).toBe(200);
    expect((await listed('phn')).mayAdd).not.toContain('images');
    expect((await add('phn', aPng(), { shows: 'images' })).status).toBe(400);
    expect((await ask('strange', `/cases/${caseId}/attachments`)).status).toBe(404);
    expect((await open('strange', photo.json.id)).status).toBe(404);
    expect((await add('strange', aPng())).status).toBe(404);
    const history = JSON.stringify((await ask('phn', `/cases/${caseId}/events`)).json);
    expect(history).not.toContain('写真の題');
  });

  it('is removed by the lead or a colleague of whoever added it; then nothing of it is left but that it was there', async () => {
    const own = await add('visitor', aPng(), { shows: 'plan', title: '消すもの' });
    const path = `/cases/${caseId}/attachments/${String(own.json.id)}`;
    expect((await ask('phn', path, 'DELETE')).status).toBe(403);
    expect((await ask('nurse', path, 'DELETE')).status).toBe(204);
    expect((await open('nurse', own.json.id)).status).toBe(404);
    expect((await ask('nurse', path, 'DELETE')).status).toBe(404);
    expect(await api.store.attachments.find(caseId, String(own.json.id))).toBeNull();
  });

  it('that no entry names goes after a day, and no other', async () => {
    await api.store.attachments.keep({ id: 'orphan', caseId, mediaType: 'pdf', bytes: aPdf() });
    const kept = await add('nurse', aPdf(), { shows: 'plan' });
    const after = async (hours: number) => {
      await api.store.pruneEnded(new Date(Date.parse(api.clock.now()) + hours * 3_600_000).toISOString());
      return (await api.store.attachments.find(caseId, 'orphan')) !== null;
    };
    expect([await after(23), await after(25)]).toEqual([true, false]);
    expect((await open('nurse', kept.json.id)).status).toBe(200);
  });

  it('is nothing that a client could write into the history by itself', async () => {
    const { version } = (await ask('nurse', `/cases/${caseId}`)).json;
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` };
    for (const type of ['attachment.added', 'attachment.removed', 'document.drafted'])
      expect(await ask('nurse', `/cases/${caseId}/events`, 'POST', { type, attachmentId: 'x' }, headers)).toMatchObject(
        {
          status: 400,
        },
      );
  });
});
