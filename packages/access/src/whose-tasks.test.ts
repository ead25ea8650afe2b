import { type CaseFacts, categories, emptyFacts, type FullCard } from '@kaerimichi/discharge';
import { describe, expect, it } from 'vitest';
import { projectTasks } from './project-tasks.ts';
import { projectWaiting } from './project-waiting.ts';
import type { Whose } from './set-tasks.ts';
import type { TaskSource } from './task.ts';
import { aViewer } from './testing/viewers.ts';

const at = '2026-12-10T03:00:00.000Z';
const stamp = { seq: 3, on: '2026-12-01', round: 0 };
const nurse = aViewer('dischargeNurse', { org: 'lead', membership: 'm-nurse' });
const doctor = aViewer('doctor', { org: 'lead', membership: 'm-doctor' });
const station = aViewer('visitingNurse', {
  org: 'station',
  membership: 'm-visitor',
  orgKind: 'visitingNursingStation',
});

const card = (change: Partial<FullCard> = {}): FullCard => ({
  ...{ id: 'c1', no: 'K-1', name: 'canary', kana: null, bornOn: null, gestationWeeks: null, stage: 'preparing' },
  ...{ column: 'preparation', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn: null, holds: [] },
  ...{ cond: { done: 0, all: 1 }, next: null, owners: ['lead'], flags: [], lead: 'lead', version: 4 },
  ...change,
});
const source = (facts: Partial<CaseFacts> = {}, change: Partial<TaskSource> = {}): TaskSource => ({
  ...{ card: card(), access: { class: 'full', categories }, facts: { ...emptyFacts('lead'), ...facts } },
  ...{ next: null, gone: [], others: [], deadlines: [], checks: [], asks: [], ...change },
});
const hold = (id: string, owner?: string): CaseFacts['holds'][number] => ({
  ...{ ...stamp, id, code: 'housing', recheckOn: '2026-12-12' },
  ...(owner ? { owner } : {}),
});
const handoff = (status: 'sent' | 'questioned'): CaseFacts['handoffs'][number] => ({
  ...{ ...stamp, id: 'ho', org: 'station', version: 1, status, sentSeq: 3, sentVersion: 1, sentOn: '2026-12-05' },
  ...{ confirmed: [], questions: status === 'questioned' ? [{ id: 'q1', section: 'breathing', answered: false }] : [] },
});

const of = (...people: (typeof nurse)[]): Whose => ({ memberships: people.map(p => p.membership), people });
const refs = (found: { readonly ref: string }[]) => found.map(({ ref }) => ref);

describe('the tasks of another', () => {
  const facts = { holds: [hold('of-nurse', 'm-nurse'), hold('of-doctor', 'm-doctor'), hold('of-nobody')] };

  it('are seen in their place: what they own, and what falls to their role', () => {
    expect(refs(projectTasks(source(facts), doctor, at))).toEqual(['of-doctor']);
    expect(refs(projectTasks(source(facts), doctor, at, of(nurse)))).toEqual(['of-nurse', 'of-nobody']);
    expect(refs(projectTasks(source(facts), doctor, at, of(nurse, doctor)))).toEqual([
      'of-nurse',
      'of-doctor',
      'of-nobody',
    ]);
  });

  it('are no more than whoever looks may see, and done by their own rights alone', () => {
    const teacher = aViewer('school', { org: 'lead', membership: 'm-school' });
    expect(projectTasks(source(facts), teacher, at, of(nurse))).toEqual([]);
    const deadlines = [{ kind: 'lapse.consent', ref: 'c1', on: '2026-12-12', step: { event: 'consent.recorded' } }];
    const seen = projectTasks(source({}, { deadlines }), aViewer('wardNurse', { org: 'lead' }), at, of(nurse));
    // The form is the nurse's: whoever stands in sees that it is due, and has no way to record it.
    expect(seen).toMatchObject([{ about: 'lapse.consent', step: null }]);
    expect(projectTasks(source({}, { deadlines }), aViewer('wardNurse', { org: 'lead' }), at)).toEqual([]);
  });
});

