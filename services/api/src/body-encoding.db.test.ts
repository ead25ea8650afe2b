import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token: string;
let caseId: string;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  token = (await signedInAs(api.store, 'nurse-hospital')).token;
  const made = await post('/cases', Buffer.from(JSON.stringify(registration)));
  caseId = String(made.json.id);
});
afterAll(() => api.stop());

const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };

async function post(path: string, body: Uint8Array<ArrayBuffer>, contentType = 'application/json') {
  const headers = {
    cookie: `kaerimichi_session=${token}`,
    'content-type': contentType,
    'idempotency-key': crypto.randomUUID(),
    'if-match': '*',
  };
  const answer = await fetch(`${api.url}${path}`, { method: 'POST', headers, body });
  return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
}

/** `"…"` around bytes, inside a body that is JSON otherwise. */
const around = (body: object, bytes: readonly number[]) => {
  const [before = '', after = ''] = JSON.stringify(body).split('HERE');
  return Buffer.concat([Buffer.from(before), Buffer.from(bytes), Buffer.from(after)]);
};
const shiftJis = [0x93, 0xfa, 0x96, 0x7b];
const notUtf8 = {
  status: 400,
  json: { code: 'bad-input', issues: [{ path: '', message: expect.stringContaining('UTF-8') }] },
};

describe('a body that is not UTF-8', () => {
  it.each([
    ['Shift_JIS', shiftJis],
    ['overlong', [0xff, 0xc0, 0xaf]],
    ['half a pair', [0xed, 0xa0, 0x80]],
  ])('is refused with a sentence: %s', async (_, bytes) => {
    const note = around({ type: 'note.added', note: 'HERE' }, bytes);
    expect(await post(`/cases/${caseId}/events`, note)).toMatchObject(notUtf8);
    expect(await post('/cases', around({ ...registration, reason: 'HERE' }, bytes))).toMatchObject(notUtf8);
    expect(await post('/search', around({ q: 'HERE' }, bytes))).toMatchObject(notUtf8);
  });

  it.each(['shift_jis', 'utf-16', 'utf-7', '"Shift_JIS"'])('is refused where it says so itself: %s', async charset => {
    const type = `application/json; charset=${charset}`;
    const note = Buffer.from(JSON.stringify({ type: 'note.added', note: 'x' }));
    expect(await post(`/cases/${caseId}/events`, note, type)).toMatchObject(notUtf8);
    expect(await post('/search', Buffer.from('{"q":"x"}'), type)).toMatchObject(notUtf8);
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'])(
    'is not one that comes as %s',
    async type => {
      const note = Buffer.from(JSON.stringify({ type: 'note.added', note: '日本 𠮷' }));
      expect(await post(`/cases/${caseId}/events`, note, type)).toMatchObject({ status: 200 });
      expect(await post('/search', Buffer.from('{"q":"日本"}'), type)).toMatchObject({ status: 200 });
    },
  );
});
