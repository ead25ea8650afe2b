import type { Viewer } from '@kaerimichi/access';
import { type CaseFacts, categories, emptyFacts } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import type { LoadedCase } from './ports.ts';
import { projectFamily } from './project-family.ts';

const ON = '2026-12-01';
const granted = categories.filter(category => category !== 'protection');
const stamp = { seq: 3, on: '2026-11-01', round: 0 };
const consent = { ...stamp, categories: granted, purpose: 'care', from: '2026-11-01' } as const;
const facts: CaseFacts = {
  ...emptyFacts('lead'),
  planExplained: { ...stamp, on: '2026-11-02' },
  holds: [
    { ...stamp, id: 'h1', code: 'equipment', recheckOn: ON },
    { ...stamp, id: 'h2', code: 'equipment', recheckOn: ON },
    { ...stamp, id: 'h3', code: 'familyCircumstances', recheckOn: ON },
    { ...stamp, id: 'h4', code: 'training', recheckOn: ON },
  ],
  team: [
    { ...stamp, id: 't1', function: 'visitingNurse', org: 'station', state: 'accepted' },
    { ...stamp, id: 't2', function: 'homePhysician', org: 'station', state: 'accepted' },
    { ...stamp, id: 't3', function: 'school', org: 'asked-school', state: 'asked' },
    { ...stamp, id: 't4', function: 'respite', org: 'no-room', state: 'declined' },
    { ...stamp, id: 't5', function: 'attendingDoctor', org: 'lead', state: 'accepted' },
  ],
  conferences: [
    { ...stamp, id: 'k1', ordinal: 1, kind: 'joint', plannedOn: '2026-11-20', attended: [], minutes: 'none' },
    { ...stamp, id: 'k2', ordinal: 2, kind: 'joint', plannedOn: '2026-12-10', attended: [], minutes: 'none' },
    { ...stamp, id: 'k3', ordinal: 3, kind: 'joint', plannedOn: ON, heldOn: ON, attended: [], minutes: 'none' },
  ],
  stays: [
    {
      ...{ ...stamp, id: 's1', ordinal: 1, kind: 'home', from: '2026-11-30', to: '2026-12-02' },
      ...{ stationVisits: false, permitted: true, status: 'begun' },
    },
  ],
  dischargeDay: { ...stamp, day: '2026-12-15' },
  needs: ['ventilator', 'suction'],
  skills: [
    { ...stamp, procedure: 'suctionOral', caregiver: 'mother', level: 3 },
    { ...stamp, procedure: 'suctionOral', caregiver: 'father', level: 1 },
  ],
  entitlements: [
    { ...stamp, kind: 'dailyEquipment', state: 'applied' },
    { ...stamp, kind: 'assistiveDevice', state: 'notNeeded' },
  ],
  consents: [
    { ...consent, id: 'valid', scope: 'recipient', recipient: 'station' },
    { ...consent, id: 'ahead', scope: 'recipient', recipient: 'town', from: '2026-12-24' },
    { ...consent, id: 'ended', scope: 'recipient', recipient: 'school', withdrawnOn: '2026-11-05' },
    { ...consent, id: 'hospital', scope: 'hospital' },
  ],
};

const main = { community: 'working', training: 'working', equipment: 'working', entitlements: 'working' };
const running = { open: { main: 'preparing', adult: 'none', ...main } };
const loaded = (value: unknown): LoadedCase => ({
  ...{ id: 'child', no: 'K-1', version: 7, pathwayVersion: 1, value, facts, head: new Uint8Array(32) },
  ...{ accessEpoch: 1, access: [], hasSource: false },
  identity: {
    ...{ familyName: '試験', givenName: 'そら', familyKana: null, givenKana: null, sex: 'female' },
    ...{ hospitalNumber: 'HN', municipality: null },
  },
});

const pageOf = (value: unknown, change: { relation?: string; decides?: boolean; categories?: typeof granted } = {}) => {
  const guardian = { caseId: 'child', categories: granted, decides: true, relation: 'mother', ...change };
  const viewer: Viewer = {
    ...{ person: 'p', membership: 'm', org: 'm', orgKind: 'hospital', role: 'family', flags: [] },
    guardian,
  };
  return projectFamily(loaded(value), { viewer, guardian, on: ON });
};

