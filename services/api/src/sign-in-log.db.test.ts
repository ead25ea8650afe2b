import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from './password.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const password = 'a long enough password';
let api: TestApi;
const tokens = new Map<string, string>();

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital', 'childrensHospital', 'こども病院');
  await anOrganisation(api.store, 'station', 'visitingNursingStation', '訪看');
  await anOrganisation(api.store, 'former', 'hospital', '前の病院');
  const passwordHash = await hashPassword(password);
  for (const member of [
    { name: 'nurse', org: 'hospital' },
    { name: 'officer', org: 'hospital', flags: ['privacyOfficer'] },
    { name: 'administrator', org: 'hospital', role: 'admin' },
    { name: 'before', org: 'former', role: 'admin' },
    { name: 'visitor', org: 'station', role: 'visitingNurse', flags: ['orgAdmin'] },
  ] as const) {
    await aMember(api.store, member);
    await api.store.people.update(member.name, { passwordHash });
    tokens.set(member.name, (await api.store.sessions.open(`${member.name}-${member.org}`))?.token ?? '');
  }
  await api.store.memberships.create({
    id: 'nurse-station',
    person: 'nurse',
    org: 'station',
    role: 'visitingNurse',
    fromOn: '2026-11-01',
  });
  const left = {
    id: 'nurse-former',
    person: 'nurse',
    org: 'former',
    role: 'dischargeNurse',
    fromOn: '2026-01-01',
  } as const;
  await api.store.memberships.create({ ...left, untilOn: '2026-11-30' });
  const signIn = (identifier: string, given: string) =>
    api.ask('POST', '/session', { body: { identifier, password: given } });
  await signIn('nurse', 'a wrong password of mine');
  await signIn('nobody-of-that-name', 'a wrong password of mine');
  const { headers } = await signIn('nurse', password);
  const token = /kaerimichi_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
  await api.ask('PUT', '/me/membership', { token, body: { membership: 'nurse-station' } });
  await api.ask('DELETE', '/session', { token });
});
afterAll(() => api.stop());

type Entry = { at: string; by: { name: string; role: string | null }; action: string; what: string; outcome: string };
const logOf = async (name: string, query = '') => {
  const { status, json } = await api.ask('GET', `/admin/sign-ins${query}`, { token: tokens.get(name) ?? '' });
  return { status, entries: (json.entries ?? []) as Entry[], next: json.next as string | null };
};
const told = ({ entries }: { entries: Entry[] }) =>
  entries.map(({ by, action, what, outcome }) => [by.name, by.role, action, what, outcome].join(' '));

describe('who signed in and out', () => {
  it('is read by the privacy officer and the administrator of the organisation, newest first', async () => {
    const own = [
      'nurse dischargeNurse signIn session ok',
      // For whom a password did not fit is known, for which organisation is not.
      'nurse  signIn session sign-in',
    ];
    for (const name of ['officer', 'administrator']) expect(told(await logOf(name)), name).toEqual(own);
    expect(told(await logOf('visitor'))).toEqual([
      'nurse visitingNurse signOut session ok',
      'nurse visitingNurse signIn membership ok',
      'nurse  signIn session sign-in',
    ]);
  });

  it('tells an organisation nothing of whoever had left it', async () => {
    expect(told(await logOf('before'))).toEqual([]);
  });

  it('is read by nobody else, and that it was read is an entry itself', async () => {
    expect((await logOf('nurse')).status).toBe(403);
    expect((await api.ask('GET', '/admin/sign-ins')).status).toBe(401);
    await api.store.log.flush();
    const seen = await api.store.log.list({ person: 'officer' }, { limit: 10 });
    expect(seen).toMatchObject([{ action: 'read', what: 'sign-ins', caseId: null, outcome: 'ok' }]);
    expect(await api.store.log.list({ person: 'nurse' }, { limit: 1 })).toMatchObject([
      { what: 'sign-ins', outcome: 'not-permitted' },
    ]);
  });

  it('says of a failure neither the password nor the name that was typed; unknown names are counted alone', async () => {
    const kept = await withOwner(api.adminUrl, async client => (await client.query('SELECT * FROM access_log')).rows);
    expect(JSON.stringify(kept)).not.toMatch(/nobody-of-that-name|wrong password/);
    expect(kept.filter(({ outcome }) => outcome === 'sign-in')).toHaveLength(1);
    const metrics = await api.metrics.text();
    expect(metrics).toContain('kaerimichi_sign_ins_total{outcome="failed"} 2');
    expect(metrics).toContain('kaerimichi_sign_ins_total{outcome="ok"} 1');
  });

  it('comes in pages', async () => {
    const { next, entries } = await logOf('visitor', '?limit=2');
    expect(entries).toHaveLength(2);
    const rest = await logOf('visitor', `?limit=2&before=${next}`);
    expect([told(rest), rest.next]).toEqual([['nurse  signIn session sign-in'], null]);
    expect((await logOf('visitor', '?before=7')).status).toBe(400);
  });

  it('is offered to whoever may read it', async () => {
    const offered = async (name: string) =>
      ((await api.ask('GET', '/me', { token: tokens.get(name) ?? '' })).json.abilities as { signIns: boolean }).signIns;
    expect(await offered('officer')).toBe(true);
    expect(await offered('nurse')).toBe(false);
  });
});
