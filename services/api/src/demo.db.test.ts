import { randomUUID } from 'node:crypto';
import { StoreBusy } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoDesk } from './ports.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const NOW = '2026-12-01T00:00:00.000Z';
let api: TestApi;
let real: TestApi;
let pressed = 0;
const pushedTo: string[] = [];
let reset: DemoDesk['reset'] = async () => null;

const happening = {
  no: 'K-0142',
  child: '石井 そら',
  who: { name: '看護師', org: '病院', role: 'wardNurse' },
  what: { ja: '記録しました。', en: 'Recorded.' },
};
const roleOf = (id: string) => ({
  ...{ id, identifier: `${id}@demo`, membership: `${id}-hospital`, name: id, org: '病院', role: 'dischargeNurse' },
  first: { ja: 'ボードを見る。', en: 'Look at the board.' },
});
const story = { done: 1, all: 2, next: happening, stopped: [] };
const desk: DemoDesk = {
  wall: {
    ...{ id: 'demo', org: 'hospital', name: '壁', level: 'number', nightDimming: true, reducedMotion: false },
    pin: '246810',
  },
  roles: [roleOf('nurse'), roleOf('gone')],
  story: async () => story,
  goOn: async () => {
    pressed += 1;
    return { happened: happening, story };
  },
  seededOn: async () => '2026-12-01',
  rehearsal: {
    aheadDays: () => pushedTo.length,
    push: async to => {
      pushedTo.push(to);
      return to;
    },
    days: [{ id: 'typhoon', title: { ja: '台風', en: 'Typhoon' }, about: { ja: '上陸。', en: 'Landfall.' } }],
    play: async () => ({
      ...{ done: 1, all: 8, today: '2026-12-01', leftOut: [] },
      step: {
        ...{ what: { ja: '進んだ', en: 'Went on' }, look: { ja: 'ボード', en: 'The board' }, happened: [happening] },
        refused: { ...happening, why: [{ ja: '足りない', en: 'Missing' }] },
      },
    }),
  },
  reset: () => reset(),
};

beforeAll(async () => {
  api = await startTestApi(NOW, desk);
  real = await startTestApi(NOW);
  await anOrganisation(api.store, 'hospital');
  for (const name of ['nurse', 'gone', 'private']) await aMember(api.store, { name, org: 'hospital' });
  await api.store.people.update('gone', { disabled: true });
});
afterAll(async () => {
  await api?.stop();
  await real?.stop();
});
// Another address each time: none has pressed before.
let address = '';
let addresses = 0;
beforeEach(() => {
  address = `192.0.2.${++addresses}`;
});

const from = (more = {}) => ({ 'x-forwarded-for': address, ...more });
const be = (identifier: string, more: { token?: string; headers?: Record<string, string> } = {}) =>
  api.ask('POST', '/demo/session', { body: { identifier }, ...more, headers: from(more.headers) });
const press = (key: string, more: Record<string, string> = {}) =>
  api.ask('POST', '/demo/next', { headers: from({ 'idempotency-key': key, ...more }) });

describe('pushing the clock', () => {
  const push = (to: string, key: string) =>
    api.ask('POST', '/demo/clock', { body: { to }, headers: from({ 'idempotency-key': key }) });

  it('goes to a later day once by its key, tells every page, and never back or out of sight', async () => {
    expect(await push('2026-12-08', 'week')).toMatchObject({ status: 200, json: { today: '2026-12-08' } });
    expect(await push('2026-12-08', 'week')).toMatchObject({ status: 200, json: { today: '2026-12-08' } });
    expect(pushedTo).toEqual(['2026-12-08']);
    // The desk of this test only notes it: its clock stands still.
    expect(await api.ask('GET', '/place')).toMatchObject({ json: { pushedTo: '2026-12-01' } });
    expect(await api.ask('GET', '/demo', { headers: from() })).toMatchObject({ json: { aheadDays: 1 } });
    for (const [n, day] of ['2026-12-01', '2026-11-30', '2028-02-01', 'tomorrow'].entries())
      expect([day, (await push(day, `bad-${n}`)).status]).toEqual([day, 400]);
    expect(pushedTo).toHaveLength(1);
    pushedTo.length = 0;
  });

  it('plays a scripted day in the words of whoever asks; a day that is none is not found', async () => {
    const headers = (key: string) => from({ 'idempotency-key': key, 'accept-language': 'en' });
    expect(await api.ask('GET', '/demo', { headers: headers('look') })).toMatchObject({
      json: { days: [{ id: 'typhoon', title: 'Typhoon', about: 'Landfall.' }] },
    });
    const played = await api.ask('POST', '/demo/day', { body: { day: 'typhoon' }, headers: headers('storm') });
    expect(played).toMatchObject({ status: 200, json: { done: 1, all: 8, today: '2026-12-01', leftOut: [] } });
    const { what, ...rest } = { ...happening, what: 'Recorded.' };
    const step = { what: 'Went on', look: 'The board', happened: [{ ...rest, what }] };
    expect(played.json.step).toEqual({ ...step, refused: { ...rest, what, why: ['Missing'] } });
    expect((await api.ask('POST', '/demo/day', { body: { day: 'flood' }, headers: headers('none') })).status).toBe(404);
  });

  it('is there for no page where several processes ask the time', async () => {
    const shared = await startTestApi(NOW, { ...desk, rehearsal: null });
    const headers = { 'idempotency-key': 'k' };
    expect((await shared.ask('POST', '/demo/clock', { body: { to: '2026-12-08' }, headers })).status).toBe(404);
    expect((await shared.ask('POST', '/demo/day', { body: { day: 'typhoon' }, headers })).status).toBe(404);
    expect(await shared.ask('GET', '/demo')).toMatchObject({ json: { aheadDays: null, days: [] } });
    await shared.stop();
  });
});

