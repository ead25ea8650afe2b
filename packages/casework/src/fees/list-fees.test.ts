import { type CaseFacts, emptyFacts } from '@kaerimichi/discharge';
import { type FactName, feeFacts, feeFactTypes, feeRules } from '@kaerimichi/rules';
import { describe, expect, it } from 'vitest';
import { claimOf } from './claim-facts.ts';
import { eventSupplying } from './fact-supply.ts';
import { type FeeSeen, feesOf } from './list-fees.ts';

const stamp = { seq: 3, on: '2026-09-03', round: 0 };
const conference = {
  ...stamp,
  id: 'k1',
  ordinal: 1,
  kind: 'joint',
  heldOn: '2026-11-10',
  minutes: 'none',
  attended: ['attendingDoctor', 'wardNurse', 'homePhysician', 'visitingNurse', 'supportPlanner', 'family'],
} as const;
const facts: CaseFacts = {
  ...emptyFacts('lead'),
  bornOn: '2024-03-10',
  needs: ['tracheostomy', 'ventilator', 'suction'],
  factors: { ...stamp, codes: ['medicalProcedures', 'birthWeightUnder1500'] },
  interview: { ...stamp, on: '2026-09-07', outcome: 'held', attempts: 1 },
  wish: { ...stamp, wish: 'home' },
  plan: {
    ...{ ...stamp, on: '2026-09-07', version: 1, homeNursing: true, destination: 'home', procedures: [], roles: [] },
    ...{ rolesNotNeeded: [], devices: [], entitlements: [], school: false },
  },
  planExplained: { ...stamp, on: '2026-09-10' },
  planHandedOver: { ...stamp, on: '2026-09-10' },
  inHouseConference: { ...stamp, on: '2026-09-07' },
  team: [{ ...stamp, id: 't1', function: 'visitingNurse', org: 'station', state: 'accepted' }],
  conferences: [{ ...conference, attended: [...conference.attended] }],
  dischargeDay: { ...stamp, day: '2026-11-20' },
};
const ON = '2026-12-01';
const assumedStay = { admittedOn: '2026-09-01', wardFee: 'generalWard', dpc: false, notified: true } as const;
const fee = (id: string, assumed = {}, of = facts, on = ON): FeeSeen => {
  const found = feesOf(of, on, { assumed }).find(one => one.id === id);
  if (!found) throw new Error(`${id} is not in force`);
  return found;
};
const needed = (one: FeeSeen) => one.conditions.flatMap(({ needs }) => needs.map(({ fact }) => fact));
const condition = (one: FeeSeen, code: string) => one.conditions.find(other => other.code === code);

describe('facts of a case as a fee asks for them', () => {
  it('say what the case says, and nothing more', () => {
    const { facts: claimed, basis } = claimOf(facts);
    expect(feeFacts.safeParse(claimed).success).toBe(true);
    expect(claimed).toMatchObject({
      bornOn: '2024-03-10',
      dischargedOn: '2026-11-20',
      destination: 'home',
      wishesHome: true,
      factors: ['procedures'],
      nicuFactors: ['under1500g'],
      homeCare: ['tracheostomy', 'ventilator'],
      guidedOn: '2026-11-10',
      hospitalStaff: ['doctor', 'nurse'],
      parties: ['homeDoctor', 'stationNurse', 'supportPlanner'],
      stations: 1,
    });
    for (const unknown of ['admittedOn', 'wardFee', 'consent', 'claimedSameStay', 'byVideo', 'firstVisitOn'])
      expect(claimed).not.toHaveProperty(unknown);
    expect(basis).toMatchObject({
      dischargedOn: 'planned',
      parties: 'read',
      screenedOn: 'atLatest',
      wishesHome: 'recorded',
    });
  });

  it('of an empty case are none but that nobody needs care', () => {
    expect(claimOf(emptyFacts('lead')).facts).toEqual({});
  });

  it('leave open what a tag or a facility does not settle', () => {
    expect(claimOf({ ...facts, needs: ['tracheostomy', 'niv'] }).facts).not.toHaveProperty('homeCare');
    const plan = facts.plan && { ...facts.plan, destination: 'facility' as const };
    expect(claimOf({ ...facts, plan }).facts).not.toHaveProperty('destination');
    const two = [
      ...facts.team,
      { ...stamp, id: 't2', function: 'visitingNurse', org: 'other', state: 'accepted' } as const,
    ];
    expect(claimOf({ ...facts, team: two }).facts).not.toHaveProperty('stations');
    expect(claimOf({ ...facts, wish: { ...stamp, wish: 'undecided' } }).facts).not.toHaveProperty('wishesHome');
  });

  it('of an earlier round say nothing of this one', () => {
    const { facts: claimed } = claimOf({ ...facts, round: 1 });
    expect(Object.keys(claimed).sort()).toEqual(['bornOn', 'homeCare']);
  });

  it('are supplied by forms that there are', () => {
    for (const name of Object.keys(claimOf(facts).facts) as FactName[])
      expect(eventSupplying(name), name).not.toBeNull();
    expect(
      (Object.keys(feeFactTypes) as FactName[]).filter(name => eventSupplying(name) === null).length,
    ).toBeGreaterThan(20);
  });
});

