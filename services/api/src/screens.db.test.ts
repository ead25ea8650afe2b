import { randomUUID } from 'node:crypto';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const START = '2026-12-01T00:00:00.000Z';
let api: TestApi;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi(START);
  for (const org of ['hospital', 'another']) await anOrganisation(api.store, org);
  await aMember(api.store, { name: 'keeper', org: 'hospital', flags: ['orgAdmin'] });
  await aMember(api.store, { name: 'keeper2', org: 'another', role: 'admin', flags: ['orgAdmin'] });
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
});
afterAll(() => api.stop());
beforeEach(async () => {
  api.clock.set(START);
  for (const name of ['keeper-hospital', 'keeper2-another', 'nurse-hospital'])
    tokens[name.split('-')[0] ?? ''] = (await signedInAs(api.store, name)).token;
});

const body = { name: '病棟の壁', level: 'number', nightDimming: true, reducedMotion: false, pin: '246810' };
const ask = (who: string, method: string, path: string, sent?: object, key: string = randomUUID()) =>
  api.ask(method, path, { token: tokens[who] ?? '', headers: { 'idempotency-key': key }, body: sent });
const onWall = (cookie: string, method: string, path: string, sent?: object) =>
  api.ask(method, path, { headers: { cookie }, body: sent });

type Made = { screen: { id: string }; link: { token: string } };
async function aWall() {
  const made = (await ask('keeper', 'POST', '/admin/screens', body)).json as unknown as Made;
  const entered = await api.ask('POST', '/wall/session', { body: { token: made.link.token } });
  const [set = ''] = entered.headers.getSetCookie();
  return { id: made.screen.id, token: made.link.token, entered, set, cookie: set.split(';')[0] ?? '' };
}

describe('a wall display', () => {
  it('is made by an administrator, whose link is shown once and used once', async () => {
    const key = randomUUID();
    const made = await ask('keeper', 'POST', '/admin/screens', body, key);
    expect(made).toMatchObject({ status: 201, json: { screen: { state: 'waiting', hasPin: true } } });
    expect(JSON.stringify(made.json)).not.toContain('246810');
    const again = await ask('keeper', 'POST', '/admin/screens', body, key);
    expect(again).toMatchObject({ status: 201, json: { ...made.json, link: null } });
    expect((await ask('nurse', 'POST', '/admin/screens', body)).status).toBe(403);
    const { token } = (made.json as unknown as Made).link;
    expect((await api.ask('POST', '/wall/session', { body: { token } })).status).toBe(200);
    expect((await api.ask('POST', '/wall/session', { body: { token } })).status).toBe(404);
  });

  it('is refused a PIN that is none', async () => {
    for (const pin of ['12345', '123456789', 'abcdef', '１２３４５６'])
      expect((await ask('keeper', 'POST', '/admin/screens', { ...body, pin })).status, pin).toBe(400);
    expect((await ask('keeper', 'POST', '/admin/screens', { ...body, pin: null })).status).toBe(201);
  });

  it('has a cookie of its own, which is no person’s and stays for months', async () => {
    const { entered, set, cookie, id } = await aWall();
    expect(entered.json).toMatchObject({ screen: { id, level: 'number' }, org: { id: 'hospital' }, pin: null });
    expect(set).toMatch(/^kaerimichi_screen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=34560000$/);
    expect((await onWall(cookie, 'GET', '/wall')).json).toMatchObject({ screen: { id }, sightUntil: null });
    // The device in the place of a person, and a person in that of the device.
    const asPerson = cookie.replace('kaerimichi_screen', 'kaerimichi_session');
    for (const path of ['/board', '/tasks', '/search?q=K-1', '/admin/screens', '/organisations', '/pathway', '/me'])
      expect((await onWall(asPerson, 'GET', path)).status, path).toBe(401);
    expect((await onWall(asPerson, 'GET', '/session')).json).toBeNull();
    for (const path of ['/board', '/me']) expect((await onWall(cookie, 'GET', path)).status, path).toBe(401);
    expect((await onWall(`kaerimichi_screen=${tokens.keeper}`, 'GET', '/wall')).status).toBe(401);
    expect((await api.ask('GET', '/wall', { token: tokens.keeper ?? '' })).status).toBe(401);
  });

  it('is changed, linked anew and revoked by the administrators of its organisation alone', async () => {
    const { id, cookie } = await aWall();
    const attempts = [
      ['PUT', `/admin/screens/${id}`, { level: 'name' }],
      ['POST', `/admin/screens/${id}/link`, undefined],
      ['DELETE', `/admin/screens/${id}`, undefined],
    ] as const;
    for (const [method, path, sent] of attempts) {
      expect((await ask('nurse', method, path, sent)).status, method).toBe(403);
      expect((await ask('keeper2', method, path, sent)).status, method).toBe(404);
    }
    expect((await onWall(cookie, 'GET', '/wall')).json).toMatchObject({ screen: { level: 'number' } });
    expect(await ask('keeper', 'PUT', `/admin/screens/${id}`, { level: 'name' })).toMatchObject({ status: 200 });
    expect((await onWall(cookie, 'GET', '/wall')).json).toMatchObject({ screen: { level: 'name' } });
    expect((await ask('keeper', 'DELETE', `/admin/screens/${id}`)).json).toMatchObject({ state: 'revoked' });
    expect((await onWall(cookie, 'GET', '/wall')).status).toBe(401);
    const listed = (await ask('keeper', 'GET', '/admin/screens')).json.screens as { id: string; state: string }[];
    expect(listed.find(screen => screen.id === id)?.state).toBe('revoked');
    expect((await ask('keeper2', 'GET', '/admin/screens')).json).toEqual({ screens: [] });
  });
});

