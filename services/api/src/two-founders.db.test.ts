import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
/** By name: what they act as, and what they are signed in with. */
const memberships = new Map<string, string>();
const tokens = new Map<string, string>();

beforeEach(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'office', 'hub', '拠点事務局');
  for (const name of ['first', 'second']) await add(name, 'admin', ['orgAdmin']);
  await add('keeper', 'admin');
});
afterEach(() => {
  memberships.clear();
  tokens.clear();
  return api.stop();
});

/** Somebody of the office who has come in. */
async function add(name: string, role: 'admin' | 'coordinator', flags: readonly 'orgAdmin'[] = []) {
  await aMember(api.store, { name, org: 'office', role, flags });
  await api.store.people.update(name, { passwordHash: 'hash' });
  await enter(name);
}
async function enter(name: string, membership = memberships.get(name) ?? `${name}-office`) {
  memberships.set(name, membership);
  tokens.set(name, (await signedInAs(api.store, membership)).token);
}
async function later(days: number) {
  api.clock.advance({ days });
  await api.store.pruneEnded(api.clock.now());
  for (const name of tokens.keys()) await enter(name).catch(() => null);
}
const ask = (name: string, method: string, path: string, body?: unknown) =>
  api.ask(method, path, {
    token: tokens.get(name) ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
const setDisabled = (by: string, name: string, disabled: boolean) =>
  ask(by, 'PUT', `/admin/people/${name}/disabled`, { disabled });
const change = (by: string, name: string, body: object) => ask(by, 'PUT', `/memberships/${name}-office`, body);
const confirm = (name: string, id: unknown) => ask(name, 'POST', `/admin/proposals/${id}/confirm`);
const listFor = async (name: string) =>
  (await ask(name, 'GET', '/admin/proposals')).json.proposals as Record<string, unknown>[];
const bring = (by: string, identifier: string, role: string, org = 'office') =>
  ask(by, 'POST', '/admin/people', { identifier, displayName: identifier, org, role, flags: [] });
const isDisabled = async (name: string) => (await api.store.people.find(name))?.disabledAt !== null;

async function use(slip: unknown) {
  const { token } = slip as { token: string };
  expect((await api.ask('POST', '/password', { body: { token, password: 'four words of nobody' } })).status).toBe(200);
}
/** An administrator whom somebody invents, and as whom they sign in. */
async function invent(by: string, org?: string) {
  const { json } = await bring(by, 'puppet', 'admin', org);
  await use(json.slip);
  const [made] = await api.store.memberships.list({ person: String(json.id) });
  await enter('puppet', made?.id);
}

describe('letting somebody in again', () => {
  it('takes two where they are to see across the network: one proposes it, another confirms', async () => {
    await add('coordinator', 'coordinator');
    await setDisabled('first', 'coordinator', true);
    await later(60);
    const asked = await setDisabled('first', 'coordinator', false);
    expect(asked).toMatchObject({ status: 200, json: { disabled: true, proposed: true } });
    expect(await isDisabled('coordinator')).toBe(true);
    const what = { is: 'enabled', displayName: 'coordinator', org: '拠点事務局', role: 'coordinator', flags: [] };
    const [proposal] = await listFor('second');
    expect(proposal).toMatchObject({ mayConfirm: true, what });
    expect((await confirm('first', proposal?.id)).status).toBe(403);
    expect((await confirm('second', proposal?.id)).status).toBe(200);
    expect(await isDisabled('coordinator')).toBe(false);
  });

  it('takes two where they found, so that nobody makes a second founder of one who left long ago', async () => {
    await add('third', 'admin', ['orgAdmin']);
    await setDisabled('first', 'third', true);
    await later(60);
    expect(await setDisabled('first', 'third', false)).toMatchObject({ json: { proposed: true } });
    expect(await isDisabled('third')).toBe(true);
  });

  it('takes one where they do neither, or where what they did is over', async () => {
    await add('coordinator', 'coordinator');
    await change('first', 'coordinator', { end: true });
    for (const name of ['keeper', 'coordinator']) {
      await setDisabled('first', name, true);
      expect(await setDisabled('first', name, false)).toMatchObject({ json: { disabled: false, proposed: false } });
    }
  });

  it('is done alone by the only founder', async () => {
    await add('coordinator', 'coordinator');
    for (const name of ['second', 'coordinator']) await setDisabled('first', name, true);
    await later(8);
    expect(await setDisabled('first', 'coordinator', false)).toMatchObject({ json: { proposed: false } });
  });

  it('takes two also by moving a first day that was put off', async () => {
    await change('first', 'second', { from: '2027-12-01' });
    await add('third', 'admin', ['orgAdmin']);
    expect(await change('first', 'second', { from: '2026-12-01' })).toMatchObject({ json: { proposed: true } });
  });
});

describe('what an administrator proposes who does not found', () => {
  it('is not carried out by the one who invented them, however long ago', async () => {
    await invent('first');
    await later(60);
    const { json } = await bring('puppet', 'spy', 'coordinator');
    expect(await confirm('first', json.id)).toMatchObject({ status: 200, json: { confirmed: false } });
    expect(await confirm('first', json.id)).toMatchObject({ status: 403 });
    expect(await listFor('first')).toMatchObject([{ id: json.id, mayConfirm: false, confirmedBy: 'first' }]);
    expect(await listFor('second')).toMatchObject([{ id: json.id, mayConfirm: true, confirmedBy: 'first' }]);
    expect(await api.store.signIn.findAccount('spy')).toBeNull();
    expect(await confirm('second', json.id)).toMatchObject({ status: 200, json: { confirmed: true } });
    expect(await api.store.signIn.findAccount('spy')).not.toBeNull();
  });

  it('is not carried out by the one who brought in the administrator of a hub that two founded', async () => {
    const { json: hub } = await ask('first', 'POST', '/admin/organisations', { kind: 'hub', name: '東拠点' });
    expect((await confirm('second', hub.id)).status).toBe(200);
    const [made] = await api.store.organisations.list({ text: '東拠点' });
    await invent('first', made?.id);
    await later(7);
    const { json } = await bring('puppet', 'spy', 'coordinator', made?.id);
    expect(await confirm('first', json.id)).toMatchObject({ json: { confirmed: false } });
    expect(await api.store.signIn.findAccount('spy')).toBeNull();
  });

  it('is not carried out by one who confirms twice, once as the other with a slip', async () => {
    const { json } = await bring('keeper', 'spy', 'coordinator');
    const { json: given } = await ask('first', 'POST', '/admin/people/second/password-slip');
    await use(given.slip);
    await enter('second');
    expect(await confirm('second', json.id)).toMatchObject({ json: { confirmed: false } });
    expect((await confirm('first', json.id)).status).toBe(403);
    expect((await listFor('first'))[0]).toHaveProperty('notBefore', '2026-12-08T00:00:00.000Z');
  });

  it('takes another confirmation where whoever confirmed first does not found any more', async () => {
    await add('third', 'admin', ['orgAdmin']);
    const { json } = await bring('keeper', 'coordinator-1', 'coordinator');
    expect(await confirm('third', json.id)).toMatchObject({ json: { confirmed: false } });
    await setDisabled('first', 'third', true);
    expect((await listFor('second'))[0]).not.toHaveProperty('confirmedBy');
    expect(await confirm('first', json.id)).toMatchObject({ json: { confirmed: false } });
    expect(await confirm('second', json.id)).toMatchObject({ json: { confirmed: true } });
  });

  it('is carried out once two confirm it at the same moment', async () => {
    const { json } = await bring('keeper', 'coordinator-1', 'coordinator');
    const both = await Promise.all(['first', 'second'].map(name => confirm(name, json.id)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.map(answer => answer.json.confirmed).sort()).toEqual([false, true]);
  });
});

describe('an administrator who does not found', () => {
  it('neither shuts a founder out, nor changes what they are, nor gives them a slip, and reads why', async () => {
    const detail = expect.stringContaining('組織を加えられる管理者');
    const refused = { status: 403, json: { code: 'not-permitted', detail } };
    expect(await setDisabled('keeper', 'first', true)).toMatchObject(refused);
    for (const body of [{ end: true }, { until: '2026-12-31' }, { from: '2027-01-01' }, { role: 'coordinator' }])
      expect(await change('keeper', 'first', body)).toMatchObject(refused);
    expect(await change('keeper', 'first', { flags: [] })).toMatchObject(refused);
    expect(await ask('keeper', 'POST', '/admin/people/first/password-slip')).toMatchObject(refused);
    expect(await setDisabled('first', 'second', true)).toMatchObject({ status: 200 });
  });

  it('does not act alone where no founder is there, and reads whom to ask', async () => {
    for (const name of ['first', 'second']) await api.store.people.update(name, { disabled: true });
    await later(8);
    await enter('keeper');
    expect(await bring('keeper', 'spy', 'coordinator')).toMatchObject({
      status: 403,
      json: { code: 'not-permitted', detail: expect.stringContaining('サーバー') },
    });
    expect(await api.store.signIn.findAccount('spy')).toBeNull();
  });
});

describe('the list of proposals', () => {
  it('takes twenty of one person, and a sentence says so', async () => {
    for (let i = 0; i < 20; i++) expect((await bring('keeper', `co-${i}-x`, 'coordinator')).status).toBe(201);
    const detail = expect.stringContaining('20件');
    expect(await bring('keeper', 'one-more', 'coordinator')).toMatchObject({ status: 409, json: { detail } });
    const [newest] = await listFor('keeper');
    await ask('keeper', 'POST', `/admin/proposals/${newest?.id}/withdraw`);
    expect((await bring('keeper', 'one-more', 'coordinator')).status).toBe(201);
    api.clock.advance({ minutes: 1 });
    const { json } = await ask('first', 'POST', '/admin/organisations', { kind: 'hub', name: '東拠点' });
    expect((await listFor('second'))[0]).toMatchObject({ id: json.id });
  });
});
