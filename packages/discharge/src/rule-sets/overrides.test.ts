import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import type { Actor, CaseEvent } from '../event.ts';
import { requirements } from '../requirements.ts';
import type { CaseRules } from './case-rules.ts';
import { changesFor, overridesOf, toReconsider, type WaiverMade } from './overrides.ts';
import { ENOUGH_TO_PROPOSE } from './rule-changes.ts';
import { whyOn } from './rule-set-faults.ts';

const person = (name: string, role: Actor['role']): Actor => ({
  ...{ membership: `m-${name}`, person: name, org: 'org-a', role, mayWaive: true },
});
const head = person('head', 'dischargeNurse');
const doctor = person('doctor', 'doctor');

type Said = Partial<Omit<WaiverMade, 'event'>> & {
  by?: Actor;
  id?: string;
  ground?: string;
  day?: number;
  seq?: number;
};
function waived({ by = head, id = 'month1', ground, day = 0, seq = 20, ...more }: Said = {}): WaiverMade {
  const on = addDays('2026-11-01', day);
  const body = { requirementId: id, ...(ground ? { ground } : {}) };
  const event: CaseEvent = { type: 'requirement.waived', seq, at: `${on}T03:00:00.000Z`, on, by, body };
  return { caseId: 'case-1', stage: 'followUp', entry: 12, rules: null, event, ...more };
}
const rules = (more: Partial<CaseRules>): CaseRules => ({ lead: 'org-a', version: 3, ...more });
/** A condition that was passed over in so many cases, a day after the other. */
const often = (times: number, more: Said = {}) =>
  overridesOf(Array.from({ length: times }, (_, n) => waived({ caseId: `case-${n}`, day: n, ...more })));
const always = () => '2026-01-01T00:00:00.000Z';

describe('an exception', () => {
  it('is one for each entry of a stage, however often one person says so', () => {
    const made = [waived(), waived({ seq: 21, day: 1 }), waived({ entry: 30, seq: 35, day: 2 })];
    expect(overridesOf(made)).toMatchObject([
      { requirement: 'month1', isWhole: true, version: null, grants: [{ seq: 35 }] },
      { isWhole: true, grants: [{ seq: 21, as: 'headNurse', person: 'head' }] },
    ]);
  });

  it('that takes two is whole with the second, another person; by the rules that the case then had', () => {
    const safety = { id: 'equipmentReady' };
    expect(overridesOf([waived(safety)])).toMatchObject([{ isWhole: false }]);
    const both = [waived(safety), waived({ ...safety, by: doctor, seq: 22, day: 1 })];
    expect(overridesOf(both)).toMatchObject([{ isWhole: true, at: '2026-11-02T03:00:00.000Z', grants: [{}, {}] }]);
    const alone = [waived(safety), waived({ ...safety, by: { ...doctor, person: 'head' }, seq: 22 })];
    expect(overridesOf(alone)).toMatchObject([{ isWhole: false }]);
    const ofTwo = { rules: rules({ approvers: 'both' }) };
    expect(overridesOf([waived(ofTwo)])).toMatchObject([{ isWhole: false, version: 3 }]);
    expect(overridesOf([waived({ rules: rules({}) })])).toMatchObject([{ isWhole: true, version: 3 }]);
  });
});

describe('exceptions of one kind', () => {
  it('propose a change from the tenth on', () => {
    expect(ENOUGH_TO_PROPOSE).toBe(10);
    expect(toReconsider(often(9), always)).toEqual([]);
    expect(toReconsider(often(10), always)).toMatchObject([{ requirement: 'month1', overrides: { length: 10 } }]);
    const two = [...often(10), ...often(11, { id: 'schoolInformed' }), ...often(9, { id: 'earlyContact' })];
    expect(toReconsider(two, always).map(({ requirement }) => requirement)).toEqual(['schoolInformed', 'month1']);
  });

  it('count since the rules are as they are, each condition for itself', () => {
    const since = (id: string) => (id === 'month1' ? '2026-11-01T03:00:00.000Z' : always());
    expect(toReconsider(often(10), since)).toEqual([]);
    expect(toReconsider(often(11), since)).toMatchObject([{ overrides: { length: 10 } }]);
    expect(toReconsider(often(10, { id: 'month3' }), since)).toHaveLength(1);
  });

  it('say nothing of every day where a disaster asked for them, where one of two agreed, or of what is asked no more', () => {
    expect(toReconsider(often(12, { ground: 'disaster' }), always)).toEqual([]);
    expect(toReconsider(often(12, { id: 'equipmentReady' }), always)).toEqual([]);
    expect(toReconsider(often(12, { id: 'ofLongAgo' }), always)).toEqual([]);
  });
});

describe('what is proposed', () => {
  it('is to switch off what an organisation may do without, and of all else says why it stays', () => {
    expect(changesFor('month1')).toEqual(['off', 'approvers']);
    expect(changesFor('trainingReady')).toEqual(['thresholds']);
    for (const [id, { waivable }] of requirements) {
      expect(changesFor(id).includes('off'), id).toBe(whyOn(id) === null);
      if (waivable !== 'no' && !changesFor(id).includes('off')) expect(whyOn(id), id).not.toBeNull();
    }
    expect(changesFor('ofLongAgo')).toEqual([]);
  });
});
