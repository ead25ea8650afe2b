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
      { caseId, kind: 'reply', ref: 'a', dueOn: '2026-12-10', fires: 'fact.lapsed' },
    ]);
    expect(await store.deadlines.listOf(caseId)).toMatchObject([{ kind: 'show', fires: null }, { ref: 'a' }]);
  });

  it('of kinds that a program does not know are not claimed by it, but counted', async () => {
    const caseId = await armed(fires('a', '2026-12-01'), { ...fires('b', '2026-12-01'), kind: 'lapse.newer' });
    expect(await claim('2026-12-31', 10)).toMatchObject([{ caseId, ref: 'a' }]);
    expect(await store.deadlines.countBesides(['reply'])).toBe(1);
    expect(await store.deadlines.countBesides(['reply', 'lapse.newer'])).toBe(0);
    expect(await store.deadlines.claimDue('2026-12-31', { kinds: ['lapse.newer'], limit: 10 })).toHaveLength(1);
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
