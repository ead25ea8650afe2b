import type { DeadlineChange } from '@kaerimichi/casework';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import { sampleCase, samplePlan } from '../testing/sample-plans.ts';

let store: TestStore['store'];
let owner: TestStore['owner'];
let close: TestStore['close'];

beforeAll(async () => {
  ({ store, owner, close } = await openTestStore());
});
afterAll(() => close());
beforeEach(() => owner.query('DELETE FROM deadline'));

async function armed(...deadlines: DeadlineChange[]): Promise<string> {
  const wanted = sampleCase();
  await store.cases.create(wanted);
  const loaded = await store.cases.loadFresh(wanted.id);
  if (!loaded) throw new Error('no case');
  await store.cases.commit(samplePlan(loaded, { deadlines }));
  return wanted.id;
}
const fires = (ref: string, dueOn: string): DeadlineChange => ({ kind: 'reply', ref, dueOn, fires: 'fact.lapsed' });
const claim = (on: string, limit: number) => store.deadlines.claimDue(on, { kinds: ['reply'], limit });

describe('deadlines', () => {
  it('are due on their day, not before, and only those that fire', async () => {
    const caseId = await armed(fires('a', '2026-12-10'), { kind: 'show', ref: '', dueOn: '2026-12-09', fires: null });
    expect(await claim('2026-12-09', 10)).toEqual([]);
    expect(await claim('2026-12-10', 10)).toEqual([
      { caseId, kind: 'reply', ref: 'a', dueOn: '2026-12-10', dueAt: null, fires: 'fact.lapsed' },
    ]);
    expect(await store.deadlines.listOf(caseId)).toMatchObject([{ kind: 'show', fires: null }, { ref: 'a' }]);
  });

  it('that wait for an instant are due then, not earlier on their day; one that is moved within it stays open', async () => {
    // Ten at night in UTC is seven in the morning of the next day in Japan.
    const at = { ...fires('a', '2026-12-10'), dueAt: '2026-12-09T22:00:00.000Z' };
    const caseId = await armed(at);
    expect(await claim('2026-12-09T21:59:59.999Z', 10)).toEqual([]);
    const [due] = await claim('2026-12-09T22:00:00.000Z', 10);
    expect(due).toEqual({
      ...{ caseId, kind: 'reply', ref: 'a', fires: 'fact.lapsed' },
      dueOn: '2026-12-10',
      dueAt: at.dueAt,
    });
    if (!due) throw new Error('nothing was due');
    const found = await store.deadlines.findArmed(caseId);
    const later = { ...at, dueAt: '2026-12-10T01:00:00.000Z' };
    expect(await store.deadlines.rearm({ caseId, version: found?.version ?? 0 }, [later])).toBe(true);
    // What was claimed is over; what the event armed in its place on the same day is not.
    await store.deadlines.settle(due);
    expect(await claim('2026-12-10T00:59:59.000Z', 10)).toEqual([]);
    expect(await claim('2026-12-10T01:00:00.000Z', 10)).toMatchObject([{ dueAt: later.dueAt }]);
  });

  it('of kinds that a program does not know are not claimed by it, but counted', async () => {
    const caseId = await armed(fires('a', '2026-12-01'), { ...fires('b', '2026-12-01'), kind: 'lapse.newer' });
    expect(await claim('2026-12-31', 10)).toMatchObject([{ caseId, ref: 'a' }]);
    expect(await store.deadlines.countBesides(['reply'])).toBe(1);
    expect(await store.deadlines.countBesides(['reply', 'lapse.newer'])).toBe(0);
    expect(await store.deadlines.claimDue('2026-12-31', { kinds: ['lapse.newer'], limit: 10 })).toHaveLength(1);
  });

  it('say of a day that was moved which it was first, how often, and with which entry; begun anew it was never moved', async () => {
    const caseId = await armed(fires('a', '2026-12-01'));
    const change = async (...deadlines: DeadlineChange[]) => {
      const loaded = await store.cases.loadFresh(caseId);
      if (loaded) await store.cases.commit(samplePlan(loaded, { deadlines }));
    };
    await change(fires('a', '2026-12-05'));
    await change({ kind: 'other', ref: 'b', dueOn: '2026-12-31', fires: null });
    await change(fires('a', '2026-12-03'));
    await change(fires('a', '2026-12-03'));
    expect(await store.deadlines.listOf(caseId)).toMatchObject([
      { ref: 'a', dueOn: '2026-12-03', firstOn: '2026-12-01', moves: 2, setSeq: 6 },
      { ref: 'b', firstOn: '2026-12-31', moves: 0, setSeq: 4 },
    ]);
    await change({ ...fires('a', ''), dueOn: null });
    expect(await owner.query(`SELECT first_on, moves, state FROM deadline WHERE ref = 'a'`)).toEqual([
      { first_on: '2026-12-01', moves: 2, state: 'cancelled' },
    ]);
    await change(fires('a', '2027-01-05'));
    expect((await store.deadlines.listOf(caseId)).find(({ ref }) => ref === 'a')).toMatchObject({
      firstOn: '2027-01-05',
      moves: 0,
    });
  });

  it('are set right in a case that is at the version they were judged by, and not after it', async () => {
    const caseId = await armed(fires('a', '2026-12-01'), fires('b', '2026-12-02'));
    const [read] = (await store.deadlines.listArmed('', 1_000)).filter(one => one.caseId === caseId);
    if (!read) throw new Error('not listed');
    expect(read.rows).toHaveLength(2);
    expect(await store.deadlines.findArmed(caseId)).toEqual(read);
    const changes = [fires('c', '2026-12-03'), { ...fires('b', ''), dueOn: null }];
    expect(await store.deadlines.rearm({ ...read, version: read.version - 1 }, changes)).toBe(false);
    expect(await store.deadlines.listOf(caseId)).toMatchObject([{ ref: 'a' }, { ref: 'b' }]);
    expect(await store.deadlines.rearm(read, changes)).toBe(true);
    expect(await store.deadlines.listOf(caseId)).toMatchObject([{ ref: 'a' }, { ref: 'c' }]);
  });

  it('go to one worker each, whatever number asks at once', async () => {
    await armed(...Array.from({ length: 200 }, (_, at) => fires(`r${at}`, '2026-12-01')));
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim('2026-12-31', 50)));
    const refs = claims.flat().map(({ ref }) => ref);
    expect(new Set(refs).size).toBe(refs.length);
    const rest = await claim('2026-12-31', 200);
    expect(refs.length + rest.length).toBe(200);
  });

  it('come again when their worker died, and not after they were settled', async () => {
    await armed(fires('a', '2026-12-01'), fires('b', '2026-12-01'));
    const [first, second] = await claim('2026-12-01', 10);
    if (!first || !second) throw new Error('not claimed');
    await store.deadlines.settle(first);
    await owner.query(
      `UPDATE deadline SET claimed_until = now() - interval '1 second' WHERE claimed_until IS NOT NULL`,
    );
    expect(await claim('2026-12-01', 10)).toEqual([second]);
    await store.deadlines.release(second);
    expect(await claim('2026-12-01', 10)).toEqual([second]);
  });

  it('that the event itself moved stay open when the old day is settled', async () => {
    const caseId = await armed(fires('a', '2026-12-01'));
    const [claimed] = await claim('2026-12-01', 10);
    const loaded = await store.cases.loadFresh(caseId);
    if (!loaded || !claimed) throw new Error('not claimed');
    await store.cases.commit(samplePlan(loaded, { deadlines: [fires('a', '2026-12-05')] }));
    await store.deadlines.settle(claimed);
    expect(await claim('2026-12-05', 10)).toMatchObject([{ dueOn: '2026-12-05' }]);
  });
});
