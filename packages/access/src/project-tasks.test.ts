import {
  type CaseFacts,
  type Category,
  emptyFacts,
  categories as everyCategory,
  type FullCard,
  type RoleId,
} from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { byUrgency } from './by-urgency.ts';
import { projectTasks } from './project-tasks.ts';
import type { TaskSource } from './task.ts';
import { aViewer } from './testing/viewers.ts';

const on = '2026-12-10';
const at = '2026-12-10T03:00:00.000Z';
const stamp = { seq: 3, on: '2026-12-01', round: 0 };
const nurse = aViewer('dischargeNurse', { org: 'lead', membership: 'nurse-lead' });
const station = aViewer('visitingNurse', {
  org: 'station',
  membership: 'visitor-station',
  orgKind: 'visitingNursingStation',
});
const school = aViewer('school', { org: 'station', membership: 'teacher', orgKind: 'school' });

const card = (change: Partial<FullCard> = {}): FullCard => ({
  ...{ id: 'c1', no: 'K-1', name: 'canary', kana: null, bornOn: null, gestationWeeks: null, stage: 'preparing' },
  ...{ column: 'preparation', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn: null, holds: [] },
  ...{ cond: { done: 0, all: 1 }, next: null, owners: ['lead'], flags: [], lead: 'lead', version: 4 },
  ...change,
});
const full = { class: 'full', categories: everyCategory } as const;
const partner = (...categories: Category[]) => ({ class: 'partner', categories }) as const;
const numberOnly = { class: 'numberOnly', categories: [] } as const;
const accepted: CaseFacts['team'][number] = {
  ...stamp,
  id: 't1',
  function: 'visitingNurse',
  org: 'station',
  state: 'accepted',
  askedOn: '2026-11-20',
  answeredOn: '2026-11-25',
};
const asked: typeof accepted = { ...accepted, id: 't2', state: 'asked', replyBy: '2026-12-12' };

