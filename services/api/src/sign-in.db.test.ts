import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from './password.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const password = 'a long enough password';
const hospital = '192.0.2.1';
let api: TestApi;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  const passwordHash = await hashPassword(password);
  for (const name of ['nurse', 'head', 'doctor', 'ward', 'many', 'few', 'usual']) {
    await aMember(api.store, { name, org: 'hospital' });
    await api.store.people.update(name, { passwordHash });
  }
});
afterAll(() => api.stop());

const signIn = (identifier: string, given: string, address = hospital, more = {}) =>
  api.ask('POST', '/session', {
    body: { identifier, password: given, ...more },
    headers: { 'x-forwarded-for': address },
  });
const failFrom = async (address: string, times: number) => {
  for (let at = 0; at < times; at++) await api.store.signIn.noteFailure({ identifier: `unknown-${at}`, address });
};

describe('who is signed in', () => {
  it('is nobody without a session or with one that ended, which is no fault, and somebody with one', async () => {
    expect(await api.ask('GET', '/session')).toMatchObject({ status: 200, json: null });
    const { token, signedIn } = await signedInAs(api.store, 'nurse-hospital');
    expect(await api.ask('GET', '/session', { token })).toMatchObject({
      status: 200,
      json: { person: { id: 'nurse' } },
    });
    // The page says in time that the session is about to end.
    expect((await api.ask('GET', '/me', { token })).json.idleMs).toBe(15 * 60_000);
    await api.store.sessions.revoke(signedIn.session.id);
    expect(await api.ask('GET', '/session', { token })).toMatchObject({ status: 200, json: null });
    expect((await api.ask('GET', '/me', { token })).status).toBe(401);
  });
});

describe('the memberships that one can change to', () => {
  it('are those that hold today', async () => {
    await anOrganisation(api.store, 'clinic');
    const other = { person: 'doctor', org: 'clinic', role: 'doctor' } as const;
    const give = (id: string, fromOn: string, untilOn: string | null) =>
      api.store.memberships.create({ ...other, id, fromOn, untilOn });
    await give('over', '2026-01-01', '2026-11-30');
    await give('holding', '2026-01-01', '2026-12-01');
    await give('later', '2026-12-02', null);
    const { token } = await signedInAs(api.store, 'doctor-hospital');
    const { json } = await api.ask('GET', '/me', { token });
    expect((json.memberships as { id: string }[]).map(({ id }) => id).sort()).toEqual(['doctor-hospital', 'holding']);
    const change = (membership: string) => api.ask('PUT', '/me/membership', { token, body: { membership } });
    for (const id of ['over', 'later']) expect((await change(id)).status, id).toBe(404);
    expect(await change('holding')).toMatchObject({ status: 200, json: { membership: { id: 'holding' } } });
  });
});

describe('sign-in', () => {
  it('lets a right password in where a hundred wrong ones came from the same address', async () => {
    await failFrom(hospital, 100);
    expect(await signIn('nurse', password)).toMatchObject({ status: 200, json: { person: { id: 'nurse' } } });
    expect(await signIn('head', 'wrong')).toMatchObject({ status: 401 });
    expect(await signIn('head', password)).toMatchObject({ status: 200 });
  });

  it('takes what comes from such an address one by one, and from others as ever', async () => {
    await failFrom('192.0.2.2', 100);
    const began = performance.now();
    let isOver = false;
    const slow = Promise.all(['a', 'b', 'c'].map(name => signIn(name, 'wrong', '192.0.2.2')));
    const all = slow.finally(() => {
      isOver = true;
    });
    expect((await signIn('ward', password, '192.0.2.3')).status).toBe(200);
    expect(isOver).toBe(false);
    expect((await all).map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(performance.now() - began).toBeGreaterThan(1_400);
  });

  it('locks an account after three failures there, after ten from anywhere, right password or not', async () => {
    await failFrom('192.0.2.4', 100);
    for (let at = 0; at < 3; at++) expect((await signIn('doctor', 'wrong', '192.0.2.4')).status).toBe(401);
    const locked = await signIn('doctor', password, '192.0.2.4');
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await signIn('doctor', password, '192.0.2.5')).status).toBe(200);
    for (let at = 0; at < 10; at++) expect((await signIn('doctor', 'wrong', `203.0.${at}.1`)).status).toBe(401);
    expect((await signIn('doctor', password, '203.0.113.30')).status).toBe(429);
  });

  it('lets the owner in from the network they usually use, whatever a stranger does elsewhere', async () => {
    expect((await signIn('usual', password, '198.18.7.1')).status).toBe(200);
    for (let at = 0; at < 11; at++) await signIn('usual', 'wrong', `203.0.113.${at}`);
    expect((await signIn('usual', password, '203.0.113.99')).status).toBe(429);
    expect((await signIn('usual', password, '198.18.7.2')).status).toBe(200);
  });

  it('compares no more than ten of fifty that come at once, over whatever addresses, and starts anew after a right one', async () => {
    const wrong = await Promise.all(Array.from({ length: 50 }, (_, at) => signIn('many', 'wrong', `198.51.100.${at}`)));
    const count = (status: number) => wrong.filter(answer => answer.status === status).length;
    expect([count(401), count(429)]).toEqual([10, 40]);
    expect((await signIn('many', password)).status).toBe(429);
    for (const right of [9, 9]) {
      const attempts = Array.from({ length: right }, () => signIn('few', 'wrong', '198.51.100.60'));
      expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual(Array(right).fill(401));
      expect((await signIn('few', password, '198.51.100.60')).status).toBe(200);
    }
  });

  it('lets the same person in as often at once as the password is right', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => signIn('few', password, '198.51.100.61')));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('ends the session that the same browser had, and no other, once the password was right', async () => {
    const cookieOf = ({ headers }: { headers: Headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';
    const withCookie = (given: string, cookie: string) =>
      api.ask('POST', '/session', {
        body: { identifier: 'ward', password: given },
        headers: { cookie, 'x-forwarded-for': '198.51.100.70' },
      });
    const me = async (cookie: string) => (await api.ask('GET', '/me', { headers: { cookie } })).status;
    const [other, first] = [cookieOf(await withCookie(password, '')), cookieOf(await withCookie(password, ''))];
    expect((await withCookie('wrong', first)).status).toBe(401);
    expect(await me(first)).toBe(200);
    const second = cookieOf(await withCookie(password, first));
    expect([await me(first), await me(second), await me(other)]).toEqual([401, 200, 200]);
  });

  it('refuses a code of a second factor, which nobody has yet, before the password says anything', async () => {
    for (const given of [password, 'wrong']) {
      const answer = await signIn('nurse', given, '192.0.2.40', { code: '123456' });
      expect(answer).toMatchObject({ status: 400, json: { code: 'bad-input', issues: [{ path: 'code' }] } });
    }
    expect((await signIn('nurse', password, '192.0.2.40', { code: '' })).status).toBe(200);
  });
});

describe('a slip that does not exist', () => {
  it('is counted until its address is slowed down, and no more', async () => {
    const count = () => withOwner(api.adminUrl, client => client.query('SELECT FROM sign_in_failure'));
    await failFrom('192.0.2.50', 98);
    const before = (await count()).rows.length;
    for (let at = 0; at < 5; at++) {
      const body = { token: `no such token at all ${at}` };
      const answer = await api.ask('POST', '/password/slip', { body, headers: { 'x-forwarded-for': '192.0.2.50' } });
      expect(answer.status).toBe(404);
    }
    expect((await count()).rows.length).toBe(before + 2);
  });
});