describe('a task that is lent', () => {
  const lent = { to: 'm-doctor', until: '2026-12-10T08:00:00.000Z' };
  const facts = { holds: [hold('h1', 'm-nurse')], tasks: [{ key: 'hold.h1', lent }] };

  it('stands in both lists, with its time, and is whose it was again afterwards', () => {
    expect(projectTasks(source(facts), doctor, at)).toMatchObject([
      { ref: 'h1', owner: 'm-doctor', lentUntil: lent.until },
    ]);
    expect(projectTasks(source(facts), nurse, at)).toMatchObject([
      { ref: 'h1', owner: 'm-doctor', lentUntil: lent.until },
    ]);
    const later = '2026-12-10T08:00:00.000Z';
    expect(projectTasks(source(facts), doctor, later)).toEqual([]);
    const [back] = projectTasks(source(facts), nurse, later);
    expect(back).toMatchObject({ owner: 'm-nurse' });
    expect(back).not.toHaveProperty('lentUntil');
  });

  it('stays whose it was when whoever has it meanwhile has left', () => {
    expect(projectTasks(source(facts, { gone: ['m-doctor'] }), nurse, at)).toMatchObject([{ owner: 'm-nurse' }]);
  });
});

describe('what is waited for', () => {
  const asked = {
    ...stamp,
    id: 't1',
    function: 'homePhysician',
    org: 'clinic',
    state: 'asked',
    replyBy: '2026-12-15',
  } as const;

  it('is for whoever leads what others were asked and sent, and has not to be done by oneself', () => {
    const facts = { team: [asked], handoffs: [handoff('sent')] };
    expect(projectWaiting(source(facts), nurse, at)).toEqual([
      {
        ...{
          kind: 'enquiry',
          about: 'homePhysician',
          ref: 't1',
          org: 'clinic',
          since: '2026-12-01',
          dueOn: '2026-12-15',
        },
        isRemindable: true,
      },
      {
        ...{ kind: 'handoff', about: 'sent', ref: 'ho', org: 'station', since: '2026-12-05', dueOn: '2026-12-07' },
        isRemindable: true,
      },
    ]);
    for (const viewer of [doctor, aViewer('wardNurse', { org: 'lead' })])
      expect(projectWaiting(source(facts), viewer, at)).toEqual([]);
  });

  it('is the turn of another organisation too, said once', () => {
    const turn = { org: 'station', role: 'visitingNurse', since: '2026-12-08' };
    const turned = { card: card({ turn, next: 'planSigned' }) };
    expect(projectWaiting(source({}, turned), nurse, at)).toMatchObject([
      { kind: 'turn', about: 'planSigned', org: 'station', role: 'visitingNurse', since: '2026-12-08' },
    ]);
    expect(projectWaiting(source({ handoffs: [handoff('sent')] }, turned), nurse, at)).toHaveLength(1);
    expect(projectWaiting(source({}, { card: card({ turn: { ...turn, org: 'lead' } }) }), nurse, at)).toEqual([]);
  });

  it('is for a partner what it asked itself, and who reminded of it when', () => {
    const accepted = { ...asked, id: 't2', org: 'station', state: 'accepted' } as const;
    const reminded = { at, org: 'station' };
    const facts = { team: [asked, accepted], handoffs: [handoff('questioned')] };
    const access = { class: 'partner', categories: ['plan'] } as const;
    const tasks = [{ key: 'question.ho.q1', reminded }];
    expect(projectWaiting(source({ ...facts, tasks }, { access }), station, at)).toMatchObject([
      { kind: 'question', about: 'breathing', ref: 'ho.q1', org: 'lead', reminded: { at, org: 'station' } },
    ]);
    expect(projectTasks(source({ ...facts, tasks }), nurse, at)).toMatchObject([
      { kind: 'question', reminded: { at, org: 'station' } },
    ]);
    const numberOnly = { class: 'numberOnly', categories: [] } as const;
    expect(projectWaiting(source(facts, { access: numberOnly }), station, at)).toEqual([]);
  });
});
