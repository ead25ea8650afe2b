import { setTimeout as sleep } from 'node:timers/promises';
import type { CommitPlan, LoadedCase } from '@kaerimichi/casework';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { StoreBusy } from '../store-busy.ts';
import { connectOwner, type Owner } from '../testing/owner-queries.ts';
import { seedMembership } from '../testing/sample-people.ts';
import { AT, leadAccess, sampleCase, sampleKey, samplePlan } from '../testing/sample-plans.ts';

let database: TestDatabase;
let store: Store;
let owner: Owner;
let membership: string;
const clock = fakeClock(AT);

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  owner = await connectOwner(database.adminUrl);
  membership = await seedMembership(owner);
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await database.drop();
});

async function aCase(): Promise<LoadedCase> {
  const wanted = sampleCase();
  await store.cases.create(wanted);
  return loaded(wanted.id);
}
async function loaded(caseId: string): Promise<LoadedCase> {
  const found = await store.cases.loadFresh(caseId);
  if (!found) throw new Error(`no case ${caseId}`);
  return found;
}
async function signIn() {
  const opened = await store.sessions.open(membership);
  if (!opened) throw new Error('no session');
  return opened.signedIn.session;
}
const count = async (table: string, caseId: string) =>
  Number((await owner.query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE case_id = $1`, [caseId]))[0]!.n);
const written = async (caseId: string) => [await count('case_event', caseId), await count('outbox', caseId)];

describe('a commit', () => {
  it('writes event, records, deadlines, card, access, outbox and answer together', async () => {
    const before = await aCase();
    const key = sampleKey();
    const plan = samplePlan(before, {
      key,
      records: [{ id: 'r1', kind: 'note', category: 'plan', salt: 's', hash: 'h', body: { note: '外字\0と絵文字🧒' } }],
      deadlines: [{ kind: 'reply', ref: 'r1', dueOn: '2026-12-24', fires: 'fact.lapsed' }],
      access: [leadAccess, { org: 'station', class: 'partner', categories: ['contacts'] }],
    });
    expect(await store.cases.commit(plan)).toEqual({ committed: true });
    const after = await loaded(before.id);
    expect(after).toMatchObject({ version: 2, accessEpoch: 2, access: [leadAccess, { org: 'station' }] });
    expect(Buffer.from(after.head)).toEqual(Buffer.from(plan.event.hash));
    expect(await store.cases.listRecords(before.id, ['r1'])).toMatchObject([{ body: { note: '外字\0と絵文字🧒' } }]);
    expect(await store.cases.findAnswer(key.account, key.key)).toEqual({ ...plan.answer, bodyHash: key.bodyHash });
    expect(await store.cases.listEvents(before.id, 1, 10)).toMatchObject([{ seq: 2, type: 'note.added', at: AT }]);
    expect(await store.cases.outlineEvents(before.id, ['note.added'])).toEqual([
      { seq: 1, type: 'case.registered', stage: expect.any(String), payload: null },
      { seq: 2, type: 'note.added', stage: expect.any(String), payload: expect.any(Buffer) },
    ]);
    expect(await owner.query('SELECT kind, due_on, state FROM deadline WHERE case_id = $1', [before.id])).toEqual([
      { kind: 'reply', due_on: '2026-12-24', state: 'open' },
    ]);
    expect(await written(before.id)).toEqual([2, 2]);
  });

  it('cancels and arms deadlines in one upsert, the later change of one counting', async () => {
    const before = await aCase();
    const arm = (dueOn: string | null) => ({ kind: 'order', ref: '', dueOn, fires: dueOn && 'fact.lapsed' });
    await store.cases.commit(samplePlan(before, { deadlines: [arm('2026-12-10')] }));
    const second = await loaded(before.id);
    await store.cases.commit(samplePlan(second, { deadlines: [arm(null), arm('2026-12-20')] }));
    const third = await loaded(before.id);
    const rows = () => owner.query('SELECT due_on, state FROM deadline WHERE case_id = $1', [before.id]);
    expect(await rows()).toEqual([{ due_on: '2026-12-20', state: 'open' }]);
    await store.cases.commit(samplePlan(third, { deadlines: [arm(null)] }));
    expect(await rows()).toEqual([{ due_on: '2026-12-20', state: 'cancelled' }]);
  });

  it('closes the case for every organisation that sees it, and reopens it', async () => {
    const before = await aCase();
    const closedAt = async () =>
      (
        await owner.query<{ closed_at: string | null }>(
          'SELECT closed_at FROM case_access WHERE case_id = $1 UNION ALL SELECT closed_at FROM board_card WHERE case_id = $1',
          [before.id],
        )
      ).map(row => row.closed_at);
    await store.cases.commit(samplePlan(before, { active: false }));
    expect(await closedAt()).toEqual([AT, AT]);
    const closed = await loaded(before.id);
    expect(closed.accessEpoch).toBe(1);
    await store.cases.commit(samplePlan(closed, { active: false, at: '2026-12-02T00:00:00.000Z' }));
    expect(await closedAt()).toEqual([AT, AT]);
    await store.cases.commit(samplePlan(await loaded(before.id)));
    expect(await closedAt()).toEqual([null, null]);
  });

  it('keeps the state before a move with the version of its pathway, and reads it as it reads the case', async () => {
    const before = await aCase();
    const kept = { pathwayVersion: 1, value: before.value, facts: before.facts };
    const move = async () => {
      const plan = samplePlan(await loaded(before.id));
      return { ...plan, next: { ...plan.next, value: 'planning' }, event: { ...plan.event, before: kept } };
    };
    await store.cases.commit(await move());
    expect(await store.cases.findBefore(before.id, 2)).toEqual(kept);
    const second = await move();
    await owner.query('UPDATE case_state SET pathway_version = 0 WHERE case_id = $1', [before.id]);
    await store.cases.commit(second);
    await expect(store.cases.findBefore(before.id, 3)).rejects.toThrow('no way leads from pathway version 0');
    expect(await store.cases.findBefore(before.id, 1)).toBeNull();
  });

  it('tells the relay which organisations an event shut out', async () => {
    const before = await aCase();
    const station = { org: 'station', class: 'partner', categories: ['contacts'] } as const;
    await store.cases.commit(samplePlan(before, { access: [leadAccess, station] }));
    await store.cases.commit(samplePlan(await loaded(before.id), { access: [leadAccess] }));
    const rows = await owner.query('SELECT lost FROM outbox WHERE case_id = $1 ORDER BY seq', [before.id]);
    expect(rows).toEqual([{ lost: null }, { lost: null }, { lost: ['station'] }]);
  });
});

describe('commits at the same time', () => {
  it('take effect once per key: 200 keys sent five times each are 200 events', async () => {
    const cases = await Promise.all(Array.from({ length: 20 }, aCase));
    const keys = Array.from({ length: 200 }, (_, at) => ({ key: sampleKey(`dup-${at}`), caseId: cases[at % 20]!.id }));
    const sends = keys.flatMap(wanted => Array.from({ length: 5 }, () => sendUntilSettled(wanted)));
    const answers = await Promise.all(sends);
    for (let at = 0; at < keys.length; at++)
      expect(new Set(answers.slice(at * 5, at * 5 + 5)).size, `answers to key ${at}`).toBe(1);
    const events = await Promise.all(cases.map(({ id }) => count('case_event', id)));
    expect(events.reduce((sum, n) => sum + n, 0)).toBe(20 + 200);
  });

  type Wanted = { key: ReturnType<typeof sampleKey>; caseId: string };

  /** What a client does when the store is too busy for a thousand at once: it sends the same key again. */
  async function sendUntilSettled(wanted: Wanted): Promise<string> {
    for (;;)
      try {
        return await sendOnce(wanted);
      } catch (error) {
        if (!(error instanceof StoreBusy)) throw error;
      }
  }

  /** What a use case does with conflicts: the key first, then once more with what is fresh. */
  async function sendOnce({ key, caseId }: Wanted) {
    let current = await loaded(caseId);
    for (;;) {
      const plan = samplePlan(current, { key, answer: { status: 200, body: `${key.key} ${current.version + 1}` } });
      const outcome = await store.cases.commit(plan);
      if (outcome.committed) return plan.answer.body;
      if (outcome.fresh.keyed) return outcome.fresh.keyed.body;
      current = outcome.fresh.loaded!;
    }
  }

  it('of one version are won by exactly one', async () => {
    const before = await aCase();
    const outcomes = await Promise.all(Array.from({ length: 16 }, () => store.cases.commit(samplePlan(before))));
    expect(outcomes.filter(({ committed }) => committed)).toHaveLength(1);
    const lost = outcomes.filter(outcome => !outcome.committed);
    expect(lost.every(outcome => outcome.fresh.loaded?.version === 2 && outcome.fresh.constraint === null)).toBe(true);
    expect(await written(before.id)).toEqual([2, 2]);
  });
});

describe('a commit writes nothing and reads afresh', () => {
  const refused = async (plan: CommitPlan) => {
    const outcome = await store.cases.commit(plan);
    if (outcome.committed) throw new Error('it was written');
    return outcome.fresh;
  };

  it('when the access epoch moved', async () => {
    const before = await aCase();
    await owner.query('UPDATE case_state SET access_epoch = access_epoch + 1 WHERE case_id = $1', [before.id]);
    const fresh = await refused(samplePlan(before, { key: sampleKey() }));
    expect(fresh).toMatchObject({ keyed: null, loaded: { version: 1, accessEpoch: 2 }, constraint: null });
    expect(await written(before.id)).toEqual([1, 1]);
  });

  it('when the key was used for another case', async () => {
    const [one, other] = [await aCase(), await aCase()];
    const key = sampleKey();
    await store.cases.commit(samplePlan(one, { key }));
    const fresh = await refused(samplePlan(other, { key: { ...key, bodyHash: 'another' } }));
    expect(fresh.constraint).toBe('idempotency_key_pkey');
    expect(fresh.keyed?.bodyHash).toBe(key.bodyHash);
    expect(await written(other.id)).toEqual([1, 1]);
  });

  it('when the record belongs to another case', async () => {
    const [one, other] = [await aCase(), await aCase()];
    const record = { id: 'shared', kind: 'note', category: 'plan', salt: 's', hash: 'h', body: {} };
    await store.cases.commit(samplePlan(one, { records: [record] }));
    expect((await refused(samplePlan(other, { records: [record] }))).constraint).toBe('record_pkey');
  });

  it('when the session was revoked, ended or its epoch rose', async () => {
    const before = await aCase();
    const [revoked, ended, raised] = [await signIn(), await signIn(), await signIn()];
    await store.sessions.revoke(revoked.id);
    await owner.query(`UPDATE session SET expires_at = $2 WHERE id = $1`, [ended.id, AT]);
    await owner.query('UPDATE session SET epoch = epoch + 1 WHERE id = $1', [raised.id]);
    expect((await refused(samplePlan(before, { session: revoked }))).signedIn).toBeNull();
    expect((await refused(samplePlan(before, { session: ended }))).signedIn).toBeNull();
    const fresh = await refused(samplePlan(before, { session: raised }));
    expect(fresh.signedIn?.session.epoch).toBe(raised.epoch + 1);
    expect(await store.cases.commit(samplePlan(before, { session: fresh.signedIn!.session }))).toEqual({
      committed: true,
    });
    expect(await written(before.id)).toEqual([2, 2]);
  });

  it('when a revocation was under way as the commit came', async () => {
    const before = await aCase();
    const session = await signIn();
    await owner.query('BEGIN');
    await owner.query('UPDATE session SET revoked_at = now(), epoch = epoch + 1 WHERE id = $1', [session.id]);
    const waiting = refused(samplePlan(before, { session }));
    await sleep(150);
    await owner.query('COMMIT');
    expect((await waiting).signedIn).toBeNull();
    expect(await written(before.id)).toEqual([1, 1]);
  });
});

describe('a revocation', () => {
  it('is not acknowledged while a commit of that session waits for the case, so nothing is written after it', async () => {
    const before = await aCase();
    const session = await signIn();
    const order: string[] = [];
    await owner.query('BEGIN');
    await owner.query('SELECT FROM case_state WHERE case_id = $1 FOR UPDATE', [before.id]);
    const commit = store.cases.commit(samplePlan(before, { session })).then(() => order.push('committed'));
    await sleep(150);
    const revoke = store.sessions.revoke(session.id).then(() => order.push('revoked'));
    await sleep(150);
    expect(order).toEqual([]);
    await owner.query('COMMIT');
    await Promise.all([commit, revoke]);
    expect(order).toEqual(['committed', 'revoked']);
    const late = await store.cases.commit(samplePlan(await loaded(before.id), { session }));
    expect(late.committed).toBe(false);
  });
});

describe('registering', () => {
  it('draws a five-digit number and answers a repeated key with the first case', async () => {
    const key = sampleKey();
    const first = await store.cases.create(sampleCase({ key }));
    if ('committed' in first) throw new Error('not created');
    expect(first.no).toMatch(/^K-\d{5}$/);
    const again = await store.cases.create(sampleCase({ key }));
    if (!('committed' in again)) throw new Error('created twice');
    expect(again.fresh.keyed?.body).toContain(first.no);
  });

  it('refuses a wanted number that is taken', async () => {
    await store.cases.create(sampleCase({ no: 'K-0151' }));
    const again = await store.cases.create(sampleCase({ no: 'K-0151' }));
    expect(again).toMatchObject({ committed: false, fresh: { constraint: 'care_case_no_key', loaded: null } });
  });

  it('writes nothing for a session that was revoked', async () => {
    const session = await signIn();
    await store.sessions.revoke(session.id);
    const wanted = sampleCase({ session });
    expect(await store.cases.create(wanted)).toMatchObject({ committed: false, fresh: { signedIn: null } });
    expect(await store.cases.loadFresh(wanted.id)).toBeNull();
  });

  it('of the same key at the same time opens one case', async () => {
    const key = sampleKey();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => store.cases.create(sampleCase({ key }))));
    expect(outcomes.filter(outcome => 'no' in outcome)).toHaveLength(1);
  });
});
