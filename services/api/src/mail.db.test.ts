import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const ask = (name: string, method: 'GET' | 'PUT' | 'DELETE', path: string, body?: object) =>
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
  api = await startTestApi('2026-12-01T00:00:00.000Z', null, { isMailSent: true, pushKey: 'B'.repeat(87) });
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

describe('a webhook of an organisation', () => {
  let keys = 0;
  const write = (name: string, method: string, path: string, body: object = {}) =>
    api.ask(method, path, { token: tokens[name] ?? '', body, headers: { 'idempotency-key': `hook-${++keys}` } });
  const url = 'https://hooks.example.com/a';

  it('is kept by administrators; its secret is told once, and a trial is sent by whoever sends', async () => {
    expect((await ask('nurse', 'GET', '/admin/webhooks')).status).toBe(403);
    expect((await write('nurse', 'POST', '/admin/webhooks', { url, kinds: ['turn'] })).status).toBe(403);
    const { status, json } = await write('keeper', 'POST', '/admin/webhooks', { url, kinds: ['turn', 'handoff'] });
    expect(status).toBe(201);
    expect(json.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const { id } = json.webhook as { id: string };
    const listed = await ask('keeper', 'GET', '/admin/webhooks');
    expect(listed.json).toEqual({ isSent: true, webhooks: [json.webhook] });
    expect(JSON.stringify(listed.json)).not.toContain(String(json.secret).slice(6, 20));
    const rotated = await write('keeper', 'POST', `/admin/webhooks/${id}/secret`);
    expect(rotated.json).toMatchObject({ webhook: { secretBeforeUntil: expect.any(String) } });
    expect(rotated.json.secret).not.toBe(json.secret);
    const trial = await write('keeper', 'POST', `/admin/webhooks/${id}/deliveries`);
    expect(trial).toMatchObject({ status: 201, json: { kind: 'test', state: 'waiting', caseId: null } });
    const sent = await ask('keeper', 'GET', `/admin/webhooks/${id}/deliveries`);
    expect(sent.json).toMatchObject({ deliveries: [{ id: trial.json.id }] });
    const off = await write('keeper', 'PUT', `/admin/webhooks/${id}`, { isOn: false });
    expect(off.json).toMatchObject({ state: 'off', url });
    expect((await write('keeper', 'POST', `/admin/webhooks/${id}/deliveries/${String(trial.json.id)}`)).status).toBe(
      404,
    );
    expect((await ask('keeper', 'DELETE', `/admin/webhooks/${id}`)).status).toBe(204);
    expect((await ask('keeper', 'GET', `/admin/webhooks/${id}/deliveries`)).status).toBe(404);
  });

  it('the answer of a repeated request holds no secret', async () => {
    const again = () =>
      api.ask('POST', '/admin/webhooks', {
        ...{ token: tokens.keeper ?? '', body: { url, kinds: ['turn'] }, headers: { 'idempotency-key': 'hook-once' } },
      });
    const [first, second] = [await again(), await again()];
    expect(second.json).toEqual({ ...first.json, secret: null });
  });

  it.each([
    'http://hooks.example.com/',
    'https://10.0.0.1/',
    'https://localhost/',
    'https://[::ffff:127.0.0.1]/',
    'https://0x7f.1/',
    'https://user:word@hooks.example.com/',
  ])('leads to no %s', async inside => {
    const made = await write('keeper', 'POST', '/admin/webhooks', { url: inside, kinds: ['turn'] });
    expect(made).toMatchObject({ status: 400, json: { code: 'bad-input', issues: [{ path: 'url' }] } });
  });

  it('is told of known kinds, of one at least, and of no call to one person; of ten there is no eleventh', async () => {
    for (const kinds of [[], ['mention'], ['nonsense']])
      expect((await write('keeper', 'POST', '/admin/webhooks', { url, kinds })).status).toBe(400);
    for (let n = 1; n < 10; n++)
      await write('keeper', 'POST', '/admin/webhooks', { url: `${url}${n}`, kinds: ['turn'] });
    expect((await write('keeper', 'POST', '/admin/webhooks', { url, kinds: ['turn'] })).json).toMatchObject({
      issues: [{ path: 'url' }],
    });
  });
});

describe('a browser that is told', () => {
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) };
  const add = (name: string, endpoint: string) =>
    api.ask('PUT', '/me/push', { token: tokens[name] ?? '', body: { endpoint, keys, device: 'Chrome · Windows' } });

  it('is of whoever subscribed it last, and ends where it is taken away', async () => {
    expect((await ask('nurse', 'GET', '/me/push')).json).toEqual({ publicKey: 'B'.repeat(87), browsers: [] });
    const mine = await add('nurse', 'https://push.example.com/a');
    expect(mine.json).toMatchObject({ browsers: [{ device: 'Chrome · Windows' }] });
    expect((await add('ward', 'https://push.example.com/a')).status).toBe(200);
    expect((await ask('nurse', 'GET', '/me/push')).json).toMatchObject({ browsers: [] });
    const theirs = (await ask('ward', 'GET', '/me/push')).json.browsers as { id: string }[];
    const path = `/me/push/${theirs[0]?.id}`;
    expect((await ask('nurse', 'DELETE', path)).status).toBe(404);
    expect((await ask('ward', 'DELETE', path)).json).toMatchObject({ browsers: [] });
  });

  it('has a push service of the internet, and an owner who sees cases', async () => {
    for (const inside of ['https://127.0.0.1/', 'http://push.example.com/', 'https://[fd00::1]/'])
      expect((await add('nurse', inside)).json).toMatchObject({ issues: [{ path: 'endpoint' }] });
    expect((await add('keeper', 'https://push.example.com/a')).status).toBe(403);
  });
});
