import { addBusinessDays, isBusinessDay } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { allMoves, planBack, waysAhead } from '../chart.ts';
import { aCase, type Story } from '../histories/a-case.ts';
import { businessAxisOf } from './business-axis.ts';
import { leadTimes, plannedIds } from './lead-times.ts';

const planOf = (child: Story, target?: string) => {
  const plan = planBack(child.state(), { on: child.on(), target });
  if (!plan) throw new Error('no discharge lies ahead');
  return plan;
};
const stepOf = (child: Story, code: string, target?: string) =>
  planOf(child, target).steps.find(step => step.code === code);

describe('lead times', () => {
  it('stand beside every condition on the way home', () => {
    const home = waysAhead(aCase().state(), '2026-01-05').findIndex(({ to }) => to === 'discharged');
    const asked = waysAhead(aCase().state(), '2026-01-05')
      .slice(0, home + 1)
      .flatMap(({ unmet, done }) => [...unmet, ...done].map(({ code }) => code));
    expect(plannedIds.filter(id => !asked.includes(id))).toEqual([]);
    const needs = allMoves()
      .filter(({ isForward, from }) => isForward && !['discharged', 'firstVisit', 'followUp'].includes(from))
      .filter(({ from }) => !['stableAtHome', 'evaluationAdmission', 'readmission', 'closed'].includes(from))
      .flatMap(({ params }) => params.needs);
    const known: readonly string[] = plannedIds;
    expect([...new Set(needs)].filter(id => !known.includes(id))).toEqual([]);
  });

  it('wait only for what stands above them', () => {
    for (const [place, id] of plannedIds.entries())
      for (const before of leadTimes[id].after) {
        const at = (plannedIds as readonly string[]).indexOf(before);
        expect(at, `${id} after ${before}`).toBeGreaterThanOrEqual(0);
        expect(at, `${id} after ${before}`).toBeLessThan(place);
      }
  });
});

describe('the axis of business days', () => {
  it('passes over weekends, holidays and the turn of the year, both ways', () => {
    const axis = businessAxisOf('2026-12-28');
    expect([-1, 0, 1, 2].map(axis.dayAt)).toEqual(['2026-12-25', '2026-12-28', '2027-01-04', '2027-01-05']);
    expect(axis.onOrAfter('2026-12-31')).toBe(1);
    expect(axis.onOrBefore('2026-12-31')).toBe(0);
    expect(axis.onOrBefore('2026-12-26')).toBe(-1);
    expect(businessAxisOf('2026-05-02').dayAt(0)).toBe('2026-05-07');
  });
});

describe('a plan backwards', () => {
  it('comes to the earliest day where nobody named one, and marks the chain it hangs on', () => {
    const child = aCase().goesTo('preparing');
    const { target, targetIs, earliestOn, slack, steps } = planOf(child);
    expect({ target, targetIs, slack }).toEqual({ target: earliestOn, targetIs: 'earliest', slack: 0 });
    const chain = steps.filter(({ isCritical }) => isCritical).map(({ code }) => code);
    expect(chain).toContain('trainingReady');
    expect(chain).toContain('lastConferenceAfterLastStay');
    expect(chain).not.toContain('entitlementsReady');
    for (const step of steps) {
      expect(step.slack).toBeGreaterThanOrEqual(0);
      expect(step.isCritical).toBe(step.slack === 0);
      expect(isBusinessDay(step.doneBy) && isBusinessDay(step.startBy), step.code).toBe(true);
      expect(step.doneBy <= target && step.startBy <= step.doneBy, step.code).toBe(true);
      expect(step.doneBy, step.code).toBe(addBusinessDays(step.startBy, step.days));
    }
  });

  it('puts nothing before what it waits for', () => {
    const { steps } = planOf(aCase());
    const doneBy = new Map(steps.map(step => [step.code, step]));
    expect(steps.length).toBeGreaterThan(25);
    for (const { code, after, startBy } of steps)
      for (const before of after) expect((doneBy.get(before)?.doneBy ?? '') <= startBy, `${code} ${before}`).toBe(true);
  });

  it('gives room for every later target, and says how late an earlier one is', () => {
    const child = aCase().goesTo('preparing');
    const { earliestOn } = planOf(child);
    const later = planOf(child, addBusinessDays(earliestOn, 5));
    expect([later.slack, later.targetIs]).toEqual([5, 'asked']);
    expect(later.steps.filter(({ isCritical }) => isCritical).every(({ slack }) => slack === 5)).toBe(true);
    const tight = planOf(child, child.on());
    expect(tight.slack).toBeLessThan(0);
    expect(tight.steps.some(({ startBy }) => startBy < child.on())).toBe(true);
  });

  it('takes the planned day of discharge for the target, and what is met away', () => {
    const child = aCase().goesTo('jointConference').prepares();
    expect(planOf(child)).toMatchObject({ targetIs: 'planned', target: child.facts().dischargeDay?.day });
    expect(stepOf(child, 'conferenceHeld')).toBeUndefined();
    const all = planOf(aCase().goesTo('preparing')).steps.length;
    expect(planOf(child).steps.length).toBeLessThan(all);
  });

  it('asks for fewer days of what is done in part', () => {
    const child = aCase().goesTo('preparing');
    expect(stepOf(child, 'trainingReady')?.days).toBe(leadTimes.trainingReady.days);
    const [procedure] = child.facts().plan?.procedures ?? [];
    for (const by of ['ward', 'dsn'])
      child.sends(by, 'skill.assessed', { procedure: procedure?.procedure, caregiver: 'mother', level: 4 });
    const left = stepOf(child, 'trainingReady')?.days ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(leadTimes.trainingReady.days);
  });

  it('does not hold a conference before the day on which it is planned', () => {
    const child = aCase().goesTo('preparing');
    const before = planOf(child).earliestOn;
    const late = addBusinessDays(before, 10);
    child.sends('dsn', 'conference.planned', { conferenceId: 'late', conferenceKind: 'joint', plannedOn: late });
    expect(stepOf(child, 'conferenceHeld')?.earliestOn).toBe(late);
    expect(planOf(child).earliestOn > late).toBe(true);
  });

  it('is none where no discharge lies ahead', () => {
    const child = aCase().goesTo('discharged');
    expect(planBack(child.state(), { on: child.on() })).toBeNull();
  });
});