describe('fees of a case', () => {
  it('are all that are in force, each with its revision, source and how sure the reading is', () => {
    const all = feesOf(facts, ON);
    expect(all.map(({ id }) => id)).toEqual(feeRules.map(({ id }) => id));
    for (const one of all) {
      expect(one.revision.name).toMatch(/^R[68]\/\d+$/);
      expect(one.source).not.toBe('');
      expect(one.note.ja).toContain('参考計算');
    }
    expect(fee('station.jointGuidance')).toMatchObject({ mark: 'G', side: 'station', amount: { verified: false } });
    expect(fee('a246.1')).toMatchObject({ mark: 'C', side: 'hospital', amount: { value: 700, unit: 'points' } });
  });

  it('are missing what the case does not hold, by name', () => {
    const support = fee('a246.1');
    expect(support.status).toBe('missing');
    expect(needed(support)).toEqual(expect.arrayContaining(['wardFee', 'dpc', 'admittedOn', 'notified']));
    expect(condition(support, 'a246.wishesHome')).toMatchObject({ ok: true, needs: [] });
  });

  it('follow the revision of their day, on both sides of 1 June 2026', () => {
    const leaving = (day: string) => fee('a246.1', {}, { ...facts, dischargeDay: { ...stamp, day } }, '2026-06-20');
    expect(leaving('2026-05-31').revision.name).toMatch(/^R6/);
    expect(leaving('2026-06-01').revision.name).toMatch(/^R8/);
    expect(leaving('2026-06-01').revisionBy).toEqual({ ja: '退院日', en: 'Discharged on' });
    const ids = (on: string) => feesOf({ ...emptyFacts('lead') }, on).map(({ id }) => id);
    expect([ids('2026-05-31'), ids('2026-06-01')].map(all => all.includes('b007-3'))).toEqual([false, true]);
  });

  it('are bundled where the assumed ward fee includes them', () => {
    expect(fee('b005', { wardFee: 'A307-1', dpc: false }).status).toBe('bundled');
    expect(condition(fee('b005', { wardFee: 'A307-1', dpc: false }), 'ward.notBundled')?.basis).toContainEqual(
      expect.objectContaining({ how: 'assumed' }),
    );
  });

  it('are lost on a day by what is recorded, and for a person to judge by what is only nearly said', () => {
    const died: CaseFacts = {
      ...facts,
      discharged: undefined,
      plan: undefined,
      closing: { ...stamp, how: 'deceased' },
    };
    expect(fee('a246.1', assumedStay, died)).toMatchObject({ status: 'lost' });
    // Add-on 3 asks for seven days; the case keeps the newest screening only, so the first may have been in time.
    const late = { ...facts, factors: { ...stamp, on: '2026-09-30', codes: ['birthWeightUnder1500'] } };
    expect(fee('a246.3', assumedStay, late).status).toBe('needsReview');
    expect(fee('a246.3', assumedStay).status).toBe('missing');
  });

  it('are not lost by silence about an act that no form records', () => {
    const home = {
      ...facts,
      dischargeDay: undefined,
      discharged: { ...stamp, day: '2026-09-20', to: 'home' as const, at15OrOlder: false },
    };
    const visit = fee('b007-2', assumedStay, home);
    expect(visit).toMatchObject({ status: 'needsReview', lostOn: null });
    const window = condition(visit, 'afterDischarge.window');
    expect(window).toMatchObject({ ok: 'unknown', on: '2026-10-20' });
    expect(window?.review?.ja).toContain('確かめて');
    expect(needed(visit)).toContain('visitedOn');
    expect(fee('b007-2', { ...assumedStay, visitedOn: '2026-11-01' }, home)).toMatchObject({
      status: 'lost',
      lostOn: '2026-10-20',
    });
  });

  it('are never called met by what is read from a function', () => {
    const rest = {
      ...{ consent: true, writtenInformation: true, keyPointsRecorded: true, byVideo: false, earlierGuidanceOn: [] },
      ...{ claimedSameStay: [], byHomeDoctorsOrder: true },
    };
    expect(fee('b005', { ...assumedStay, ...rest }).status).toBe('needsReview');
    const said = { homeCare: [], hospitalStaff: ['doctor' as const], parties: ['homeDoctor' as const], stations: 0 };
    expect(fee('b005', { ...assumedStay, ...rest, ...said }).status).toBe('met');
  });

  it('take less than 5 ms', () => {
    const TIMES = 50;
    const ask = () => {
      const began = process.cpuUsage();
      for (let times = 0; times < TIMES; times += 1) feesOf({ ...facts }, ON);
      return process.cpuUsage(began).user / 1000 / TIMES;
    };
    // Time of the processor, the best of three: what else the machine does meanwhile is not the question.
    expect(Math.min(ask(), ask(), ask())).toBeLessThan(5);
  });
});
