import {
  type CaseFacts,
  type Category,
  emptyFacts,
  categories as everyCategory,
  type FullCard,
} from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { projectTasks } from './project-tasks.ts';
import type { TaskSource } from './task.ts';
import { aViewer } from './testing/viewers.ts';

const on = '2026-12-10';
const stamp = { seq: 3, on: '2026-12-01', round: 0 };
const nurse = aViewer('dischargeNurse', { org: 'lead', membership: 'nurse-lead' });
const station = aViewer('visitingNurse', {
  org: 'station',
  membership: 'visitor-station',
  orgKind: 'visitingNursingStation',
});

const card: FullCard = {
  ...{ id: 'c1', no: 'K-1', name: 'canary', kana: null, bornOn: null, gestationWeeks: null, stage: 'preparing' },
  ...{ column: 'preparation', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn: null, holds: [] },
  ...{ cond: { done: 0, all: 1 }, next: null, owners: ['lead'], flags: [], lead: 'lead', version: 4 },
};
const full = { class: 'full', categories: everyCategory } as const;
const partner = (...categories: Category[]) => ({ class: 'partner', categories }) as const;
const accepted: CaseFacts['team'][number] = {
  ...stamp,
  id: 't1',
  function: 'visitingNurse',
  org: 'station',
  state: 'accepted',
  askedOn: '2026-11-20',
  answeredOn: '2026-11-25',
};

const source = (facts: Partial<CaseFacts> = {}, change: Partial<TaskSource> = {}): TaskSource => ({
  card,
  access: full,
  facts: { ...emptyFacts('lead'), ...facts },
  next: null,
  gone: [],
  others: [],
  deadlines: [],
  checks: [],
  asks: [],
  ...change,
});
const tasks = (...[of, viewer = nurse]: [TaskSource, typeof nurse?]) => projectTasks(of, viewer, on);

describe('a call in a note', () => {
  const called = source({ mentions: [{ seq: 7, to: 'nurse-lead', on: '2026-12-02' }] });

  it('is a task of whoever is called by name, and of nobody else', () => {
    expect(tasks(called)).toEqual([
      expect.objectContaining({
        ...{ kind: 'mention', ref: '7', owner: 'nurse-lead', since: '2026-12-02', isSettable: false },
        step: { event: 'mention.answered', fill: { seq: '7' } },
      }),
    ]);
    expect(tasks(called, aViewer('dischargeNurse', { org: 'lead', membership: 'other-lead' }))).toEqual([]);
  });

  it('is not told to whom the plan is not shared', () => {
    const to = { mentions: [{ seq: 7, to: 'visitor-station', on: '2026-12-02' }], team: [accepted] };
    expect(tasks(source(to, { access: partner('plan') }), station)).toHaveLength(1);
    expect(tasks(source(to, { access: partner('contacts') }), station)).toEqual([]);
  });
});

describe('an item of a checklist', () => {
  const check = (id: string, over: Partial<TaskSource['checks'][number]> = {}): TaskSource['checks'][number] => ({
    ...{ id, section: 'supplies', words: null, requirement: null, templates: [], state: 'notBegun' },
    ...{ on: '2026-12-01', seq: null, setSeq: null },
    ...over,
  });
  const refs = (of: TaskSource, viewer = nurse) => tasks(of, viewer).map(({ ref }) => ref);

  it('is its owner’s; what nobody has is the lead’s when its day is near', () => {
    const checks = [
      check('mine', { owner: 'nurse-lead', dueOn: '2027-03-01' }),
      check('theirs', { owner: 'ward-lead', dueOn: '2026-12-11' }),
      check('near', { dueOn: '2026-12-17' }),
      check('far', { dueOn: '2026-12-18' }),
      check('undated'),
      check('left', { owner: 'gone-lead', dueOn: '2026-12-12' }),
    ];
    expect(refs(source({}, { checks, gone: ['gone-lead'] }))).toEqual(['mine', 'near', 'left']);
    expect(tasks(source({}, { checks }))[0]).toMatchObject({ isSettable: true, dueOn: '2027-03-01' });
  });

  it('of a template of a need is told to whoever is told of the need', () => {
    const checks = ['bagMask', 'routeAgreed'].map(id => check(id, { owner: 'visitor-station' }));
    const shared = { team: [accepted] };
    expect(refs(source(shared, { checks, access: partner('plan') }), station)).toEqual(['routeAgreed']);
    expect(refs(source(shared, { checks, access: partner('plan', 'clinical') }), station)).toEqual([
      'bagMask',
      'routeAgreed',
    ]);
  });
});
