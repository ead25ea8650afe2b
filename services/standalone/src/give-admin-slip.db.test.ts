import { openStore, type Store, withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from './address-of.ts';
import { giveAdminSlip } from './give-admin-slip.ts';

const clock = fakeClock('2026-12-01T00:00:00.000Z');
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'alone', org: 'hospital', role: 'admin', flags: ['orgAdmin'] });
  await aMember(store, { name: 'former', org: 'hospital', role: 'admin', flags: ['orgAdmin'] });
  await aMember(store, { name: 'gone', org: 'hospital', role: 'admin', flags: ['orgAdmin'] });
  await aMember(store, { name: 'nurse', org: 'hospital' });
  await store.memberships.update('former-hospital', { untilOn: '2026-11-30' });
  await store.people.update('gone', { disabled: true });
  await store.people.update('alone', { passwordHash: 'forgotten' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
const give = (login: string) => giveAdminSlip(store, login, clock.now());

describe('a slip that is given on the machine', () => {
  it('lets the sole administrator choose a password once, ends what was open, and stands in the access log', async () => {
    const before = await store.sessions.open('alone-hospital');
    const slip = await give('ALONE ');
    if (!slip.ok) throw new Error(slip.why);
    expect(await store.sessions.find(before?.token ?? '')).toBeNull();
    expect(await store.passwordSlips.holder(slip.token)).toMatchObject({ person: 'alone' });
    expect(await store.passwordSlips.use(slip.token, 'chosen')).toMatchObject({ identifier: 'alone' });
    expect(await store.passwordSlips.use(slip.token, 'again')).toBeNull();
    const { rows } = await withOwner(database.adminUrl, client =>
      client.query('SELECT action, person, role, what, outcome FROM access_log'),
    );
    expect(rows).toEqual([
      { action: 'password', person: null, role: 'system', what: 'slip alone', outcome: 'given on the machine' },
    ]);
  });

  it('is for whoever administers today, and nobody else', async () => {
    expect(await give('nobody')).toEqual({ ok: false, why: 'nobody' });
    expect(await give('gone')).toEqual({ ok: false, why: 'suspended' });
    for (const login of ['nurse', 'former'])
      expect(await give(login), login).toEqual({ ok: false, why: 'noAdministrator' });
  });
});

describe('the address people are given', () => {
  it('is the public one, else that of this machine', () => {
    expect(addressOf({ HOST: '127.0.0.1' }, 3000)).toBe('http://localhost:3000');
    expect(addressOf({ HOST: '192.0.2.1', TLS_CERT_FILE: 'x' }, 443)).toBe('https://192.0.2.1:443');
    expect(addressOf({ HOST: '127.0.0.1', PUBLIC_URL: 'https://kaeri.example/' }, 3000)).toBe('https://kaeri.example');
  });
});
