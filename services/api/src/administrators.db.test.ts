import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
});
afterAll(() => api.stop());

/** An organisation with two administrators, and what each asks the api. */
async function twoAdministrators(org: string) {
  await anOrganisation(api.store, org);
  const open = async (name: string) => {
    await aMember(api.store, { name, org, role: 'admin', flags: ['orgAdmin'] });
    const token = (await api.store.sessions.open(`${name}-${org}`))?.token ?? '';
    return (method: string, path: string, body: object) =>
      api.ask(method, path, { token, body, headers: { 'idempotency-key': crypto.randomUUID() } });
  };
  return { ask: { a: await open(`${org}-a`), b: await open(`${org}-b`) } };
}

const openIn = async (org: string) =>
  (await api.store.memberships.list({ org })).filter(({ untilOn }) => untilOn === null).map(({ person }) => person);

describe('two administrators at the same moment', () => {
  it.each([1, 2, 3, 4])('do not end each other: one of them stays (%i)', async round => {
    const org = `ends${round}`;
    const { ask } = await twoAdministrators(org);
    const answers = await Promise.all([
      ask.a('PUT', `/memberships/${org}-b-${org}`, { end: true }),
      ask.b('PUT', `/memberships/${org}-a-${org}`, { end: true }),
    ]);
    expect(await openIn(org)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 401, 403]).toContain(status);
  });

  it.each([1, 2, 3, 4])('do not shut each other out (%i)', async round => {
    const org = `shuts${round}`;
    const { ask } = await twoAdministrators(org);
    await Promise.all([
      ask.a('PUT', `/admin/people/${org}-b/disabled`, { disabled: true }),
      ask.b('PUT', `/admin/people/${org}-a/disabled`, { disabled: true }),
    ]);
    const people = await Promise.all(['a', 'b'].map(name => api.store.people.find(`${org}-${name}`)));
    expect(people.filter(person => person?.disabledAt === null)).toHaveLength(1);
  });

  it('are told, where the last one would go', async () => {
    await twoAdministrators('told');
    const administered = { org: 'told', on: '2026-12-01' };
    const ended = { untilOn: '2026-11-30' };
    expect(await api.store.memberships.updateUnlessLast('told-a-told', ended, administered)).toMatchObject(ended);
    expect(await api.store.memberships.updateUnlessLast('told-b-told', ended, administered)).toBe('lastAdministrator');
    expect(await api.store.people.disableUnlessLast('told-b', true, administered)).toBe('lastAdministrator');
    expect(await openIn('told')).toEqual(['told-b']);
  });
});

describe('the first administrator of another organisation', () => {
  it('is one, also where two are brought in at the same moment', async () => {
    const { ask } = await twoAdministrators('founder');
    await anOrganisation(api.store, 'new');
    const bring = (identifier: string) =>
      ask.a('POST', '/admin/people', {
        identifier,
        displayName: identifier,
        org: 'new',
        role: 'admin',
        flags: ['orgAdmin'],
      });
    const answers = await Promise.all([bring('first-1'), bring('first-2'), bring('first-3')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
    expect(await api.store.memberships.list({ org: 'new' })).toHaveLength(1);
    const refused = answers.findIndex(({ status }) => status === 403);
    // Nothing is left of whoever came too late: the name can be used again.
    expect(await api.store.people.create({ identifier: `first-${refused + 1}`, displayName: 'x' })).not.toBeNull();
    expect((await bring('first-4')).status).toBe(403);
  });
});