describe('unlocking', () => {
  it('grants names for two minutes, by the clock of the program, and hides them again', async () => {
    const { cookie } = await aWall();
    const unlocked = await onWall(cookie, 'POST', '/wall/sight', { pin: '246810' });
    expect(unlocked).toMatchObject({ status: 200, json: { until: '2026-12-01T00:02:00.000Z' } });
    expect((await onWall(cookie, 'GET', '/wall')).json.sightUntil).toBe('2026-12-01T00:02:00.000Z');
    api.clock.advance({ seconds: 120 });
    expect((await onWall(cookie, 'GET', '/wall')).json.sightUntil).toBeNull();
    await onWall(cookie, 'POST', '/wall/sight', { pin: '246810' });
    expect((await onWall(cookie, 'DELETE', '/wall/sight')).status).toBe(204);
    expect((await onWall(cookie, 'GET', '/wall')).json.sightUntil).toBeNull();
  });

  it('counts wrong PINs, and after the fifth takes none for a quarter of an hour, not even the right one', async () => {
    const { cookie, id } = await aWall();
    for (let wrong = 0; wrong < 5; wrong++)
      expect((await onWall(cookie, 'POST', '/wall/sight', { pin: '000000' })).status).toBe(400);
    const locked = await onWall(cookie, 'POST', '/wall/sight', { pin: '246810' });
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '900']);
    api.clock.advance({ minutes: 15 });
    expect((await onWall(cookie, 'POST', '/wall/sight', { pin: '246810' })).status).toBe(200);
    await api.store.log.flush();
    const kept = await api.store.log.list({ person: await personOf(id) }, { limit: 20 });
    const outcomes = kept.filter(({ what }) => what === `screen ${id} sight`).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['opened', ...Array(5).fill('refused')]);
  });

  it('is not to be had where no PIN was set, nor by a person', async () => {
    const { cookie, id } = await aWall();
    await ask('keeper', 'PUT', `/admin/screens/${id}`, { pin: null });
    expect((await onWall(cookie, 'POST', '/wall/sight', { pin: '246810' })).status).toBe(403);
    const asked = await api.ask('POST', '/wall/sight', { token: tokens.keeper ?? '', body: { pin: '246810' } });
    expect(asked.status).toBe(401);
  });
});

async function personOf(id: string): Promise<string> {
  const membership = (await api.store.screens.find(id))?.membership ?? '';
  return (await api.store.memberships.find(membership))?.person ?? '';
}
