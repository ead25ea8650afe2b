import { withOwner } from '@kaerimichi/store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BORN, type FamilyApi, PASSWORD, startFamilyApi } from './testing/start-family-api.ts';

let family: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
}, 60_000);
afterAll(() => family.api.stop());
afterEach(() => family.api.clock.set('2026-12-01T00:00:00.000Z'));

describe('coming in by a code', () => {
  it('is refused alike for a wrong code and a wrong birth date', async () => {
    const { code } = await family.codeOf();
    const wrong = { name: 'x', identifier: 'someone', password: PASSWORD };
    const answers = [
      await family.join('/join/invitation', { code: '2222-3333-4444', bornOn: BORN }),
      await family.join('/join/invitation', { code, bornOn: '2024-03-08' }),
      await family.join('/join', { ...wrong, code: '2222-3333-4444', bornOn: BORN }),
      await family.join('/join', { ...wrong, code, bornOn: '2024-03-08' }),
    ];
    const told = answers.map(({ status, json: { requestId: _own, ...json } }) => JSON.stringify([status, json]));
    expect(new Set(told).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(await family.join('/join/invitation', { code, bornOn: BORN })).toMatchObject({
      status: 200,
      json: { org: 'こども病院' },
    });
  });

  it('is slowed down after ten wrong codes from one address, and nowhere else', async () => {
    const { code } = await family.codeOf();
    const guess = (n: number) =>
      family.join('/join/invitation', { code: `2222-3333-44${20 + n}`, bornOn: BORN }, '198.51.100.7');
    const statuses = await Promise.all(Array.from({ length: 14 }, (_, n) => guess(n)));
    expect(statuses.filter(({ status }) => status === 404)).toHaveLength(10);
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(4);
    const right = await family.join('/join/invitation', { code, bornOn: BORN }, '198.51.100.7');
    expect([right.status, Number(right.headers.get('retry-after')) > 800]).toEqual([429, true]);
    expect((await family.join('/join/invitation', { code, bornOn: BORN })).status).toBe(200);
    family.api.clock.advance({ minutes: 15 });
    expect((await family.join('/join/invitation', { code, bornOn: BORN }, '198.51.100.7')).status).toBe(200);
  });

  it('waits no longer than the quarter of an hour, however often a hospital mistypes, and writes no account down', async () => {
    const at = '198.51.100.9';
    const { code } = await family.codeOf();
    const wrong = () => family.join('/join/invitation', { code: '2222-3333-4444', bornOn: BORN }, at);
    for (let quarter = 0; quarter < 4; quarter++) {
      for (let n = 0; n < 10; n++) expect((await wrong()).status).toBe(404);
      const slowed = await wrong();
      expect([slowed.status, Number(slowed.headers.get('retry-after')) <= 900]).toEqual([429, true]);
      family.api.clock.advance({ minutes: 15 });
    }
    expect((await family.join('/join/invitation', { code, bornOn: BORN }, at)).status).toBe(200);
    const rows = await withOwner(family.api.adminUrl, client => client.query('SELECT FROM sign_in_place'));
    expect(rows.rowCount).toBe(0);
  });

  it('gives no guesses back to whoever has a code that is right', async () => {
    const { code } = await family.codeOf();
    const at = '198.51.100.10';
    const statuses: number[] = [];
    for (let n = 0; n < 24; n++)
      statuses.push(
        (await family.join('/join/invitation', { code: n % 2 ? code : '2222-3333-4444', bornOn: BORN }, at)).status,
      );
    expect(statuses.filter(status => status === 404)).toHaveLength(10);
  });

  it('takes codes one by one where five hundred were wrong from everywhere', async () => {
    const { code } = await family.codeOf();
    family.api.clock.advance({ hours: 6 });
    const tries = Array.from({ length: 501 }, (_, n) => family.api.store.joinAttempts.reserve(`10.${n % 200}.${n}.1`));
    await Promise.all(tries);
    const begun = performance.now();
    const answers = await Promise.all([1, 2].map(() => family.join('/join/invitation', { code, bornOn: BORN })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(performance.now() - begun).toBeGreaterThan(1_900);
  });

  it('says so to whoever joined already and never heard of it, and to nobody else', async () => {
    const { code } = await family.codeOf();
    const body = { code, bornOn: BORN, name: '森', identifier: 'mori', password: PASSWORD };
    expect((await family.join('/join', body)).status).toBe(201);
    const again = await family.join('/join', body);
    expect(again).toMatchObject({ status: 409, json: { detail: 'もう参加しています。ログインしてください。' } });
    for (const other of [{ bornOn: '2024-03-08' }, { identifier: 'visitor' }, { password: `${PASSWORD}x` }])
      expect((await family.join('/join', { ...body, ...other })).status, JSON.stringify(other)).toBe(404);
    // Passwords that are tried this way are tried for the account.
    const wrong = { ...body, password: `${PASSWORD}x` };
    for (let n = 0; n < 10; n++) await family.join('/join', wrong);
    const signIn = {
      body: { identifier: 'mori', password: PASSWORD },
      headers: { 'x-forwarded-for': '203.0.113.200' },
    };
    expect((await family.api.ask('POST', '/session', signIn)).status).toBe(429);
  });

  it('locks a code after five wrong birth dates from as many addresses, and the lead is told', async () => {
    const { id, code } = await family.codeOf();
    for (let n = 1; n <= 5; n++) await family.join('/join/invitation', { code, bornOn: `2024-04-0${n}` });
    expect((await family.join('/join/invitation', { code, bornOn: BORN })).status).toBe(404);
    const guardians = await family.guardians();
    expect(guardians.find(guardian => guardian.id === id)).toMatchObject({ state: 'locked' });
  });

  it('tells five times that a name is taken, and is of no use then, as after five wrong birth dates', async () => {
    const { id, code } = await family.codeOf();
    const person = { code, bornOn: BORN, name: '石井', identifier: 'visitor', password: PASSWORD };
    for (let n = 0; n < 5; n++) {
      expect((await family.join('/join/invitation', { code, bornOn: BORN })).status).toBe(200);
      expect((await family.join('/join', person)).json).toMatchObject({ issues: [{ path: 'identifier' }] });
    }
    const locked = await family.join('/join', { ...person, identifier: 'free' });
    const wrong = await family.join('/join', { ...person, code: '2222-3333-4444' });
    expect([locked.status, { ...locked.json, requestId: '' }]).toEqual([404, { ...wrong.json, requestId: '' }]);
    expect((await family.guardians()).find(guardian => guardian.id === id)).toMatchObject({ state: 'locked' });
  });

  it('makes the place known: a stranger’s wrong passwords elsewhere do not lock the family out there', async () => {
    const { code } = await family.codeOf();
    const person = { code, bornOn: BORN, name: '林', identifier: 'hayashi', password: PASSWORD };
    expect((await family.join('/join', person, '192.0.2.17')).status).toBe(201);
    const signIn = (password: string, from: string) =>
      family.api.ask('POST', '/session', {
        body: { identifier: 'hayashi', password },
        headers: { 'x-forwarded-for': from },
      });
    for (let n = 0; n < 10; n++) await signIn('x', `198.18.${n}.1`);
    expect((await signIn(PASSWORD, '198.18.77.1')).status).toBe(429);
    expect((await signIn(PASSWORD, '192.0.2.17')).status).toBe(200);
  });

  it('asks for a good password and a free name, and the code is still good', async () => {
    const { code } = await family.codeOf();
    const person = { code, bornOn: BORN, name: '石井', identifier: 'visitor', password: 'password123456' };
    expect((await family.join('/join', person)).json).toMatchObject({ issues: [{ path: 'password' }] });
    expect((await family.join('/join', { ...person, password: PASSWORD })).json).toMatchObject({
      issues: [{ path: 'identifier' }],
    });
    const came = await family.join('/join', { ...person, identifier: 'ishii', password: PASSWORD });
    expect(came).toMatchObject({ status: 201, json: { membership: { role: 'family' }, abilities: { board: false } } });
    expect((await family.join('/join', { ...person, identifier: 'ishii2', password: PASSWORD })).status).toBe(404);
    const signIn = { identifier: 'ishii', password: PASSWORD };
    expect((await family.api.ask('POST', '/session', { body: signIn })).status).toBe(200);
  });
});

describe('coming back by a new code', () => {
  const NEW = 'あたらしい朝の散歩とみかん';
  const renew = async (id: string) => {
    const path = `/cases/${family.caseId}/guardians/${id}/code`;
    const { json } = await family.ask('nurse', path, 'POST', undefined, family.keyed());
    return String((json.slip as { code: string }).code);
  };

  it('is a new password for the same name, once; whoever was signed in is out, and the old password is worthless', async () => {
    const { id } = await family.joinAs('aoi');
    const code = await renew(id);
    expect((await family.guardians()).find(guardian => guardian.id === id)).toMatchObject({
      state: 'joined',
      renewal: 'waiting',
    });
    expect((await family.ask('aoi', '/family')).status).toBe(200);
    const key = { code, bornOn: BORN };
    expect((await family.join('/join/invitation', key)).json).toEqual({ org: 'こども病院', identifier: 'aoi' });
    const asNew = { ...key, name: 'x', identifier: 'aoi2', password: NEW };
    expect((await family.join('/join', asNew)).status).toBe(404);
    expect((await family.join('/join/password', { ...key, password: 'password123456' })).json).toMatchObject({
      issues: [{ path: 'password' }],
    });
    expect((await family.join('/join/password', { ...key, bornOn: '2024-03-08', password: NEW })).status).toBe(404);
    const came = await family.join('/join/password', { ...key, password: NEW });
    expect(came).toMatchObject({ status: 201, json: { membership: { role: 'family' }, person: { name: 'aoi' } } });
    expect((await family.ask('aoi', '/family')).status).toBe(401);
    const signIn = async (password: string) =>
      (await family.api.ask('POST', '/session', { body: { identifier: 'aoi', password } })).status;
    expect([await signIn(PASSWORD), await signIn(NEW)]).toEqual([401, 200]);
    // Told again to whoever holds all of it, and to nobody else.
    expect((await family.join('/join/password', { ...key, password: NEW })).status).toBe(409);
    expect((await family.join('/join/password', { ...key, password: PASSWORD })).status).toBe(404);
    expect((await family.guardians()).find(guardian => guardian.id === id)).toMatchObject({ renewal: null });
  });

  it('is for whoever came before: a first code chooses no password', async () => {
    const { code } = await family.codeOf();
    expect((await family.join('/join/password', { code, bornOn: BORN, password: NEW })).status).toBe(404);
    expect((await family.join('/join/invitation', { code, bornOn: BORN })).json).toMatchObject({ identifier: null });
  });
});