const source = (facts: Partial<CaseFacts> = {}, change: Partial<TaskSource> = {}): TaskSource => ({
  card: card(),
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
const tasks = (...[of, viewer = nurse]: [TaskSource, typeof nurse?]) => projectTasks(of, viewer, at);
const turnOf = (org: string | null, role: RoleId) => ({ org, role, since: '2026-12-05' });

describe('the turn', () => {
  const next = { event: 'skill.assessed', fill: { procedure: 'suctionOral' }, category: 'skills' } as const;
  const mine = card({ turn: turnOf('lead', 'dischargeNurse'), next: 'skillsReady' });

  it('is a task of the role whose turn it is, with the form that does what is next', () => {
    expect(tasks(source({}, { card: mine, next }))).toEqual([
      {
        ...{
          kind: 'turn',
          about: 'skillsReady',
          ref: '',
          dueOn: null,
          since: '2026-12-05',
          owner: null,
          isSettable: true,
        },
        step: { event: 'skill.assessed', fill: { procedure: 'suctionOral' } },
      },
    ]);
    expect(tasks(source({}, { card: mine, next }), aViewer('doctor', { org: 'lead' }))).toEqual([]);
    expect(tasks(source({}, { card: mine, next, access: partner('plan') }), station)).toEqual([]);
  });

  it('leads to no form that its role does not send, and is told without the next step where the plan is not shared', () => {
    const theirs = card({ turn: turnOf('station', 'visitingNurse'), next: 'planSigned' });
    const event = { event: 'plan.written', fill: { canary: 'canary' }, category: 'plan' } as const;
    const shown = { card: theirs, next: event };
    expect(tasks(source({ team: [accepted] }, { ...shown, access: partner('plan') }), station)).toMatchObject([
      { about: 'planSigned', step: null },
    ]);
    for (const access of [numberOnly, partner('contacts')])
      expect(tasks(source({ team: [accepted] }, { ...shown, access }), station)).toMatchObject([
        { kind: 'turn', about: null, step: null },
      ]);
  });

  it('says nothing twice: what stands in the list as an enquiry, a hold or a question is not the turn as well', () => {
    const answer = { event: 'candidate.answered', fill: { candidateId: 'another' }, category: 'plan' } as const;
    const theirs = card({ turn: turnOf('station', 'visitingNurse'), next: 'communityReady' });
    for (const access of [numberOnly, partner('plan')])
      expect(tasks(source({ team: [asked] }, { card: theirs, next: answer, access }), station)).toMatchObject([
        { kind: 'enquiry', about: 'visitingNurse', ref: 't2', dueOn: '2026-12-12', since: '2026-11-20' },
      ]);
  });
});

describe('holds and action items', () => {
  const hold = (id: string, owner?: string) =>
    ({ ...stamp, id, code: 'equipment', recheckOn: '2026-12-09', ...(owner ? { owner } : {}) }) as const;
  const item = (id: string, owner?: string) =>
    ({ ...stamp, id, conference: 'k1', ...(owner ? { owner, dueOn: '2026-12-20' } : {}) }) as const;
  const facts = {
    holds: [hold('mine', 'nurse-lead'), hold('theirs', 'visitor-station'), hold('nobodys')],
    actionItems: [item('mine', 'nurse-lead'), item('theirs', 'visitor-station'), item('nobodys')],
    team: [accepted],
  };

  it('are those of one’s own name; what nobody was named for is the leading nurse’s, who gives it to somebody', () => {
    expect(tasks(source(facts)).map(({ kind, ref, owner, step }) => [kind, ref, owner !== null, step?.event])).toEqual([
      ['hold', 'mine', true, 'hold.removed'],
      ['hold', 'nobodys', false, 'hold.removed'],
      ['actionItem', 'mine', true, 'actionItem.closed'],
      ['actionItem', 'nobodys', false, 'actionItem.assigned'],
    ]);
    const ward = aViewer('wardNurse', { org: 'lead', membership: 'ward' });
    expect(tasks(source(facts), ward)).toEqual([]);
  });

  it('fall to the leading nurse when their owner has left', () => {
    const left = source({ ...facts, holds: [hold('theirs', 'visitor-station')] }, { gone: ['visitor-station'] });
    expect(tasks(left).map(({ kind, ref, owner, step }) => [kind, ref, owner !== null, step?.event])).toEqual([
      ['hold', 'theirs', false, 'hold.removed'],
      ['actionItem', 'mine', true, 'actionItem.closed'],
      ['actionItem', 'theirs', false, 'actionItem.assigned'],
      ['actionItem', 'nobodys', false, 'actionItem.assigned'],
    ]);
  });

  it('have their own day, and end with it', () => {
    expect(tasks(source(facts)).map(({ dueOn }) => dueOn)).toEqual(['2026-12-09', '2026-12-09', '2026-12-20', null]);
    const closed = { ...facts, holds: [], actionItems: [{ ...item('mine', 'nurse-lead'), closedOn: '2026-12-02' }] };
    expect(tasks(source(closed))).toEqual([]);
  });

  it('are told a partner with the plan, and to nobody who does not read it whole', () => {
    const refs = (access: TaskSource['access'], viewer = station) =>
      tasks(source(facts, { access }), viewer).map(({ ref }) => ref);
    expect(refs(partner('plan'))).toEqual(['theirs', 'theirs']);
    expect(refs(partner('contacts', 'clinical', 'skills', 'family'))).toEqual([]);
    expect(refs(numberOnly)).toEqual([]);
    expect(refs(partner('plan'), { ...school, membership: 'visitor-station' })).toEqual([]);
  });
});

describe('a task that was given to somebody', () => {
  const colleague = aViewer('wardNurse', { org: 'lead', membership: 'ward-lead' });
  const visit = {
    deadlines: [{ kind: 'conference', ref: 'k2', on: '2026-12-12', step: { event: 'conference.held' } }],
  } as const;
  const key = 'deadline.conference.k2';
  const given = (set: object, change: Partial<TaskSource> = {}) =>
    source({ tasks: [{ key, ...set }] }, { ...visit, ...change });
  const said = (of: TaskSource, viewer = nurse) =>
    tasks(of, viewer).map(({ owner, dueOn, step }) => [owner, dueOn, step?.event ?? null]);

  it('is theirs by name, also where another role does it, and stays in sight of whose it is by rule', () => {
    expect(said(given({}))).toEqual([[null, '2026-12-12', 'conference.held']]);
    expect(said(given({}), colleague)).toEqual([]);
    const toColleague = given({ owner: 'ward-lead', dueOn: '2026-12-11' });
    expect(said(toColleague, colleague)).toEqual([['ward-lead', '2026-12-11', null]]);
    expect(said(toColleague)).toEqual([['ward-lead', '2026-12-11', 'conference.held']]);
  });

  it('is its role’s again when they have left', () => {
    expect(said(given({ owner: 'ward-lead' }, { gone: ['ward-lead'] }))).toEqual([
      [null, '2026-12-12', 'conference.held'],
    ]);
  });

  it('is told to nobody who does not read what it is about', () => {
    const orders = [{ kind: 'lapse.order', ref: 'order', on: '2026-12-12', step: { event: 'order.issued' } }];
    const set = { tasks: [{ key: 'deadline.lapse.order.order', owner: 'visitor-station' }], team: [accepted] };
    const seen = (access: TaskSource['access']) => tasks(source(set, { deadlines: orders, access }), station).length;
    expect([seen(partner('plan', 'clinical')), seen(partner('plan'))]).toEqual([1, 0]);
  });

  it('is a turn of theirs too, and that of no other organisation', () => {
    const mine = card({ turn: turnOf('lead', 'dischargeNurse'), next: 'planWritten' });
    const next = { event: 'plan.written', category: 'plan' } as const;
    const set = (owner: string) =>
      source({ tasks: [{ key: 'turn.planWritten', owner }], team: [accepted] }, { card: mine, next });
    expect(said(set('ward-lead'), colleague)).toEqual([['ward-lead', null, null]]);
    expect(tasks({ ...set('visitor-station'), access: partner('plan') }, station)).toEqual([]);
  });
});

describe('handoffs', () => {
  const handoff = (status: CaseFacts['handoffs'][number]['status'], org = 'station') => ({
    ...{ ...stamp, id: `h-${org}`, org, status, version: 1, sentSeq: 5, sentVersion: 1, sentOn: '2026-12-03' },
    confirmed: [],
    questions: [
      { id: 'q1', section: 'nutrition' as const, answered: status !== 'questioned' },
      { id: 'q2', section: 'medicines' as const, answered: true },
    ],
    ...(status === 'sent' ? {} : { turnedOn: '2026-12-04' }),
  });

  it('are the lead’s where something was asked, one line for each open question', () => {
    expect(tasks(source({ handoffs: [handoff('questioned')] }))).toEqual([
      {
        ...{ kind: 'question', about: 'nutrition', ref: 'h-station.q1', since: '2026-12-04', dueOn: '2026-12-06' },
        ...{ step: { event: 'handoff.answered', fill: { handoffId: 'h-station' } }, owner: null, isSettable: true },
      },
    ]);
    expect(tasks(source({ handoffs: [handoff('sent')] }))).toEqual([]);
    expect(tasks(source({ handoffs: [handoff('questioned')] }), aViewer('wardNurse', { org: 'lead' }))).toEqual([]);
  });

  it('are the recipient’s while it reads and decides, and nobody’s else', () => {
    const at = { access: partner('plan') };
    for (const status of ['sent', 'opened', 'answered'] as const)
      expect(tasks(source({ handoffs: [handoff(status)] }, at), station), status).toMatchObject([
        { kind: 'handoff', about: status, ref: 'h-station', step: { event: 'handoff.accepted' } },
      ]);
    for (const one of [handoff('questioned'), handoff('accepted'), handoff('sent', 'another')])
      expect(tasks(source({ handoffs: [one] }, at), station)).toEqual([]);
    expect(tasks(source({ handoffs: [handoff('sent')] }, { access: numberOnly }), station)).toEqual([]);
    expect(tasks(source({ handoffs: [handoff('sent')] }, { access: partner('contacts') }), station)).toEqual([]);
  });
});

describe('deadlines', () => {
  const deadline = (kind: string, event: string | null, day = '2026-12-15') => ({
    ...{ kind, ref: kind, on: day, step: event === null ? null : { event } },
  });
  const deadlines = [
    deadline('lapse.consent', 'consent.recorded'),
    deadline('visit', 'visit.recorded'),
    deadline('followUp', 'followUp.evaluated'),
    deadline('conference', 'conference.held', '2026-12-18'),
    deadline('holdRecheck', 'hold.removed'),
    deadline('dueAhead', null),
  ];
  const kinds = (access: TaskSource['access'], viewer: typeof nurse) =>
    tasks(source({ team: [accepted] }, { access, deadlines }), viewer).map(({ about }) => about);

  it('are those within seven days that one records oneself, but for what stands in the list anyway', () => {
    expect(kinds(full, nurse)).toEqual(['lapse.consent', 'visit', 'followUp']);
    expect(kinds(full, aViewer('wardNurse', { org: 'lead' }))).toEqual(['visit']);
  });

  it('that were missed for some business days are told to head nurse and doctor of the lead too', () => {
    const missed = [
      deadline('visit', 'visit.recorded', '2026-12-08'),
      deadline('conference', 'conference.held', '2026-12-09'),
    ];
    const facts = {
      team: [accepted],
      holds: [{ ...stamp, id: 'h', code: 'housing', owner: 'visitor-station', recheckOn: '2026-12-07' } as const],
    };
    const seenBy = (role: RoleId, flags: readonly 'mayWaive'[], org = 'lead') =>
      tasks(source(facts, { deadlines: missed }), aViewer(role, { org, flags })).map(({ about }) => about);
    // Recording either is no doctor's; the conference was yesterday, and the visit on Tuesday.
    expect(seenBy('doctor', [])).not.toContain('visit');
    expect(seenBy('doctor', ['mayWaive'])).toEqual(['housing', 'visit']);
    expect(seenBy('wardNurse', ['mayWaive'])).toEqual(expect.arrayContaining(['housing', 'visit']));
    expect(seenBy('doctor', ['mayWaive'], 'another')).toEqual([]);
    const postponed = { ...facts, tasks: [{ key: 'deadline.visit.visit', dueOn: '2026-12-20' }] };
    const [only, ...none] = tasks(
      source(postponed, { deadlines: missed }),
      aViewer('doctor', { org: 'lead', flags: ['mayWaive'] }),
    );
    expect([only?.about, none]).toEqual(['housing', []]);
  });

  it('are told with the category they follow from', () => {
    expect(kinds(partner('plan', 'clinical'), station)).toEqual(['visit', 'followUp']);
    expect(kinds(partner('plan'), station)).toEqual(['visit']);
    expect(kinds(partner('clinical', 'family'), station)).toEqual([]);
  });

  it('are not those of whoever was asked and has not accepted', () => {
    const only = source({ team: [asked] }, { access: partner('plan', 'clinical'), deadlines });
    expect(tasks(only, station).map(({ kind }) => kind)).toEqual(['enquiry']);
  });
});

describe('a list', () => {
  it('has nothing of a case that is closed, nor of one for roles that see none', () => {
    const facts = { holds: [{ ...stamp, id: 'h', code: 'other', recheckOn: on } as const] };
    expect(tasks(source({ ...facts, closing: { ...stamp, how: 'movedOut' } }))).toEqual([]);
    for (const role of ['admin', 'prefecture', 'display'] as const)
      expect(tasks(source(facts), aViewer(role, { org: 'lead' }))).toEqual([]);
  });

  it('begins with what is overdue, then what is due within days, then what waits longest', () => {
    const dated = [
      { dueOn: '2026-12-30', since: '2026-12-09' },
      { dueOn: null, since: '2026-12-01' },
      { dueOn: '2026-12-12', since: null },
      { dueOn: '2026-12-01', since: '2026-12-09' },
      { dueOn: null, since: null },
      { dueOn: '2026-12-12', since: '2026-11-01' },
    ];
    expect([...dated].sort(byUrgency(on))).toEqual([dated[3], dated[5], dated[2], dated[1], dated[0], dated[4]]);
  });
});
