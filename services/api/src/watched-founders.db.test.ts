import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens = new Map<string, string>();

beforeEach(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'office', 'hospital', '事務局');
  await anOrganisation(api.store, 'hub', 'hub', '拠点');
  for (const name of ['first', 'second']) await founder(name);
  await aMember(api.store, { name: 'hubkeeper', org: 'hub', role: 'admin' });
  await enter('hubkeeper', 'hub');
});
afterEach(() => api.stop());

const enter = async (name: string, org = 'office') =>
  void tokens.set(name, (await signedInAs(api.store, `${name}-${org}`)).token);

/** An administrator who founds and has come in. */
async function founder(name: string) {
  await aMember(api.store, { name, org: 'office', role: 'admin', flags: ['orgAdmin'] });
  await api.store.people.update(name, { passwordHash: 'hash' });
  await enter(name);
}
const ask = (name: string, method: string, path: string, body?: unknown, language = 'ja') =>
  api.ask(method, path, {
    token: tokens.get(name) ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'accept-language': language },
  });
const propose = async (name: string, called: string) => {
  const { json } = await ask(name, 'POST', '/admin/organisations', { kind: 'hub', name: called });
  expect(json.proposed).toBe(true);
  return String(json.id);
};
const confirm = (name: string, id: unknown, language?: string) =>
  ask(name, 'POST', `/admin/proposals/${id}/confirm`, undefined, language);
const withdraw = (name: string, id: unknown) => ask(name, 'POST', `/admin/proposals/${id}/withdraw`);
const listFor = async (name: string) => (await ask(name, 'GET', '/admin/proposals')).json.proposals as object[];
const change = (by: string, membership: string, body: object) => ask(by, 'PUT', `/memberships/${membership}`, body);
const disable = (by: string, name: string) => ask(by, 'PUT', `/admin/people/${name}/disabled`, { disabled: true });
const isDoneAlone = async (name: string, called: string) =>
  (await ask(name, 'POST', '/admin/organisations', { kind: 'hub', name: called })).json.proposed === false;

/** Gives somebody a slip, uses it, and is signed in as them. */
async function takeOver(by: string, name: string) {
  const given = await ask(by, 'POST', `/admin/people/${name}/password-slip`);
  const { token } = given.json.slip as { token: string };
  const chosen = await api.ask('POST', '/password', { body: { token, password: 'four words of nobody' } });
  expect([given.status, chosen.status]).toEqual([201, 200]);
  await enter(name);
  api.clock.advance({ minutes: 1 });
}
async function later(time: Parameters<TestApi['clock']['advance']>[0]) {
  api.clock.advance(time);
  await api.store.pruneEnded(api.clock.now());
  for (const name of tokens.keys()) await enter(name, name === 'hubkeeper' ? 'hub' : 'office').catch(() => null);
}