describe('a deployment that is not a demo', () => {
  it.each([
    ['GET', '/demo'],
    ['POST', '/demo/session'],
    ['POST', '/demo/next'],
    ['POST', '/demo/clock'],
    ['POST', '/demo/day'],
    ['POST', '/demo/reset'],
    ['DELETE', '/demo'],
  ])('answers %s %s as it answers what never was', async (method, path) => {
    const headers = { 'idempotency-key': 'k' };
    const body = method === 'GET' ? {} : { body: { identifier: 'nurse@demo' } };
    const [asked, unknown] = [
      await real.ask(method, path, { headers, ...body }),
      await real.ask(method, '/nothing', { headers, ...body }),
    ];
    const { requestId: _one, ...told } = asked.json;
    const { requestId: _other, ...missing } = unknown.json;
    expect([asked.status, told]).toEqual([404, missing]);
    expect([...asked.headers.keys()].sort()).toEqual([...unknown.headers.keys()].sort());
  });

  it('says that it is none, and writes nothing of it into its document', async () => {
    expect(await real.ask('GET', '/place')).toMatchObject({ json: { demo: false, demoStart: false } });
    expect(await api.ask('GET', '/place')).toMatchObject({ json: { demo: true, demoStart: true, pushedTo: null } });
    expect(JSON.stringify((await real.ask('GET', '/openapi.json')).json)).not.toContain('/demo');
    expect(Object.keys((await api.ask('GET', '/openapi.json')).json.paths as object)).toContain('/demo/next');
  });
});

describe('the start page', () => {
  it('tells whom one can be and how far the story is, in the language that is asked for', async () => {
    const english = await api.ask('GET', '/demo', { headers: { 'accept-language': 'en' } });
    expect(english).toMatchObject({
      status: 200,
      json: {
        roles: [{ identifier: 'nurse@demo', first: 'Look at the board.' }, {}],
        story: { done: 1, all: 2, next: { no: 'K-0142', child: '石井 そら', what: 'Recorded.' } },
        ...{ seededOn: '2026-12-01', today: '2026-12-01' },
      },
    });
    expect(JSON.stringify(english.json)).not.toContain('nurse-hospital');
  });
});

describe('looking again and again from one address', () => {
  it('is slowed down, and takes no turn from whoever presses there', async () => {
    const look = () => api.ask('GET', '/demo', { headers: from() });
    const told = await Promise.all(Array.from({ length: 125 }, look));
    expect(told.filter(({ status }) => status === 200)).toHaveLength(120);
    const slowed = told.find(({ status }) => status !== 200);
    expect([slowed?.status, slowed?.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await be('nurse@demo')).status).toBe(200);
    api.clock.advance({ seconds: 1 });
    expect((await look()).status).toBe(200);
    api.clock.set(NOW);
  });
});

describe('a demo that a proxy hands on without anybody having said so', () => {
  let direct: TestApi;
  beforeAll(async () => {
    direct = await startTestApi(NOW, desk, { trustProxy: null, isDemoExposed: false });
  });
  afterAll(() => direct?.stop());

  it.each([
    ['forwarded', 'for=192.0.2.1'],
    ['x-forwarded-for', '192.0.2.1'],
    ['x-forwarded-host', 'kaerimichi.example'],
    ['x-forwarded-proto', 'https'],
    ['via', '1.1 proxy'],
  ])('answers its routes as what never was: %s', async (name, value) => {
    const headers = { 'idempotency-key': 'k', [name]: value };
    for (const [method, path] of [
      ['GET', '/demo'],
      ['POST', '/demo/session'],
      ['POST', '/demo/next'],
      ['POST', '/demo/reset'],
      ['DELETE', '/demo'],
    ] as const) {
      const body = method === 'GET' ? {} : { body: { identifier: 'nurse@demo' } };
      const asked = await direct.ask(method, path, { headers, ...body });
      const unknown = await direct.ask(method, '/nothing', { headers, ...body });
      expect([asked.status, { ...asked.json, requestId: '' }]).toEqual([404, { ...unknown.json, requestId: '' }]);
      expect(asked.headers.getSetCookie()).toEqual([]);
    }
    expect(await direct.ask('GET', '/place', { headers })).toMatchObject({ json: { demo: true, demoStart: false } });
  });

  it('has them for this computer itself', async () => {
    expect((await direct.ask('GET', '/demo')).status).toBe(200);
    expect(await direct.ask('GET', '/place')).toMatchObject({ json: { demoStart: true } });
  });

  it('has them where that was asked for', async () => {
    const exposed = await startTestApi(NOW, desk, { trustProxy: null, isDemoExposed: true });
    expect((await exposed.ask('GET', '/demo', { headers: { via: '1.1 proxy' } })).status).toBe(200);
    await exposed.stop();
  });
});

