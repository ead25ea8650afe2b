import { addDays } from '@kaerimichi/rules/calendar';
import { describe, expect, it } from 'vitest';
import { transitionsOf } from '../../chart.ts';
import { deadlinesOf } from '../../deadlines.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { planBody } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';
import { devicesFor } from './learnt-on.ts';
import { isOfFamily, skillRef, standsAlone } from './stands-alone.ts';

const suction = { procedure: 'suctionTracheal', caregiver: 'mother' };
const assess = (child: Story, by: string, change: object = {}) =>
  child.sends(by, 'skill.assessed', { ...suction, level: 4, ...change });
const skillOf = (child: Story, caregiver = 'mother') =>
  child.facts().skills.filter(skill => skill.caregiver === caregiver);
const isAlone = (child: Story, caregiver = 'mother') =>
  skillOf(child, caregiver).some(skill => standsAlone(skill, child.on()));

const ventilator = {
  ...{ deviceId: 'd1', kind: 'ventilator', electric: true, atHome: true, consumables: true, vendorPhone24h: true },
};

describe('「ひとりで」', () => {
  it('waits for a second nurse, or another day', () => {
    const child = assess(aCase(), 'ward');
    expect(isAlone(child)).toBe(false);
    expect(skillOf(child)).toMatchObject([{ level: 4, firstBy: 'p-ward' }]);
    // The same nurse once more on the same day is no second one.
    expect(isAlone(assess(child, 'ward'))).toBe(false);
    expect(isAlone(assess(child, 'dsn'))).toBe(true);
    expect(skillOf(child)[0]).not.toHaveProperty('firstBy');
    expect(isAlone(assess(assess(aCase(), 'ward').waits(1), 'ward'))).toBe(true);
  });

  it('counts on the second day of which the first was watched, and not of one on which both held the tube', () => {
    expect(isAlone(assess(assess(aCase(), 'ward', { level: 3 }).waits(1), 'ward'))).toBe(true);
    expect(isAlone(assess(assess(aCase(), 'ward', { level: 2 }).waits(9), 'ward'))).toBe(false);
    // Watched in the morning and alone in the afternoon is one day, whoever watched.
    expect(isAlone(assess(assess(aCase(), 'dsn', { level: 3 }), 'ward'))).toBe(false);
  });

  it('may be written down for the day on which it was seen', () => {
    const child = assess(aCase().waits(3), 'ward');
    child.sends('ward', 'skill.assessed', { ...suction, level: 4 }, { occurred: child.day() - 2 });
    expect(isAlone(child)).toBe(true);
  });

  it('stays when it is seen once more, lapses after ninety days, and is renewed by one look', () => {
    const child = assess(assess(assess(aCase(), 'ward'), 'dsn'), 'dsn');
    expect(isAlone(child)).toBe(true);
    expect(skillOf(child)[0]?.until).toBe(addDays(child.on(), 90));
    child.waits(91).sends('dsn', 'note.added', { note: '-' });
    expect(isAlone(child)).toBe(false);
    child.sends('clock', 'fact.lapsed', { kind: 'skill', ref: 'suctionTracheal.mother' });
    expect(isAlone(assess(child, 'ward'))).toBe(true);
  });

  it('falls with a lower level', () => {
    const child = assess(assess(assess(aCase(), 'ward'), 'dsn'), 'ward', { level: 3 });
    expect(isAlone(child)).toBe(false);
    expect(skillOf(child)[0]).not.toHaveProperty('until');
  });

  it('of a school nurse or a helper is recorded and does not stand for somebody of the family', () => {
    expect(['mother', 'grandparent-2', 'schoolNurse', 'helper-2'].map(isOfFamily)).toEqual([true, true, false, false]);
    const child = aCase().goesTo('jointConference').prepares();
    assess(child, 'ward', { caregiver: 'father', level: 3 });
    assess(assess(child, 'ward', { caregiver: 'schoolNurse' }), 'dsn', { caregiver: 'schoolNurse' });
    expect(isAlone(child, 'schoolNurse')).toBe(true);
    expect(codesOf(child.tries('dsn', 'preparation.closed'))).toContain('trainingReady');
  });

  it('of which one look is missing is said where the move is refused', () => {
    const child = aCase().goesTo('jointConference').prepares();
    assess(assess(child, 'ward', { caregiver: 'father', level: 2 }).waits(1), 'ward', { caregiver: 'father' });
    const close = transitionsOf(child.state(), child.on()).find(({ event }) => event === 'preparation.closed');
    expect(close?.unmet.find(({ code }) => code === 'trainingReady')?.text).toEqual({
      ja: '手技「吸引(気切)」:2人以上が「ひとりで」。いま 1人(ほかに1人が2人目の看護師か別の日の確認を待っています)',
      en: 'Skill “Suction (tracheal)”: 2 caregivers alone, now 1 (1 more wait for a second nurse, or another day)',
    });
  });
});

