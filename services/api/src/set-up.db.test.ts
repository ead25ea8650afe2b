import { randomUUID } from 'node:crypto';
import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const failing = `CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$`;
  await withOwner(api.adminUrl, client => client.query(failing));
});
afterAll(() => api.stop());

/** Every membership that is written fails, as if the program ended just before it. */
const cutOff = () =>
  withOwner(api.adminUrl, client =>
    client.query('CREATE TRIGGER cut_off BEFORE INSERT ON membership FOR EACH ROW EXECUTE FUNCTION cut_off()'),
  );
const goOn = () => withOwner(api.adminUrl, client => client.query('DROP TRIGGER IF EXISTS cut_off ON membership'));
afterEach(goOn);

describe('a first set-up', () => {
  const setUp = (token: string) =>
    api.ask('POST', '/setup', {
      body: {
        token,
        organisation: { kind: 'hub', name: '県支援センター' },
        person: { identifier: 'first@hub', displayName: '佐藤', password: 'a password long enough' },
      },
    });

  it('that is cut off leaves nothing, and its link works once more', async () => {
    const { token } = await api.store.setupLinks.create();
    await cutOff();
    expect((await setUp(token)).status).toBe(500);
    expect(await api.store.organisations.list()).toEqual([]);
    expect(await api.store.signIn.findAccount('first@hub')).toBeNull();
    expect(await api.store.setupLinks.stateOf(token)).toBe('open');
    await goOn();
    const answers = await Promise.all([setUp(token), setUp(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    const [organisation] = await api.store.organisations.list();
    expect(await api.store.memberships.list({ org: organisation?.id ?? '' })).toMatchObject([
      { role: 'admin', flags: ['orgAdmin'], fromOn: '2026-12-01', untilOn: null },
    ]);
    expect(
      await api.ask('POST', '/session', { body: { identifier: 'first@hub', password: 'a password long enough' } }),
    ).toMatchObject({ status: 200 });
  });

  it('with a name that somebody has already keeps its link', async () => {
    const { token } = await api.store.setupLinks.create();
    expect(await setUp(token)).toMatchObject({ status: 400, json: { issues: [{ path: 'identifier' }] } });
    expect(await api.store.organisations.list()).toHaveLength(1);
    expect(await api.store.setupLinks.stateOf(token)).toBe('open');
  });
});

describe('somebody who is brought in', () => {
  it('and cut off is nobody: the same identifier comes in afterwards', async () => {
    await anOrganisation(api.store, 'hospital');
    await aMember(api.store, { name: 'keeper', org: 'hospital', role: 'admin', flags: ['orgAdmin'] });
    const { token } = await signedInAs(api.store, 'keeper-hospital');
    const bring = () =>
      api.ask('POST', '/admin/people', {
        token,
        headers: { 'idempotency-key': randomUUID() },
        body: { identifier: 'colleague', displayName: '鈴木', org: 'hospital', role: 'dischargeNurse', flags: [] },
      });
    await cutOff();
    expect((await bring()).status).toBe(500);
    await goOn();
    expect((await bring()).status).toBe(201);
    expect((await bring()).json).toMatchObject({ issues: [{ path: 'identifier' }] });
  });
});
