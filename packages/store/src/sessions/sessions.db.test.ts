import { setTimeout as sleep } from 'node:timers/promises';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  fakeClock,
  signedInAs,
  type TestDatabase,
} from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openHot, type Statement } from '../database.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { sessionCache } from './session-cache.ts';
import { SESSION_LIMITS, sessions } from './sessions.ts';

const START = '2026-12-01T00:00:00.000Z';
let database: TestDatabase;
let store: Store;
let owner: Owner;
const clock = fakeClock(START);

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  await anOrganisation(store, 'hospital');
  await anOrganisation(store, 'hub', 'hub');
  await aMember(store, { name: 'nurse', org: 'hospital', flags: ['mayWaive'] });
  await store.memberships.create({
    id: 'nurse-hub',
    person: 'nurse',
    org: 'hub',
    role: 'coordinator',
    fromOn: '2026-01-01',
    untilOn: '2026-12-01',
  });
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});
beforeEach(() => clock.set(START));

const nurse = () => signedInAs(store, 'nurse-hospital');
const lastSeen = async (id: string) =>
  (await owner.query<{ at: string }>('SELECT last_seen_at AS at FROM session WHERE id = $1', [id]))[0]?.at;

describe('a session', () => {
  it('says who, for which organisation, in which role, and keeps no token', async () => {
    const { token, signedIn } = await nurse();
    expect(signedIn).toMatchObject({
      displayName: 'nurse',
      session: { epoch: 1 },
      viewer: { person: 'nurse', org: 'hospital', orgKind: 'childrensHospital', flags: ['mayWaive'] },
    });
    expect(await store.sessions.find(token)).toEqual(signedIn);
    const rows = await owner.query('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await store.sessions.find('another token')).toBeNull();
  });

  it('ends after 15 minutes without a request, and lives on with one', async () => {
    const { token } = await nurse();
    clock.advance({ minutes: 14, seconds: 59 });
    expect(await store.sessions.find(token)).not.toBeNull();
    clock.advance({ minutes: 14, seconds: 59 });
    expect(await store.sessions.find(token)).not.toBeNull();
    clock.advance({ minutes: 15 });
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('ends after 15 minutes in which a page that was left open asked again and again', async () => {
    const { token } = await nurse();
    const isBackground = true;
    for (let seconds = 0; seconds < 895; seconds += 5) {
      clock.advance({ seconds: 5 });
      expect(await store.sessions.find(token, { isBackground })).not.toBeNull();
    }
    clock.advance({ seconds: 5 });
    expect(await store.sessions.find(token, { isBackground })).toBeNull();
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('ends after ten hours whatever happens', async () => {
    const { token } = await nurse();
    for (let minutes = 0; minutes < 595; minutes += 5) {
      clock.advance({ minutes: 5 });
      expect(await store.sessions.find(token)).not.toBeNull();
    }
    clock.advance({ minutes: 5 });
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('is asked of its row where a socket is open, all in one question, and believed no longer', async () => {
    const [ended, changed, kept] = [await nurse(), await nurse(), await nurse()];
    const ids = [ended, changed, kept].map(({ signedIn }) => signedIn.session.id);
    for (const { token } of [ended, changed, kept]) expect(await store.sessions.find(token)).not.toBeNull();
    // On another process, whose call was lost.
    await owner.query('UPDATE session SET revoked_at = $2, epoch = epoch + 1 WHERE id = $1', [ids[0], clock.now()]);
    await owner.query('UPDATE session SET epoch = epoch + 1 WHERE id = $1', [ids[1]]);
    const holding = await store.sessions.recheck([...ids, 'nobody']);
    expect([...holding.values()].map(({ session }) => session).sort((a, b) => b.epoch - a.epoch)).toEqual([
      { id: ids[1], epoch: 2 },
      { id: ids[2], epoch: 1 },
    ]);
    expect(await store.sessions.find(ended.token)).toBeNull();
    expect(await store.sessions.find(changed.token)).toMatchObject({ session: { epoch: 2 } });
    expect((await store.sessions.recheck([])).size).toBe(0);
    clock.advance({ minutes: 15 });
    expect((await store.sessions.recheck(ids)).size).toBe(0);
  });

  it('does not count a socket’s recheck as being seen', async () => {
    const { token, signedIn } = await nurse();
    clock.advance({ minutes: 10 });
    expect((await store.sessions.recheck([signedIn.session.id])).size).toBe(1);
    clock.advance({ minutes: 5 });
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('writes when it was seen at most once a minute', async () => {
    const { token, signedIn } = await nurse();
    clock.advance({ seconds: 59 });
    await store.sessions.find(token);
    await sleep(50);
    expect(await lastSeen(signedIn.session.id)).toBe(START);
    clock.advance({ seconds: 1 });
    await store.sessions.find(token);
    await expect.poll(() => lastSeen(signedIn.session.id)).toBe('2026-12-01T00:01:00.000Z');
  });

  it('is gone on the next request after signing out, and after the account was disabled', async () => {
    const [one, other] = [await nurse(), await nurse()];
    await store.sessions.revoke(one.signedIn.session.id);
    expect(await store.sessions.find(one.token)).toBeNull();
    expect(await store.sessions.find(other.token)).not.toBeNull();
    await store.people.update('nurse', { disabled: true });
    expect(await store.sessions.find(other.token)).toBeNull();
    expect(await store.sessions.open('nurse-hospital')).toBeNull();
    await store.people.update('nurse', { disabled: false });
    expect(await store.sessions.open('nurse-hospital')).not.toBeNull();
  });

  it('gets a new epoch and asks afresh when a membership changes', async () => {
    const { token, signedIn } = await nurse();
    await store.memberships.update('nurse-hospital', { flags: [] });
    const after = await store.sessions.find(token);
    expect(after?.session.epoch).toBe(signedIn.session.epoch + 1);
    expect(after?.viewer.flags).toEqual([]);
  });

  it('acts for another membership of the same person, and for nobody else’s', async () => {
    const { token, signedIn } = await nurse();
    const moved = await store.sessions.actFor(signedIn.session.id, 'nurse-hub');
    expect(moved).toMatchObject({ session: { epoch: 2 }, viewer: { org: 'hub', role: 'coordinator' } });
    expect((await store.sessions.find(token))?.viewer.org).toBe('hub');
    await anOrganisation(store, 'school', 'school');
    await aMember(store, { name: 'teacher', org: 'school', role: 'school' });
    expect(await store.sessions.actFor(signedIn.session.id, 'teacher-school')).toBeNull();
    expect((await store.sessions.find(token))?.viewer.org).toBe('hub');
  });

  it('ends with the last Tokyo day of its membership', async () => {
    clock.set('2026-12-01T14:50:00.000Z');
    const { token } = await signedInAs(store, 'nurse-hub');
    clock.advance({ minutes: 9, seconds: 59 });
    expect(await store.sessions.find(token)).not.toBeNull();
    clock.advance({ seconds: 1 });
    expect(await store.sessions.find(token)).toBeNull();
    expect(await store.sessions.open('nurse-hub')).toBeNull();
  });
});

describe('a read that began before a revocation', () => {
  it('does not bring the session back into what is believed', async () => {
    const hot = openHot({ databaseUrl: database.databaseUrl });
    let late: { readonly answered: () => void; readonly until: Promise<void> } | null = null;
    /** The database's own answers, the next of which is handed over late. */
    const slow: Database = {
      ...hot,
      async rows<Row>(statement: Statement, values?: readonly unknown[]) {
        const rows = await hot.rows<Row>(statement, values);
        late?.answered();
        await late?.until;
        return rows;
      },
    };
    const ports = { clock, limits: SESSION_LIMITS, announce: () => {}, onBackgroundError: () => {} };
    const own = sessions({ ...ports, database: slow, cache: sessionCache() });
    const ends = [
      (id: string) => own.revoke(id),
      () => own.revokeAllOf('nurse'),
      async () => {
        await store.memberships.update('nurse-hospital', { untilOn: '2026-11-30' });
        await own.changed('nurse');
      },
    ];
    try {
      for (const end of ends) {
        const { token, signedIn } = await nurse();
        const [answered, letGo] = [aSignal(), aSignal()];
        late = { answered: answered.give, until: letGo.given };
        const early = own.find(token);
        await answered.given;
        await end(signedIn.session.id);
        letGo.give();
        expect((await early)?.session.id).toBe(signedIn.session.id);
        late = null;
        expect(await own.find(token)).toBeNull();
      }
    } finally {
      await store.memberships.update('nurse-hospital', { untilOn: null });
      await hot.pool.end();
    }
  });
});

function aSignal() {
  let give = () => {};
  const given = new Promise<void>(resolve => {
    give = resolve;
  });
  return { give, given };
}

describe('in another process', () => {
  it('a revocation is known within two seconds though no call came, and no request asks for it', async () => {
    const { token, signedIn } = await nurse();
    const away = await nurse();
    for (const one of [token, away.token]) expect(await store.sessions.find(one)).not.toBeNull();
    const ended = 'UPDATE session SET revoked_at = $2, epoch = epoch + 1 WHERE id = ANY ($1)';
    const ids = [signedIn, away.signedIn].map(({ session }) => session.id);
    await owner.query(ended, [ids, clock.now()]);
    // The clock stands still: what is believed is not asked of its row by a request.
    expect(await store.sessions.find(token)).not.toBeNull();
    await expect.poll(() => store.sessions.find(token), { timeout: 2_000 }).toBeNull();
    expect(await store.sessions.find(away.token)).toBeNull();
  });

  it('a session that was not used of late is believed no longer than that, without being asked about', async () => {
    const { token, signedIn } = await nurse();
    expect(await store.sessions.find(token)).not.toBeNull();
    clock.advance({ seconds: 31 });
    await sleep(1_500);
    await owner.query('UPDATE session SET revoked_at = $2 WHERE id = $1', [signedIn.session.id, clock.now()]);
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('a revocation is known within two seconds, also to who only listens', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl, clock });
    try {
      const { token, signedIn } = await nurse();
      expect(await other.sessions.find(token)).not.toBeNull();
      await expect.poll(() => other.isWakeLineOpen(), { timeout: 2_000 }).toBe(true);
      const told = new Promise<void>(resolve =>
        other.onWake('sessions', from => void (from === 'elsewhere' && resolve())),
      );
      await store.sessions.revoke(signedIn.session.id);
      await told;
      expect(await other.sessions.find(token)).toBeNull();
    } finally {
      await other.close();
    }
  });
});
