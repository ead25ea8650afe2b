import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const ask = (name: string, method: 'GET' | 'PUT', path: string, body?: object) =>
  api.ask(method, path, { token: tokens[name] ?? '', ...(body && { body }) });
const give = (name: string, address: string | null) => ask(name, 'PUT', '/me/mail', { address });
const enter = (name: string, code: string) => ask(name, 'PUT', '/me/mail/confirmed', { code });
/** The number that the mail carries; the worker alone reads it. */
const codeOf = async () => (await api.store.mails.claim())?.code ?? '';
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Sessions end by themselves meanwhile: everybody signs in again. */
async function pass(time: Parameters<TestApi['clock']['advance']>[0]) {
  api.clock.advance(time);
  for (const name of Object.keys(tokens))
    tokens[name] = (await api.store.sessions.open(`${name}-hospital`))?.token ?? '';
}

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z', null, { isMailSent: true });
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital' },
    { nurse: ['hospital'], ward: ['hospital', 'wardNurse'], keeper: ['hospital', 'admin'] },
  );
});
afterAll(() => api.stop());

describe('an own address', () => {
  it('counts once the number that was mailed there is entered', async () => {
    expect((await ask('nurse', 'GET', '/me/mail')).json).toEqual({
      ...{ isSent: true, address: null, isConfirmed: false, refusedAt: null, last: null },
    });
    expect((await give('nurse', 'nurse@hospital.example')).json).toMatchObject({ isConfirmed: false });
    const code = await codeOf();
    expect(code).toMatch(/^\d{6}$/);
    expect(await enter('nurse', other(code))).toMatchObject({ status: 400, json: { issues: [{ path: 'code' }] } });
    // The number is the nurse's own: to somebody else it opens nothing.
    expect((await enter('ward', code)).status).toBe(400);
    expect(await enter('nurse', code)).toMatchObject({ status: 200, json: { isConfirmed: true } });
    expect((await enter('nurse', code)).status).toBe(400);
    expect(JSON.stringify((await ask('nurse', 'GET', '/me')).json)).not.toContain('nurse@hospital');
  });

  it('is confirmed anew when it is another, and goes with everything that waits', async () => {
    await give('nurse', 'other@hospital.example');
    expect((await ask('nurse', 'GET', '/me/mail')).json).toMatchObject({ isConfirmed: false });
    expect((await give('nurse', null)).json).toMatchObject({ address: null, isConfirmed: false });
    expect(await api.store.mails.claim()).toBeNull();
  });

  it('is guessed in no five tries, and not after half an hour', async () => {
    await give('ward', 'ward@hospital.example');
    const code = await codeOf();
    for (let n = 0; n < 5; n++) expect((await enter('ward', other(code))).status).toBe(400);
    expect((await enter('ward', code)).status).toBe(400);
    await give('ward', 'ward@hospital.example');
    const second = await codeOf();
    await pass({ minutes: 31 });
    expect((await enter('ward', second)).status).toBe(400);
  });

  it('is sent five numbers a day, whatever it is: the next ones tomorrow', async () => {
    for (let n = 0; n < 3; n++) expect((await give('ward', `w${n}@hospital.example`)).status).toBe(200);
    await give('ward', null);
    const { status, headers } = await give('ward', 'w4@hospital.example');
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_600);
    await pass({ days: 1 });
    expect((await give('ward', 'w4@hospital.example')).status).toBe(200);
  });

  it.each(['', 'nobody', 'a@b', 'a b@hospital.example', 'a@hospital.example\r\nBcc: b@hospital.example'])(
    'is none that no mail can go to: %j',
    async address => {
      expect(await give('nurse', address)).toMatchObject({ status: 400, json: { code: 'bad-input' } });
    },
  );

  it('is for whoever sees cases', async () => {
    expect((await ask('keeper', 'GET', '/me/mail')).status).toBe(403);
    expect((await give('keeper', 'k@hospital.example')).status).toBe(403);
  });
});

it('without a mail server nobody gives an address, and the settings say so', async () => {
  const beside = await startTestApi('2026-12-01T00:00:00.000Z', null, { beside: api });
  const token = tokens.nurse ?? '';
  try {
    expect((await beside.ask('GET', '/me/mail', { token })).json).toMatchObject({ isSent: false });
    const given = await beside.ask('PUT', '/me/mail', { token, body: { address: 'nurse@hospital.example' } });
    expect(given).toMatchObject({ status: 400, json: { issues: [{ path: 'address' }] } });
  } finally {
    await beside.stop();
  }
});