describe('whoever gave a founder a slip', () => {
  it('does not confirm the own proposal with it for seven days, and is told so', async () => {
    const id = await propose('first', '東拠点');
    await takeOver('first', 'second');
    const ja = '提案した方の出した案内で決められたばかりです。12月8日 9:00から確認できます。';
    expect(await confirm('second', id)).toMatchObject({
      status: 403,
      json: { code: 'not-permitted', detail: expect.stringContaining(ja) },
    });
    const en = expect.stringMatching(/a slip from whoever proposed this\. You can confirm from 8 December at 0?9:00/);
    expect(await confirm('second', id, 'en')).toMatchObject({ status: 403, json: { detail: en } });
    expect(await listFor('second')).toMatchObject([{ id, mayConfirm: true, notBefore: '2026-12-08T00:00:00.000Z' }]);
    expect(await listFor('first')).not.toMatchObject([{ notBefore: expect.anything() }]);
    await later({ days: 6, hours: 23 });
    expect((await confirm('second', id)).status).toBe(403);
    await later({ hours: 1 });
    expect((await listFor('second'))[0]).not.toHaveProperty('notBefore');
    expect((await confirm('second', id)).status).toBe(200);
  });

  it('counts from the day on which it was given, not from that on which it was used', async () => {
    const given = await ask('first', 'POST', '/admin/people/second/password-slip');
    await later({ days: 6 });
    const { token } = given.json.slip as { token: string };
    await api.ask('POST', '/password', { body: { token, password: 'four words of nobody' } });
    await enter('second');
    const id = await propose('first', '東拠点');
    expect((await confirm('second', id)).status).toBe(403);
    await later({ days: 1 });
    expect((await confirm('second', id)).status).toBe(200);
  });

  it('does not propose as them to confirm it', async () => {
    await takeOver('first', 'second');
    const id = await propose('second', '西拠点');
    const why = expect.stringContaining('あなたの出した案内で');
    expect(await confirm('first', id)).toMatchObject({ status: 403, json: { detail: why } });
    // Whoever finds it gets a password of their own: what was proposed before stays what it was.
    await founder('third');
    api.clock.advance({ minutes: 1 });
    await takeOver('third', 'second');
    expect((await confirm('first', id)).status).toBe(403);
    expect((await confirm('first', await propose('second', '北拠点'))).status).toBe(200);
    expect((await withdraw('second', id)).status).toBe(200);
  });

  it('is not two others at once, nor one through another', async () => {
    await founder('third');
    await takeOver('first', 'second');
    await takeOver('first', 'third');
    const both = await propose('second', '南拠点');
    const why = expect.stringContaining('どちらも同じ方の出した案内で');
    expect(await confirm('third', both)).toMatchObject({ status: 403, json: { detail: why } });
    await takeOver('second', 'third');
    const through = await propose('first', '中拠点');
    for (const name of ['second', 'third']) expect((await confirm(name, through)).status).toBe(403);
  });

  it('does confirm what somebody else proposed, and so does whoever has a slip from somebody else', async () => {
    await founder('third');
    await takeOver('first', 'second');
    expect((await confirm('second', await propose('third', '一拠点'))).status).toBe(200);
    await takeOver('third', 'second');
    expect((await confirm('second', await propose('first', '二拠点'))).status).toBe(200);
  });

  it('is nobody where it was given on the machine', async () => {
    const id = await propose('first', '東拠点');
    const slip = await api.store.passwordSlips.give('second', null);
    await api.store.passwordSlips.use(slip?.token ?? '', 'hash');
    await enter('second');
    expect((await confirm('second', id)).status).toBe(200);
  });
});

describe('nobody acts alone in the seven days', () => {
  it.each<[what: string, act: () => Promise<{ status: number }>]>([
    ['another founder was disabled', () => disable('first', 'second')],
    ['a membership was ended', () => change('first', 'second-office', { end: true })],
    ['it was ended long ago, as is said', () => change('first', 'second-office', { until: '2026-02-01' })],
    ['it begins later', () => change('first', 'second-office', { from: '2027-12-01' })],
    ['the right was taken away', () => change('first', 'second-office', { flags: [] })],
    ['the role was changed', () => change('first', 'second-office', { role: 'dischargeNurse', flags: [] })],
  ])('after %s', async (_, act) => {
    expect((await act()).status).toBe(200);
    await propose('first', '東拠点');
    await later({ days: 6, hours: 23 });
    await propose('first', '西拠点');
    await later({ hours: 1 });
    expect(await isDoneAlone('first', '南拠点')).toBe(true);
  });

  it('after the last day of a membership', async () => {
    await change('first', 'second-office', { until: '2026-12-01' });
    await later({ days: 7 });
    await propose('first', '東拠点');
    await later({ days: 1 });
    expect(await isDoneAlone('first', '西拠点')).toBe(true);
  });

  it('after a membership that was over was said to be so long ago', async () => {
    await change('first', 'second-office', { until: '2026-12-01' });
    await later({ days: 2 });
    expect((await change('first', 'second-office', { until: '2026-02-01' })).status).toBe(200);
    await propose('first', '東拠点');
  });

  it('after a founder who has not signed in yet was given another slip', async () => {
    await takeOver('first', 'second');
    await ask('first', 'POST', '/admin/people/second/password-slip');
    await propose('first', '東拠点');
  });
});