describe('what a family is told', () => {
  it('is where it stands, what is being arranged without blame, and days from today on in their order', () => {
    const page = pageOf(running);
    expect(page).toMatchObject({ child: 'そら', over: null, now: { step: 2, stage: 'preparing' } });
    expect(page.arranging).toEqual(['equipment']);
    expect(page.dates).toEqual([
      { kind: 'stay', on: '2026-11-30', to: '2026-12-02' },
      { kind: 'conference', on: '2026-12-10', to: null },
      { kind: 'discharge', on: '2026-12-15', to: null },
    ]);
  });

  it('is who takes part, the lead first, each once; never who was only asked, or said no', () => {
    expect(pageOf(running).team).toEqual([
      { org: 'lead', functions: ['attendingDoctor'], isLead: true },
      { org: 'station', functions: ['visitingNurse', 'homePhysician'], isLead: false },
    ]);
  });

  it('is of the clinical record what care the child needs, and nothing more', () => {
    expect(pageOf(running, { categories: ['clinical'] }).care).toEqual(['ventilator', 'suction']);
    expect(pageOf(running, { categories: ['plan', 'skills'] }).care).toEqual([]);
  });

  it('is its own progress and nobody else’s, and applications that are on their way', () => {
    expect(pageOf(running).skills).toEqual([{ procedure: 'suctionOral', level: 3, on: '2026-11-01' }]);
    expect(pageOf(running, { relation: 'grandparent' }).skills).toEqual([]);
    expect(pageOf(running).schemes).toEqual([{ kind: 'dailyEquipment', state: 'applied', until: null }]);
  });

  it('is what it agreed to, and what of that it may end itself', () => {
    const told = (decides: boolean) =>
      pageOf(running, { decides }).consents.map(({ id, state, mayWithdraw }) => `${id} ${state} ${mayWithdraw}`);
    expect(told(true)).toEqual(['valid valid true', 'ahead ahead true', 'ended ended false', 'hospital valid false']);
    expect(told(false).every(line => line.endsWith('false'))).toBe(true);
  });

  it('is, for each category that was not granted, nothing of it', () => {
    const nothing = pageOf(running, { categories: [] });
    expect(nothing).toMatchObject({ child: null, now: null, power: null });
    for (const part of [
      'arranging',
      'dates',
      'team',
      'care',
      'tasks',
      'skills',
      'schemes',
      'received',
      'consents',
    ] as const)
      expect(nothing[part], part).toEqual([]);
    const plan = pageOf(running, { categories: ['plan'] });
    expect([plan.team, plan.consents, plan.skills, plan.schemes]).toEqual([[], [], [], []]);
    expect(plan.now).not.toBeNull();
  });

  it('is after a death whom to call and nothing else', () => {
    const page = pageOf({ closed: 'deceased' });
    expect(page).toMatchObject({ child: 'そら', over: 'deceased', now: null, power: null });
    for (const part of ['arranging', 'dates', 'care', 'tasks', 'skills', 'schemes', 'received', 'consents'] as const)
      expect(page[part], part).toEqual([]);
    expect(page.team.length).toBe(2);
  });

  it('is after another end also what was agreed to, with nothing left to decide', () => {
    const page = pageOf({ closed: 'completed' });
    expect(page).toMatchObject({ over: 'closed', received: [{ kind: 'planExplained' }] });
    expect(page.consents.length).toBe(4);
    expect(page.consents.every(({ mayWithdraw }) => !mayWithdraw)).toBe(true);
  });
});

describe('whose turn it is', () => {
  const answered = { function: 'family', answers: ['fits'] } as const;
  const asked = { ...facts.conferences[1], slots: [{ id: 'x', on: '2026-12-10', at: '10:00' }] };
  const withConference = (conference: object) => {
    const changed = { ...facts, conferences: [conference as CaseFacts['conferences'][number]] };
    return projectFamily({ ...loaded(running), facts: changed }, atPage()).turn;
  };
  const atPage = (categories = granted) => {
    const guardian = { caseId: 'child', categories, decides: true, relation: 'mother' };
    const viewer: Viewer = {
      ...{ person: 'p', membership: 'm', org: 'm', orgKind: 'hospital', role: 'family', flags: [] },
      guardian,
    };
    return { viewer, guardian, on: ON };
  };

  it('is the family’s where it has something to do or to answer', () => {
    expect(withConference({ ...asked, asked: [{ id: 's', function: 'family' }] })).toEqual({ isOwn: true, org: null });
  });

  it('is else that of whoever goes on, named to whoever may know who helps', () => {
    expect(withConference({ ...asked, asked: [{ id: 's', ...answered }] })).toMatchObject({
      isOwn: false,
      org: 'lead',
    });
    const without = granted.filter(category => category !== 'contacts');
    expect(projectFamily(loaded(running), atPage(without)).turn).toEqual({ isOwn: false, org: null });
    const other = granted.filter(category => category !== 'plan');
    expect(projectFamily(loaded(running), atPage(other)).turn).toBeNull();
  });

  it('is told beside who sees what of the child since when', () => {
    const access = [
      { org: 'lead', class: 'full', categories },
      { org: 'station', class: 'partner', categories: granted },
      { org: 'hub', class: 'numberOnly', categories: [] },
    ] as const;
    const at = { ...loaded(running), access };
    expect(projectFamily(at, atPage()).sharing).toEqual([
      { org: 'lead', isLead: true, categories: granted, since: null, until: null },
      { org: 'station', isLead: false, categories: granted, since: '2026-11-01', until: null },
    ]);
    expect(projectFamily(at, atPage(granted.filter(category => category !== 'family'))).sharing).toEqual([]);
  });
});
