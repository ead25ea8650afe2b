import type { CommitPlan, LoadedCase, MergeWritten } from '@kaerimichi/casework';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import { seedMembership } from '../testing/sample-people.ts';
import { AT, sampleCase, samplePlan } from '../testing/sample-plans.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
  await seedMembership(test.owner);
});
afterAll(() => test.close());

async function aCase(): Promise<LoadedCase> {
  const wanted = sampleCase();
  await test.store.cases.create(wanted);
  return loaded(wanted.id);
}
async function loaded(caseId: string): Promise<LoadedCase> {
  const found = await test.store.cases.loadFresh(caseId);
  if (!found) throw new Error(`no case ${caseId}`);
  return found;
}
const versions = async (...cases: readonly LoadedCase[]) =>
  (await Promise.all(cases.map(({ id }) => loaded(id)))).map(({ version }) => version);

type Pair = { readonly ends: LoadedCase; readonly goesOn: LoadedCase };
async function propose({ ends, goesOn }: Pair): Promise<string> {
  const by = { person: 'coordinator', org: 'hub', role: 'coordinator', reason: '母子手帳' };
  const id = await test.store.merges.propose({ survivor: goesOn.id, absorbed: ends.id, ...by });
  if (!id) throw new Error('not proposed');
  return id;
}
const plansOf = ({ ends, goesOn }: Pair): readonly [CommitPlan, CommitPlan] => [
  samplePlan(ends, { type: 'case.merged' }),
  samplePlan(goesOn, { type: 'case.absorbed' }),
];
const merge = (proposal: string, pair: Pair, written: Partial<MergeWritten> = {}) =>
  test.store.cases.commitMerge(plansOf(pair), {
    ...{ proposal, person: 'nurse', org: 'hospital', at: AT, reason: '確かめた', absorbedNo: pair.ends.no },
    ...written,
  });
const stateOf = async (id: string) => (await test.store.merges.find(id))?.state;
const formerNos = async ({ id }: LoadedCase) =>
  (await test.owner.query<{ nos: string[] }>('SELECT former_nos AS nos FROM care_case WHERE id = $1', [id]))[0]?.nos;

describe('a merge', () => {
  it('writes both cases, the proposal and the number together', async () => {
    const pair = { ends: await aCase(), goesOn: await aCase() };
    const proposal = await propose(pair);
    expect(await merge(proposal, pair)).toBe('merged');
    expect(await versions(pair.ends, pair.goesOn)).toEqual([2, 2]);
    expect(await stateOf(proposal)).toBe('merged');
    expect(await formerNos(pair.goesOn)).toEqual([pair.ends.no]);
    expect(await merge(proposal, { ends: await loaded(pair.ends.id), goesOn: await loaded(pair.goesOn.id) })).toBe(
      'decided',
    );
  });

  it.each(['ends', 'goesOn'] as const)(
    'writes nothing when the case that %s has changed since it was read',
    async at => {
      const pair = { ends: await aCase(), goesOn: await aCase() };
      const proposal = await propose(pair);
      await test.store.cases.commit(samplePlan(pair[at]));
      const before = await versions(pair.ends, pair.goesOn);
      expect(await merge(proposal, pair)).toBe('changed');
      expect(await versions(pair.ends, pair.goesOn)).toEqual(before);
      expect(await stateOf(proposal)).toBe('proposed');
      expect(await formerNos(pair.goesOn)).toEqual([]);
      const again = { ends: await loaded(pair.ends.id), goesOn: await loaded(pair.goesOn.id) };
      expect(await merge(proposal, again)).toBe('merged');
    },
  );

  it('keeps a guardian’s page where nothing was written', async () => {
    const pair = { ends: await aCase(), goesOn: await aCase() };
    const proposal = await propose(pair);
    await test.store.guardians.invite({
      ...{ caseId: pair.ends.id, org: 'hospital', by: 'nurse-hospital', relation: 'mother', decides: true },
      ...{ categories: ['plan'], fromOn: '2026-12-01', untilOn: null },
    });
    await test.store.cases.commit(samplePlan(pair.goesOn));
    const withdrawn = async () =>
      (await test.store.guardians.ofCase(pair.ends.id)).map(one => one.withdrawnAt !== null);
    expect([await merge(proposal, pair), await withdrawn()]).toEqual(['changed', [false]]);
    const again = { ...pair, goesOn: await loaded(pair.goesOn.id) };
    expect([await merge(proposal, again), await withdrawn()]).toEqual(['merged', [true]]);
  });

  it('is not confirmed by whoever proposed it: neither here nor by the table', async () => {
    const pair = { ends: await aCase(), goesOn: await aCase() };
    const proposal = await propose(pair);
    expect(await merge(proposal, pair, { person: 'coordinator' })).toBe('decided');
    expect(await versions(pair.ends, pair.goesOn)).toEqual([1, 1]);
    const past = (person: string) =>
      test.owner.query("UPDATE merge_proposal SET state = 'merged', decided_by = $2, decided_at = $3 WHERE id = $1", [
        ...[proposal, person, AT],
      ]);
    await expect(past('coordinator')).rejects.toMatchObject({ code: '23514' });
    await past('nurse');
  });
});