describe('a proposal to change a membership', () => {
  const proposeChange = async (body: object) => {
    expect(await change('hubkeeper', 'helper-hub', body)).toMatchObject({ status: 200, json: { proposed: true } });
    const [proposal] = (await listFor('first')) as { id: string }[];
    expect(await confirm('second', proposal?.id)).toMatchObject({ json: { confirmed: false } });
    return proposal?.id ?? '';
  };
  beforeEach(async () => {
    await aMember(api.store, { name: 'helper', org: 'hub', role: 'admin' });
  });

  it.each([
    ['ended', { end: true }],
    ['given a last day', { until: '2027-03-31' }],
    ['given another right', { flags: ['privacyOfficer'] }],
  ])('is not carried out where it was %s meanwhile, and waits to be withdrawn', async (_, meanwhile) => {
    const id = await proposeChange({ role: 'coordinator' });
    if ('flags' in meanwhile) await api.store.memberships.update('helper-hub', { flags: ['privacyOfficer'] });
    else await change('hubkeeper', 'helper-hub', meanwhile);
    const now = await api.store.memberships.find('helper-hub');
    const detail = expect.stringContaining('もう一度提案してください');
    expect(await confirm('first', id)).toMatchObject({ status: 409, json: { code: 'version-conflict', detail } });
    expect(await api.store.memberships.find('helper-hub')).toEqual(now);
    expect(await listFor('first')).toHaveLength(1);
    expect((await withdraw('hubkeeper', id)).status).toBe(200);
  });

  it('by whoever does not found is not carried out on somebody who was made a founder meanwhile', async () => {
    const id = await proposeChange({ role: 'coordinator' });
    await api.store.memberships.update('helper-hub', { flags: ['orgAdmin'] });
    expect(await confirm('first', id)).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    expect((await api.store.memberships.find('helper-hub'))?.role).toBe('admin');
  });

  it('is carried out where it is as it was', async () => {
    const id = await proposeChange({ role: 'coordinator', until: '2027-03-31' });
    expect((await confirm('first', id)).status).toBe(200);
    expect(await api.store.memberships.find('helper-hub')).toMatchObject({
      role: 'coordinator',
      untilOn: '2027-03-31',
    });
  });

  it('from before it was kept what it had been is not carried out', async () => {
    const wish = {
      is: 'membership',
      id: 'helper-hub',
      role: 'coordinator',
      flags: [],
      fromOn: '2026-01-01',
      untilOn: null,
    };
    const id = await api.store.proposals.add({ person: 'hubkeeper', membership: 'hubkeeper-hub', wish });
    await confirm('second', id);
    expect((await confirm('first', id)).status).toBe(409);
    expect(await listFor('first')).toHaveLength(1);
  });
});

describe('an organisation whose name differs in what nobody sees', () => {
  it('is there already', async () => {
    await ask('first', 'POST', '/admin/organisations', { kind: 'clinic', name: '青空診療所' });
    for (const name of ['青\u0300空診療所', '青空\u200b診療所', '青\ufe00空診療所'])
      expect((await ask('first', 'POST', '/admin/organisations', { kind: 'clinic', name })).status).toBe(409);
    expect((await ask('first', 'POST', '/admin/organisations', { kind: 'clinic', name: 'ばら診療所' })).status).toBe(
      201,
    );
    expect((await ask('first', 'POST', '/admin/organisations', { kind: 'clinic', name: 'はら診療所' })).status).toBe(
      201,
    );
  });
});
