import { aMember, anOrganisation, createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';

const START = '2026-12-01T00:00:00.000Z';
const clock = fakeClock(START);
let database: TestDatabase;
let store: Store;
let owner: Owner;

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'nurse', org: 'hospital' });
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => clock.set(START));

const countOf = async (table: string) => (await owner.query(`SELECT FROM ${table}`)).length;
/** Rows of a table after so much time and a pruning. */
const leftAfter = async (table: string, time: Parameters<typeof clock.advance>[0]) => {
  clock.advance(time);
  await store.pruneEnded(clock.now());
  return countOf(table);
};

describe('what is kept', () => {
  it('is an ended session for thirty days, signed out or run out', async () => {
    const opened = await store.sessions.open('nurse-hospital');
    await store.sessions.open('nurse-hospital');
    await store.sessions.revoke(opened?.signedIn.session.id ?? '');
    expect(await leftAfter('session', { days: 30 })).toBe(2);
    expect(await leftAfter('session', { minutes: 1 })).toBe(1);
    await store.sessions.open('nurse-hospital');
    expect(await leftAfter('session', { hours: 9 })).toBe(2);
    expect(await leftAfter('session', { hours: 1 })).toBe(1);
  });

  it('is a failed sign-in for a day', async () => {
    await store.signIn.noteFailure({ identifier: 'nurse', address: '192.0.2.1' });
    expect(await leftAfter('sign_in_failure', { days: 1 })).toBe(2);
    expect(await leftAfter('sign_in_failure', { minutes: 1 })).toBe(0);
  });

  it('is a mail for ninety days after it was sent, without its words', async () => {
    await store.mailAddresses.set('nurse', 'nurse@hospital.example', '012345');
    const mail = await store.mails.claim();
    await store.mails.end(mail?.id ?? '', { state: 'sent', told: [] });
    expect(await leftAfter('outgoing_mail', { days: 90 })).toBe(1);
    expect(await leftAfter('outgoing_mail', { minutes: 1 })).toBe(0);
  });

  it('is who stood in for whom for ninety days after the last day', async () => {
    await aMember(store, { name: 'other', org: 'hospital' });
    const away = { membership: 'nurse-hospital', substitute: 'other-hospital', by: 'nurse-hospital' };
    await store.substitutes.make({ ...away, fromOn: '2026-12-01', untilOn: '2026-12-03' });
    expect(await leftAfter('substitute', { days: 92 })).toBe(1);
    expect(await leftAfter('substitute', { days: 1 })).toBe(0);
  });

  it('is a set-up link until it is used, replaced or too old', async () => {
    await store.setupLinks.create();
    await store.setupLinks.create();
    expect(await leftAfter('setup_link', { minutes: 29 })).toBe(1);
    expect(await leftAfter('setup_link', { minutes: 1 })).toBe(0);
  });

  it('is a slip for a password until it is replaced or too old, and a week longer once it was used', async () => {
    await store.passwordSlips.give('nurse', null);
    await store.passwordSlips.give('nurse', null);
    expect(await leftAfter('password_slip', { days: 6 })).toBe(1);
    expect(await leftAfter('password_slip', { days: 1 })).toBe(0);
    const slip = await store.passwordSlips.give('nurse', 'admin');
    await store.passwordSlips.use(slip?.token ?? '', 'hash');
    expect(await leftAfter('password_slip', { days: 13 })).toBe(1);
    expect(await leftAfter('password_slip', { days: 1 })).toBe(0);
  });

  it('is a file of a hospital as long as a draft comes from it, and thirty days where none does', async () => {
    const file = { org: 'hospital', person: 'nurse', format: 'fhir', bytes: Buffer.from('x'), report: '{}' };
    const draft = { sourceKey: 'child', sourceText: '{}', content: '{}' };
    await store.drafts.put({ ...file, sha256: 'a', drafts: [draft] });
    await store.drafts.put({ ...file, sha256: 'b', drafts: [] });
    expect(await leftAfter('import_source', { days: 30 })).toBe(2);
    expect(await leftAfter('import_source', { minutes: 1 })).toBe(1);
    expect(await leftAfter('import_source', { days: 4_000 })).toBe(1);
  });

  it('is every entry of the access log, which the program itself cannot delete', async () => {
    const by = { person: 'nurse', membership: 'nurse-hospital', org: 'hospital', role: 'dischargeNurse' };
    const about = { caseId: null, seq: null, what: 'me', outcome: 'ok', requestId: null };
    store.log.write({ action: 'read', ...by, ...about });
    await store.log.flush();
    expect(await leftAfter('access_log', { days: 4_000 })).toBe(1);
    const application = await connectOwner(database.databaseUrl);
    await expect(application.query('DELETE FROM access_log')).rejects.toThrow(/permission denied/);
    await application.end();
  });
});