describe('a pair that was decided', () => {
  const by = { person: 'coordinator', org: 'hub', role: 'coordinator', reason: 'x' };
  const reject = (id: string) => test.store.merges.reject(id, { person: 'nurse', org: 'hospital', reason: 'いとこ' });

  it('is proposed anew as one more, by however many at once; what was decided stays as it was', async () => {
    const [a, b] = [await aCase(), await aCase()];
    const first = await propose({ ends: a, goesOn: b });
    expect([await reject(first), await reject(first)]).toEqual([true, false]);
    const decided = { state: 'rejected', decided: { person: 'nurse', org: 'hospital', reason: 'いとこ' } };
    const anew = { survivor: a.id, absorbed: b.id, ...by, reason: '戸籍' };
    const proposed = await Promise.all([1, 2, 3, 4].map(() => test.store.merges.propose(anew)));
    const [id = '', ...more] = new Set(proposed.flatMap(one => one ?? []));
    expect([more, id === first]).toEqual([[], false]);
    expect(await test.store.merges.find(first)).toMatchObject({ ...decided, isLatest: false, earlier: [] });
    const open = { state: 'proposed', survivor: a.id, reason: '戸籍', decided: null, isLatest: true };
    expect(await test.store.merges.find(id)).toMatchObject({ ...open, earlier: [{ id: first, ...decided }] });
    await reject(id);
    const third = await test.store.merges.propose(anew);
    const { earlier } = (await test.store.merges.find(third ?? '')) ?? {};
    expect(earlier?.map(round => round.id)).toEqual([id, first]);
    const listed = await test.store.merges.list(['proposed', 'rejected'], null);
    expect(listed.map(one => one.id).filter(one => [first, id, third].includes(one))).toEqual([third]);
  });

  it('is not proposed while one of the two has gone into another case', async () => {
    const [a, b] = [await aCase(), await aCase()];
    await reject(await propose({ ends: a, goesOn: b }));
    await test.owner.query(
      `UPDATE case_state SET facts = (facts::jsonb || '{"mergedInto": "x"}')::json WHERE case_id = $1`,
      [a.id],
    );
    expect(await test.store.merges.propose({ survivor: a.id, absorbed: b.id, ...by })).toBeNull();
  });

  it('and merged twice is found by each number once, never by its own as a former one', async () => {
    const [a, b] = [await aCase(), await aCase()];
    const mergeNow = async (ends: LoadedCase, goesOn: LoadedCase) =>
      merge(await propose({ ends, goesOn }), { ends: await loaded(ends.id), goesOn: await loaded(goesOn.id) });
    expect([await mergeNow(a, b), await mergeNow(a, b)]).toEqual(['merged', 'merged']);
    expect(await formerNos(b)).toEqual([a.no]);
    expect(await mergeNow(b, a)).toBe('merged');
    expect(await formerNos(a)).toEqual([b.no]);
  });
});

describe('merges at once', () => {
  it('around three cases wait for each other, never for ever: of those that meet in a case one is written', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const [a, b, c] = [await aCase(), await aCase(), await aCase()];
      const circle = [
        { ends: a, goesOn: b },
        { ends: b, goesOn: c },
        { ends: c, goesOn: a },
      ];
      const proposals: string[] = [];
      for (const pair of circle) proposals.push(await propose(pair));
      const outcomes = await Promise.all(circle.map((pair, at) => merge(proposals[at] ?? '', pair)));
      expect([...outcomes].sort()).toEqual(['changed', 'changed', 'merged']);
      expect((await versions(a, b, c)).sort()).toEqual([1, 2, 2]);
      const states = await Promise.all(proposals.map(stateOf));
      expect([...states].sort()).toEqual(['merged', 'proposed', 'proposed']);
      expect(states.indexOf('merged')).toBe(outcomes.indexOf('merged'));
    }
  });

  it('of one pair are one, whoever proposed it first', async () => {
    const [a, b] = [await aCase(), await aCase()];
    const by = { person: 'coordinator', org: 'hub', role: 'coordinator', reason: 'x' };
    const proposed = await Promise.all([
      test.store.merges.propose({ survivor: a.id, absorbed: b.id, ...by }),
      test.store.merges.propose({ survivor: b.id, absorbed: a.id, ...by }),
    ]);
    const [id = '', ...more] = new Set(proposed.flatMap(one => one ?? []));
    expect(more).toEqual([]);
    const outcomes = await Promise.all([merge(id, { ends: a, goesOn: b }), merge(id, { ends: a, goesOn: b })]);
    expect(outcomes.sort()).toEqual(['decided', 'merged']);
    expect(await versions(a, b)).toEqual([2, 2]);
  });
});
