import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/day.ts';
import { restDay } from '../calendar/rest-day.ts';
import { deadlineRules } from './deadline-rules.ts';

function ask(id: string, sent: object) {
  const rule = deadlineRules.find(known => known.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule.ask(rule.facts.parse(sent));
}
const faultsOf = (id: string, sent: object) => {
  const outcome = ask(id, sent);
  return outcome.ok ? [] : outcome.faults.map(({ path }) => path.join('.'));
};

// Wednesday 2026-11-25; the last day and the reminder of each, counted by hand.
const admittedOn = '2026-11-25';
const dischargedOn = '2026-11-25';
const table: [string, object, { opensOn?: string; lastDay: string; remindOn: string; ifBlank?: string }][] = [
  ['a246.1.screen', { admittedOn }, { lastDay: '2026-11-27', remindOn: '2026-11-27' }],
  ['a246.1.familyTalk', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.1.familyTalk', { admittedOn, ward: 'longTerm' }, { lastDay: '2026-12-08', remindOn: '2026-12-08' }],
  ['a246.1.familyTalk', { admittedOn, ward: '療養' }, { lastDay: '2026-12-08', remindOn: '2026-12-08' }],
  ['a246.1.familyTalk', { admittedOn, ward: '一般' }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.1.planStart', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.1.conference', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.2.screen', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.2.planStart', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.3.screenAndTalk', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['a246.3.planStart', { admittedOn }, { lastDay: '2026-12-24', remindOn: '2026-12-24' }],
  // No 31 June: the end of June.
  ['a246.3.planStart', { admittedOn: '2026-05-31' }, { lastDay: '2026-06-30', remindOn: '2026-06-30' }],
  ['a246.3.planStart', { admittedOn: '2027-01-31' }, { lastDay: '2027-02-28', remindOn: '2027-02-26' }],
  ['a246.3.planStart', { admittedOn: '2028-01-31' }, { lastDay: '2028-02-29', remindOn: '2028-02-29' }],
  ['a246.transfer14', { startsOn: '2026-11-25' }, { lastDay: '2026-12-08', remindOn: '2026-12-08' }],
  ['a246.liaisonPlan7', { admittedOn }, { lastDay: '2026-12-01', remindOn: '2026-12-01' }],
  ['b007.early', { admittedOn }, { lastDay: '2026-12-08', remindOn: '2026-12-08' }],
  ['c100.trialStay', { startsOn: '2026-11-28' }, { opensOn: '2026-11-28', lastDay: '2026-11-28', remindOn: '2026-11-28' }],
  ['b009.municipality', { dischargedOn }, { opensOn: '2026-11-11', lastDay: '2026-12-09', remindOn: '2026-12-09' }],
  ['b009.dataAttach', { dischargedOn }, { opensOn: '2026-11-01', lastDay: '2026-12-31', remindOn: '2026-12-28' }],
  ['b009.schoolAge', { bornOn: '2009-03-31', on: '2027-03-01' }, { lastDay: '2027-03-31', remindOn: '2027-03-31' }],
  // Reached on 31 March itself.
  ['b009.schoolAge', { bornOn: '2009-04-01', on: '2027-03-01' }, { lastDay: '2027-03-31', remindOn: '2027-03-31' }],
  ['b009.schoolAge', { bornOn: '2009-04-02', on: '2027-03-01' }, { lastDay: '2028-03-31', remindOn: '2028-03-31' }],
  [
    'station.dischargeSupport',
    { dischargedOn },
    { opensOn: '2026-11-25', lastDay: '2026-11-25', remindOn: '2026-11-25' },
  ],
  ['b007-2.window', { dischargedOn }, { opensOn: '2026-11-26', lastDay: '2026-12-24', remindOn: '2026-12-24' }],
  ['b007-2.window', { dischargedOn: '2027-01-31' }, { opensOn: '2027-02-01', lastDay: '2027-02-28', remindOn: '2027-02-26' }],
  ['b007-3.window', { dischargedOn }, { opensOn: '2026-11-26', lastDay: '2026-12-24', remindOn: '2026-12-24' }],
  [
    'c007.order',
    { startsOn: '2026-06-10' },
    { opensOn: '2026-06-10', lastDay: '2026-12-09', ifBlank: '2026-07-09', remindOn: '2026-12-09' },
  ],
  [
    'c007.order',
    { startsOn: '2026-08-31', endsOn: '2027-02-28' },
    { opensOn: '2026-08-31', lastDay: '2027-02-28', ifBlank: '2026-09-30', remindOn: '2027-02-26' },
  ],
  ['c007.special', { consultedOn: '2026-12-20' }, { opensOn: '2026-12-20', lastDay: '2027-01-02', remindOn: '2026-12-28' }],
  ['c007.procedure', { startsOn: '2026-06-10' }, { lastDay: '2026-12-09', remindOn: '2026-12-09' }],
  ['a212.general', { admittedOn }, { lastDay: '2027-02-22', remindOn: '2027-02-22' }],
  ['a212.receive', { admittedOn }, { lastDay: '2026-11-29', remindOn: '2026-11-27' }],
  ['planReview', { startsOn: '2026-11-25' }, { lastDay: '2026-12-24', remindOn: '2026-12-24' }],
  ['kcmc.postVisit', { dischargedOn }, { lastDay: '2026-12-09', remindOn: '2026-12-09' }],
];

describe('a deadline', () => {
  it.each(table)('%s of %j', (id, sent, days) => {
    const outcome = ask(id, sent);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
    const { counting, ruleSet, source, ...told } = outcome.answer;
    expect(told).toEqual(days);
    expect([counting.ja, counting.en, ruleSet, source].every(said => said.length > 0)).toBe(true);
  });

  it('stands in the table, each of them', () => {
    expect(new Set(table.map(([id]) => id))).toEqual(new Set(deadlineRules.map(({ id }) => id)));
  });
});

describe('a reminder', () => {
  it.each([
    // Friday 1 May before Golden Week, Saturday on which it ends.
    ['a246.1.planStart', { admittedOn: '2026-05-01' }, '2026-05-07', '2026-05-07'],
    ['a246.1.planStart', { admittedOn: '2026-04-30' }, '2026-05-06', '2026-05-01'],
    // 年末年始: the last open day is 28 December.
    ['a246.1.screen', { admittedOn: '2026-12-28' }, '2026-12-30', '2026-12-28'],
    // Admitted in a row of days of rest that the limit does not outlast: never before day one.
    ['a246.1.screen', { admittedOn: '2026-12-30' }, '2027-01-01', '2026-12-30'],
    ['a246.1.screen', { admittedOn: '2026-09-19' }, '2026-09-21', '2026-09-19'],
  ])('of %s %j: last day %s, reminded on %s', (id, sent, lastDay, remindOn) => {
    expect(ask(id, sent)).toMatchObject({ ok: true, answer: { lastDay, remindOn } });
  });

  it('is a business day on or before the last, or day one', () => {
    const days = fc.integer({ min: 0, max: 3650 }).map(n => addDays('2026-06-01', n));
    const byAdmission = deadlineRules.filter(({ facts }) => 'admittedOn' in facts.shape);
    expect(byAdmission.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(days, fc.constantFrom(...byAdmission), (on, rule) => {
        const outcome = rule.ask(rule.facts.parse({ admittedOn: on }));
        if (!outcome.ok) throw new Error(rule.id);
        const { lastDay, remindOn } = outcome.answer;
        expect(remindOn <= lastDay && remindOn >= on).toBe(true);
        expect(restDay(remindOn) === null || remindOn === on).toBe(true);
        // No business day is left between the reminder and the last day.
        for (let day = addDays(remindOn, 1); day <= lastDay; day = addDays(day, 1)) expect(restDay(day)).not.toBeNull();
      }),
    );
  });
});

describe('what a rule forbids', () => {
  it('an order ends within six months', () => {
    expect(faultsOf('c007.order', { startsOn: '2026-06-10', endsOn: '2026-12-09' })).toEqual([]);
    expect(faultsOf('c007.order', { startsOn: '2026-06-10', endsOn: '2026-12-10' })).toEqual(['endsOn']);
    expect(faultsOf('c007.order', { startsOn: '2026-06-10', endsOn: '2026-06-09' })).toEqual(['endsOn']);
  });

  it.each([
    [['2026-11-01'], {}, ['consultedOn']],
    [['2026-10-31'], {}, []],
    [['2026-11-01'], { trachealCannula: true }, []],
    [['2026-11-01'], { deepPressureUlcer: true }, []],
    [['2026-11-01'], { trachealCannula: false, deepPressureUlcer: false }, ['consultedOn']],
    [['2026-11-01', '2026-11-15'], { trachealCannula: true, deepPressureUlcer: true }, ['consultedOn']],
    [['2026-11-01', '2026-12-01'], {}, ['previousConsultedOn.1']],
    [[], {}, []],
  ])('special orders of %j with %j: %j', (previousConsultedOn, more, paths) => {
    expect(faultsOf('c007.special', { consultedOn: '2026-11-30', previousConsultedOn, ...more })).toEqual(paths);
  });

  it('ninety days are counted in a general ward alone', () => {
    expect(faultsOf('a212.general', { admittedOn, ward: 'longTerm' })).toEqual(['ward']);
    expect(faultsOf('a212.general', { admittedOn, ward: 'general' })).toEqual([]);
  });

  it('no school is told before the birth, and after the age limit it is said', () => {
    expect(faultsOf('b009.schoolAge', { bornOn: '2020-01-02', on: '2020-01-01' })).toEqual(['on']);
    const outcome = ask('b009.schoolAge', { bornOn: '2009-04-01', on: '2027-04-01' });
    expect(outcome).toMatchObject({ ok: true, answer: { lastDay: '2027-03-31' } });
    if (outcome.ok) expect(outcome.answer.counting.ja).toContain('過ぎています');
  });
});

describe('the revision of a deadline', () => {
  it.each([
    // A duty by the day on which it fell due.
    ['a246.1.screen', { admittedOn: '2026-05-29' }, 'R6/1'],
    ['a246.1.screen', { admittedOn: '2026-05-30' }, 'R8/1'],
    ['a246.1.screen', { admittedOn: '2024-05-30' }, 'R6/1'],
    ['a246.3.planStart', { admittedOn: '2026-05-31' }, 'R8/1'],
    // What is done, by the day on which it is done.
    ['c007.order', { startsOn: '2026-05-31' }, 'R6/1'],
    ['c007.order', { startsOn: '2026-06-01' }, 'R8/1'],
    ['c007.special', { consultedOn: '2026-05-31' }, 'R6/1'],
    ['c100.trialStay', { startsOn: '2026-06-01' }, 'R8/1'],
    ['b009.schoolAge', { bornOn: '2015-01-01', on: '2026-05-31' }, 'R6/1'],
    ['b009.schoolAge', { bornOn: '2015-01-01', on: '2026-06-01' }, 'R8/1'],
  ])('%s of %j is %s', (id, sent, ruleSet) => {
    expect(ask(id, sent)).toMatchObject({ ok: true, answer: { ruleSet } });
  });

  it('does not know a rule before it was made', () => {
    // B007-3 is new in 令和8年.
    expect(faultsOf('b007-3.window', { dischargedOn: '2026-05-01' })).toEqual(['dischargedOn']);
    expect(faultsOf('b007-3.window', { dischargedOn: '2026-05-02' })).toEqual([]);
    expect(faultsOf('a246.1.screen', { admittedOn: '2024-05-29' })).toEqual(['admittedOn']);
  });
});
