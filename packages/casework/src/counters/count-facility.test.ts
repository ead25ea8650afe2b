import { addDays, type CaseEvent, type CaseFacts, type TeamFunction } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { type CountedCase, countFacility } from './count-facility.ts';

const period = { from: '2025-12-02', until: '2026-12-01' };
const by = { membership: 'm', person: 'p', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
let seq = 0;
const event = (type: string, on: string, body: CaseEvent['body'] = {}): CaseEvent => ({
  ...{ type, on, body, by },
  seq: ++seq,
  at: `${on}T03:00:00.000Z`,
});
type Entry = CaseFacts['team'][number];
const part = (of: TeamFunction, org?: string, more: Partial<Entry> = {}): Entry => ({
  ...{
    id: `${of}-${org}`,
    function: of,
    state: 'accepted',
    answeredOn: '2026-01-10',
    seq: 1,
    on: '2026-01-10',
    round: 0,
  },
  ...(org ? { org } : {}),
  ...more,
});
const held = (on: string, attended: readonly TeamFunction[], kind = 'joint'): CaseEvent[] => {
  const conferenceId = `c${seq}`;
  return [
    event('conference.planned', addDays(on, -9), { conferenceId, conferenceKind: kind, plannedOn: on }),
    event('conference.held', on, { conferenceId, attended, actionItems: [] }),
  ];
};
const counted = (...cases: readonly Partial<CountedCase>[]) =>
  countFacility(
    cases.map(one => ({ team: [], events: [], ...one })),
    period,
  );

describe('partners met', () => {
  const team = [part('visitingNurse', 'nozomi'), part('homePhysician', 'clinic'), part('supportPlanner', 'soudan')];

  it('are those who had a part in the team when somebody came for it, each once a conference, over all cases', () => {
    const first = { team, events: held('2026-02-01', ['visitingNurse', 'homePhysician', 'school', 'family']) };
    const other = { team: [part('visitingNurse', 'nozomi'), part('therapist', 'nozomi')] };
    const second = { ...other, events: held('2026-03-01', ['visitingNurse', 'therapist', 'wardNurse'], 'community') };
    expect(counted(first, second)).toMatchObject({
      partners: [
        { org: 'nozomi', times: 2, lastOn: '2026-03-01' },
        { org: 'clinic', times: 1 },
      ],
      unnamed: 0,
      jointConferences: { all: 1 },
    });
  });

  it('are not guessed: of two, of none in the network, of one that came later, of one that said no', () => {
    const two = [part('visitingNurse', 'nozomi'), part('visitingNurse', 'aozora')];
    const asked = part('visitingNurse', 'nozomi', { state: 'declined' });
    const late = part('visitingNurse', 'nozomi', { answeredOn: '2026-02-02' });
    for (const team of [two, [part('visitingNurse')], [asked], [late], []])
      expect(counted({ team, events: held('2026-02-01', ['visitingNurse']) })).toMatchObject({
        partners: [],
        unnamed: 1,
      });
  });

  it('and contacts count within the year, by the day on which it was, and not what was corrected', () => {
    const attended = ['supportPlanner', 'homePhysician', 'visitingNurse'] as const;
    const [planned, last = expect.unreachable()] = held('2026-05-01', attended);
    const corrected = event('entry.corrected', '2026-05-02', { seq: last.seq });
    expect(counted({ team, events: [planned ?? last, last, corrected] })).toMatchObject({
      partners: [],
      plannerContacts: 0,
    });
    for (const [on, n] of [
      ['2025-12-01', 0],
      ['2025-12-02', 1],
      ['2026-12-01', 1],
    ] as const)
      expect(counted({ team, events: held(on, attended) }).plannerContacts, on).toBe(n);
    const toldLater = { ...last, occurredOn: '2025-12-01' };
    expect(counted({ team, events: [toldLater] }).plannerContacts).toBe(0);
  });
});

describe('joint conferences with three parties', () => {
  it.each([
    [['homePhysician', 'visitingNurse', 'supportPlanner'], 1],
    [['homePhysician', 'visitingNurse', 'school', 'publicHealthNurse', 'deviceVendor'], 0],
    [['homePhysician', 'visitingNurse', 'pharmacist', 'supportPlanner'], 1],
  ] as const)('%j: %i', (attended, ofThreeParties) => {
    expect(counted({ events: held('2026-05-01', attended) }).jointConferences).toEqual({ all: 1, ofThreeParties });
    expect(counted({ events: held('2026-05-01', attended, 'emergency') }).jointConferences.all).toBe(0);
  });
});

describe('screening in time', () => {
  const stay = (on: string, screened?: string) => [
    event('readmission.begun', on),
    ...(screened ? [event('factors.recorded', screened)] : []),
  ];
  it('counts from the day of admission, which is day one', () => {
    const of = (screened?: string) => counted({ events: stay('2026-06-01', screened) }).admissions;
    expect(of('2026-06-03')).toEqual({ all: 1, within3: 1, within7: 1 });
    expect(of('2026-06-04')).toEqual({ all: 1, within3: 0, within7: 1 });
    expect(of('2026-06-07')).toEqual({ all: 1, within3: 0, within7: 1 });
    expect(of('2026-06-08')).toEqual({ all: 1, within3: 0, within7: 0 });
    expect(of()).toEqual({ all: 1, within3: 0, within7: 0 });
  });

  it('leaves out an admission that still has time, and what belongs to the next one', () => {
    expect(counted({ events: stay('2026-11-25') }).admissions.all).toBe(0);
    expect(counted({ events: stay('2026-11-24') }).admissions).toEqual({ all: 1, within3: 0, within7: 0 });
    const evaluation = event('evaluation.admitted', '2026-07-01', { origin: 'home' });
    const both = [...stay('2026-06-01'), evaluation, event('factors.recorded', '2026-07-02')];
    expect(counted({ events: both }).admissions).toEqual({ all: 2, within3: 1, within7: 1 });
    expect(counted({ events: [event('evaluation.admitted', '2026-07-01', { origin: 'ward' })] }).admissions.all).toBe(
      0,
    );
  });
});
