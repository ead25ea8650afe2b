import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens = new Map<string, string>();

beforeEach(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'office', 'hospital', '事務局');
  await anOrganisation(api.store, 'hub', 'hub', '拠点');
  await founder('first');
  await add('hubkeeper', 'hub', []);
  await add('clerk', 'office', []);
});
afterEach(() => api.stop());

/** An administrator who has come in; with the flag, one who founds. */
async function add(name: string, org: string, flags: readonly 'orgAdmin'[]) {
  await aMember(api.store, { name, org, role: 'admin', flags });
  await api.store.people.update(name, { passwordHash: 'hash' });
  tokens.set(name, (await signedInAs(api.store, `${name}-${org}`)).token);
}
const founder = (name: string) => add(name, 'office', ['orgAdmin']);
const ask = (name: string, method: string, path: string, body?: unknown) =>
  api.ask(method, path, {
    token: tokens.get(name) ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });
const found = (name: string, kind: string, called: string) =>
  ask(name, 'POST', '/admin/organisations', { kind, name: called });
const confirm = (name: string, id: unknown) => ask(name, 'POST', `/admin/proposals/${id}/confirm`);
const withdraw = (name: string, id: unknown) => ask(name, 'POST', `/admin/proposals/${id}/withdraw`);
const listFor = async (name: string) =>
  (await ask(name, 'GET', '/admin/proposals')).json.proposals as { id: string; mayConfirm: boolean }[];
const named = async (text: string) => (await api.store.organisations.list({ text })).map(({ kind }) => kind);
const logged = async () => {
  await api.store.log.flush();
  const text = `SELECT person, what, outcome FROM access_log WHERE action = 'administration' ORDER BY id`;
  return (await withOwner(api.adminUrl, client => client.query(text))).rows;
};