describe('being somebody', () => {
  it('opens a session of theirs and ends the one before', async () => {
    const { token } = await signedInAs(api.store, 'private-hospital');
    const answer = await be('nurse@demo', { token });
    expect(answer).toMatchObject({ status: 200, json: { person: { id: 'nurse' }, demo: true } });
    const cookie = answer.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=/);
    const opened = /=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect(await api.ask('GET', '/me', { token: opened })).toMatchObject({ json: { person: { id: 'nurse' } } });
    expect((await api.ask('GET', '/me', { token })).status).toBe(401);
  });

  it('is in the access log, and counted, like a sign-in with a password', async () => {
    const counted = async () =>
      (await api.metrics.signIns.get()).values.find(({ labels }) => labels.outcome === 'ok')?.value ?? 0;
    const { token } = await signedInAs(api.store, 'private-hospital');
    const before = await counted();
    expect((await be('nurse@demo', { token })).status).toBe(200);
    expect(await counted()).toBe(before + 1);
    await api.store.log.flush();
    const newestOf = async (person: string) => (await api.store.log.list({ person }, { limit: 1 }))[0];
    const about = { org: 'hospital', what: 'session', outcome: 'ok' };
    expect(await newestOf('nurse')).toMatchObject({ ...about, action: 'signIn', membership: 'nurse-hospital' });
    expect(await newestOf('private')).toMatchObject({ ...about, action: 'signOut', membership: 'private-hospital' });
  });

  it('is for the people of the story alone, and not for one who was shut out', async () => {
    for (const identifier of ['private', 'private@demo', '', 'nobody@demo'])
      expect((await be(identifier)).status, identifier).toBe(404);
    const gone = await be('gone@demo');
    expect([gone.status, gone.json.code, gone.headers.getSetCookie()]).toEqual([403, 'not-permitted', []]);
    expect(
      await api.ask('POST', '/demo/session', { body: { identifier: 1, password: 'x' }, headers: from() }),
    ).toMatchObject({ status: 400, json: { issues: [{ path: 'identifier' }, { path: 'password' }] } });
  });

  it('is refused to a foreign origin, and to one address that asks again and again', async () => {
    expect(await be('nurse@demo', { headers: { origin: 'https://evil.example' } })).toMatchObject({ status: 403 });
    for (let n = 0; n < 30; n++) expect((await be('nurse@demo')).status).toBe(200);
    const slowed = await be('nurse@demo');
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await press(randomUUID())).status).toBe(429);
    address = '192.0.2.250';
    expect((await be('nurse@demo')).status).toBe(200);
  });
});

describe('what happens next', () => {
  it('wants a key, and happens once for it', async () => {
    expect(await api.ask('POST', '/demo/next', { headers: from() })).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'Idempotency-Key' }] },
    });
    const before = pressed;
    const [key, told] = [randomUUID(), { happened: { what: '記録しました。' }, story: { done: 1 } }];
    for (let n = 0; n < 3; n++) expect(await press(key)).toMatchObject({ status: 200, json: told });
    expect(pressed).toBe(before + 1);
    expect((await press(randomUUID(), { origin: 'null' })).status).toBe(403);
  });
});

describe('beginning anew', () => {
  const begin = () => api.ask('POST', '/demo/reset', { headers: from({ 'idempotency-key': randomUUID() }) });

  it('takes the cookie; says when it is too soon, and that it is busy', async () => {
    const done = await begin();
    expect(done).toMatchObject({ status: 200, json: { seededOn: '2026-12-01' } });
    expect(done.headers.getSetCookie()[0]).toMatch(/^kaerimichi_session=; .*Max-Age=0/);
    reset = async () => ({ notBefore: '2026-12-01T00:00:07.000Z' });
    const soon = await begin();
    expect([soon.status, soon.headers.get('retry-after'), soon.headers.getSetCookie()]).toEqual([429, '7', []]);
    reset = async () => {
      throw new StoreBusy('held');
    };
    expect((await begin()).status).toBe(503);
  });
});