describe('another model of a device', () => {
  const operation = { procedure: 'ventilatorOperation' };
  const trained = () => {
    const child = aCase().sends('dsn', 'device.chosen', ventilator);
    for (const by of ['ward', 'dsn']) assess(assess(child, by, { ...operation, deviceModel: 'd1' }), by);
    return child;
  };

  it('asks for what was learnt on the one before to be shown anew, and for nothing else', () => {
    const child = trained().waits(10);
    const standing = () => child.facts().skills.map(skill => [skill.procedure, standsAlone(skill, child.on())]);
    expect(standing()).toEqual([
      ['ventilatorOperation', true],
      ['suctionTracheal', true],
    ]);
    // Its state alone, the same machine, changes nothing.
    child.sends('dsn', 'device.chosen', { ...ventilator, consumables: false });
    expect(standing().map(([, is]) => is)).toEqual([true, true]);
    child.sends('dsn', 'device.chosen', { ...ventilator, modelChanged: true });
    expect(standing().map(([, is]) => is)).toEqual([false, true]);
    const ref = 'ventilatorOperation.mother.d1';
    expect(child.facts().skills.map(skillRef)).toContain(ref);
    expect(deadlinesOf(child.facts())).toContainEqual(
      expect.objectContaining({ kind: 'lapse.skill', ref, on: addDays(child.on(), 1) }),
    );
    // Two looks at the new one, not one: what was known was another machine.
    assess(child, 'ward', { ...operation, deviceModel: 'd1' });
    expect(standing().map(([, is]) => is)).toEqual([true, false]);
    assess(child, 'dsn', { ...operation, deviceModel: 'd1' });
    expect(standing().map(([, is]) => is)).toEqual([true, true]);
  });

  it('reaches what was recorded before any device was named', () => {
    const child = assess(assess(aCase(), 'ward', operation), 'dsn', operation);
    child.sends('dsn', 'device.chosen', { ...ventilator, modelChanged: true });
    expect(isAlone(child)).toBe(false);
    expect(devicesFor([{ id: 'd1', kind: 'ventilator' }], 'suctionOral')).toEqual([]);
  });

  it('is one that the case has', () => {
    const wrong = { ...suction, level: 2, deviceModel: 'nowhere' };
    expect(codesOf(aCase().tries('ward', 'skill.assessed', wrong))).toEqual(['item.unknown']);
  });

  it('counts a caregiver once, on however many devices', () => {
    const child = aCase()
      .goesTo('planning')
      .sends('dsn', 'plan.written', { ...planBody, procedures: [{ ...operation, caregivers: 2 }] })
      .sends('dsn', 'device.chosen', ventilator)
      .sends('dsn', 'device.chosen', { ...ventilator, deviceId: 'd2' });
    for (const by of ['ward', 'dsn'])
      for (const deviceModel of ['d1', 'd2']) assess(child, by, { ...operation, deviceModel });
    expect(skillOf(child)).toHaveLength(2);
    expect(child.position().tracks.training).toBe('working');
  });
});

describe('what else is recorded of training', () => {
  it('is no condition: a self-rating and a drill leave the facts as they are', () => {
    const child = aCase();
    const before = child.facts();
    child.sends('ward', 'skill.selfRated', { ...suction, selfRating: 2, note: '夜がこわい' });
    child.sends('ward', 'drill.held', { drill: 'cannulaOut', caregiver: 'father', withoutHelp: false });
    expect(child.facts()).toEqual(before);
  });
});