describe('what sees across the network', () => {
  it('is founded by one alone while there is nobody else, and the log says so', async () => {
    expect(await found('first', 'hub', '東拠点')).toMatchObject({ status: 201, json: { proposed: false } });
    expect(await named('東拠点')).toEqual(['hub']);
    expect((await logged()).at(-1)).toMatchObject({ person: 'first', outcome: 'added alone' });
  });

  it.each(['hub', 'prefecture'])('is proposed where a second one is there, who confirms it: %s', async kind => {
    await founder('second');
    const { status, json } = await found('first', kind, '西の組織');
    expect([status, json.proposed]).toEqual([201, true]);
    expect(await named('西の組織')).toEqual([]);
    expect(await listFor('first')).toMatchObject([{ id: json.id, mayConfirm: false }]);
    expect(await listFor('second')).toMatchObject([
      { id: json.id, mayConfirm: true, by: { name: 'first', org: '事務局' }, what: { kind, name: '西の組織' } },
    ]);
    expect((await confirm('first', json.id)).status).toBe(403);
    expect((await confirm('second', json.id)).status).toBe(200);
    expect(await named('西の組織')).toEqual([kind]);
    expect((await confirm('second', json.id)).status).toBe(404);
    expect(await listFor('second')).toEqual([]);
    const [proposed, added, confirmed] = (await logged()).slice(-3);
    expect(proposed).toMatchObject({ person: 'first', outcome: 'proposed' });
    expect(added).toMatchObject({
      person: 'second',
      what: expect.stringMatching(/, proposed by first$/),
      outcome: 'added',
    });
    expect(confirmed).toMatchObject({ person: 'second', outcome: 'confirmed' });
  });

  it('is founded by nobody where it is withdrawn, or turned down, or its proposer is gone', async () => {
    await founder('second');
    const [own, other, late] = ['一', '二', '三'];
    for (const [by, name] of [
      ['first', own],
      ['second', other],
    ]) {
      const { json } = await found('first', 'hub', `拠点${name}`);
      expect((await withdraw(String(by), json.id)).status).toBe(200);
      expect((await confirm('second', json.id)).status).toBe(404);
    }
    const { json } = await found('first', 'hub', `拠点${late}`);
    await api.store.people.update('first', { disabled: true });
    expect((await confirm('second', json.id)).status).toBe(403);
    expect(await named('拠点')).toEqual(['hub']);
  });

  it('is founded once by two who confirm at the same moment, and waits for thirty days', async () => {
    await founder('second');
    await founder('third');
    const { json } = await found('first', 'hub', '南拠点');
    const both = await Promise.all([confirm('second', json.id), confirm('third', json.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    const old = await found('first', 'hub', '古い拠点');
    api.clock.advance({ days: 30, seconds: 1 });
    tokens.set('second', (await signedInAs(api.store, 'second-office')).token);
    expect((await confirm('second', old.json.id)).status).toBe(404);
  });

  it('waits on where carrying it out broke off, and is carried out by the next who confirms it', async () => {
    await founder('second');
    const { json } = await found('first', 'hub', '壊れた拠点');
    const alter = (change: string) =>
      withOwner(api.adminUrl, client => client.query(`ALTER TABLE organisation ${change}`));
    await alter(`ADD CONSTRAINT broken CHECK (name <> '壊れた拠点')`);
    expect((await confirm('second', json.id)).status).toBe(500);
    expect(await listFor('second')).toMatchObject([{ id: json.id, mayConfirm: true }]);
    await alter('DROP CONSTRAINT broken');
    expect((await confirm('second', json.id)).status).toBe(200);
    expect(await named('壊れた拠点')).toEqual(['hub']);
  });

  it('is seen and decided by no administrator of another kind', async () => {
    await founder('second');
    const { json } = await found('first', 'hub', '北拠点');
    for (const name of ['hubkeeper', 'clerk']) {
      expect(await listFor(name)).toEqual([]);
      expect((await confirm(name, json.id)).status).toBe(404);
      expect((await withdraw(name, json.id)).status).toBe(404);
    }
  });

  it('is no clinic, which one founds alone', async () => {
    await founder('second');
    expect(await found('first', 'clinic', '青空診療所')).toMatchObject({ status: 201, json: { proposed: false } });
    expect((await logged()).at(-1)).toMatchObject({ outcome: 'added' });
  });
});

describe('a name that is there already', () => {
  it('is refused, however it is written and whoever founds it, with the one that is there', async () => {
    await found('first', 'hospital', '茅ヶ崎こども病院');
    for (const name of ['茅ケ崎こども病院', '茅ｹ崎 コドモ病院', '「茅ヶ崎」こども・病院'])
      expect(await found('first', 'hub', name)).toMatchObject({
        status: 409,
        json: { code: 'already-there', issues: [{ path: 'name', message: '「茅ヶ崎こども病院」がすでにあります。' }] },
      });
  });

  it('is refused also where it came while a proposal waited, which waits on', async () => {
    await founder('second');
    const { json } = await found('first', 'hub', 'みどり');
    await found('second', 'clinic', 'ミドリ');
    expect((await confirm('second', json.id)).status).toBe(409);
    expect(await listFor('second')).toHaveLength(1);
  });
});

describe('a role that sees across the network, and the right to found', () => {
  const bring = (by: string, identifier: string, more: object) =>
    ask(by, 'POST', '/admin/people', { identifier, displayName: identifier, flags: [], ...more });
  const rolesIn = async (org: string) =>
    (await api.store.memberships.list({ org })).map(({ role, flags }) => [role, ...flags].join(' ')).sort();

  it('are given to somebody new by two', async () => {
    const brought = await bring('hubkeeper', 'coordinator-1', { org: 'hub', role: 'coordinator' });
    expect(brought).toMatchObject({ status: 201, json: { proposed: true, slip: null } });
    expect(await rolesIn('hub')).toEqual(['admin']);
    const [proposal] = await listFor('first');
    expect((await confirm('first', proposal?.id)).status).toBe(200);
    expect(await rolesIn('hub')).toEqual(['admin', 'coordinator']);
    expect(await bring('first', 'second', { org: 'office', role: 'admin', flags: ['orgAdmin'] })).toMatchObject({
      json: { proposed: false },
    });
    expect((await logged()).at(-1)).toMatchObject({ person: 'first', outcome: 'added alone' });
  });

  it('are given to somebody who is there by two, and taken away by one', async () => {
    await founder('second');
    await aMember(api.store, { name: 'helper', org: 'hub', role: 'admin' });
    const change = (body: object) => ask('hubkeeper', 'PUT', '/memberships/helper-hub', body);
    expect(await change({ role: 'coordinator' })).toMatchObject({
      status: 200,
      json: { proposed: true, role: 'admin' },
    });
    const [proposal] = await listFor('second');
    for (const name of ['first', 'second']) expect((await confirm(name, proposal?.id)).status).toBe(200);
    expect(await rolesIn('hub')).toEqual(['admin', 'coordinator']);
    expect(await change({ until: '2027-03-31' })).toMatchObject({ json: { proposed: false } });
    expect(await change({ end: true })).toMatchObject({ json: { proposed: false, until: '2026-11-30' } });
    expect(await change({ until: null })).toMatchObject({ json: { proposed: true, until: '2026-11-30' } });
  });

  it('are proposed in the own name by whoever has the right to give them alone', async () => {
    await founder('second');
    expect((await bring('clerk', 'clerk-1', { org: 'hub', role: 'coordinator' })).status).toBe(403);
    expect((await bring('clerk', 'clerk-2', { org: 'office', role: 'admin', flags: ['orgAdmin'] })).status).toBe(400);
    expect(await listFor('second')).toEqual([]);
  });
});
