import { describe, expect, it } from 'vitest';
import { deadlineKinds } from '../deadline-kinds.ts';
import type { Objections } from '../event.ts';
import { type CaseFacts, emptyFacts } from '../facts.ts';
import { enterStage, recordEvent } from '../setup.ts';
import { taskEvents } from './events.ts';
import { openTask } from './open-task.ts';
import { categoryOfTask, deadlineOfRef, taskRef } from './task-key.ts';

const on = '2026-12-01';
const stamp = { seq: 3, on, round: 0 };
const by = { membership: 'm-nurse', person: 'p', org: 'lead', role: 'dischargeNurse', mayWaive: false } as const;
const facts: CaseFacts = {
  ...emptyFacts('lead'),
  entry: { ...stamp, stage: 'jointConference' },
  holds: [{ ...stamp, id: 'h1', code: 'housing', recheckOn: '2026-12-03' }],
  actionItems: [{ ...stamp, id: 'a1', conference: 'k1' }],
  conferences: [
    { ...stamp, id: 'k2', ordinal: 1, kind: 'joint', plannedOn: '2026-12-09', attended: [], minutes: 'none' },
  ],
  team: [{ ...stamp, id: 't1', function: 'visitingNurse', org: 'station', state: 'asked' }],
};
const [assigned, dueMoved, reminded] = taskEvents;
const event = (type: string, body: object, over: object = {}) =>
  ({ type, seq: 9, at: `${on}T00:00:00.000Z`, on, by, body, ...over }) as never;
const give = (from: CaseFacts, task: string, owner = 'm-other') =>
  recordEvent(from, event('task.assigned', { task, owner }));
const codeOf = (objections: Objections | undefined) => [objections].flat()[0]?.code;
const refusal = (task: string, from = facts, over: object = {}) =>
  codeOf(assigned.objection?.(from, event('task.assigned', { task, owner: 'm-other' }, over)));

describe('a task', () => {
  it('is named by its kind and what it is about', () => {
    expect(taskRef('question.h1.q1')).toEqual({ kind: 'question', ref: 'h1.q1' });
    expect(taskRef('nothing.h1')).toBeNull();
    expect(deadlineOfRef('lapse.skill.suctionOral.mother')).toEqual({ kind: 'lapse.skill', ref: 'suctionOral.mother' });
    expect(deadlineOfRef('conference.k2')).toEqual({ kind: 'conference', ref: 'k2' });
    expect(deadlineOfRef('nothing.k2')).toBeNull();
  });

  it('is the organisation’s that has to do it', () => {
    expect(openTask(facts, 'turn.minutesApproved', on)).toMatchObject({ org: 'lead' });
    expect(openTask(facts, 'enquiry.t1', on)).toEqual({ org: 'station' });
    expect(openTask(facts, 'deadline.conference.k2', on)).toEqual({ org: 'lead' });
    for (const key of ['enquiry.t2', 'hold.h2', 'deadline.holdRecheck.h1', 'turn.nothing', 'handoff.x', 'question.x.y'])
      expect(openTask(facts, key, on), key).toBeNull();
    expect(openTask({ ...facts, closing: { ...stamp, how: 'completed' } }, 'hold.h1', on)).toBeNull();
  });

  it('tells as much as what it is about', () => {
    const of = (key: string) => categoryOfTask(key, () => 'clinical');
    expect(['deadline.lapse.consent.c1', 'deadline.adult12.prompt', 'turn.x', 'turn.move', 'hold.h1'].map(of)).toEqual([
      'family',
      'contacts',
      'clinical',
      'plan',
      'plan',
    ]);
  });

  it('of a deadline tells what its kind tells; one that is named to nobody, or that nobody knows, tells nothing', () => {
    const of = (kind: string) => categoryOfTask(`deadline.${kind}.x`, () => 'plan');
    for (const [kind, { tells }] of Object.entries(deadlineKinds))
      expect([kind, of(kind)]).toEqual([kind, tells ?? 'protection']);
    expect(['lapse.order', 'followUp', 'dueAhead', 'nothing'].map(of)).toEqual([
      'clinical',
      'clinical',
      'protection',
      'protection',
    ]);
  });
});

describe('its owner and its day', () => {
  it('of a hold or an action item are those of the item', () => {
    expect(give(facts, 'hold.h1').holds[0]).toMatchObject({ owner: 'm-other', recheckOn: '2026-12-03' });
    expect(give(facts, 'actionItem.a1').actionItems[0]).toMatchObject({ owner: 'm-other' });
    const moved = recordEvent(facts, event('task.dueMoved', { task: 'hold.h1', dueOn: '2026-12-20' }));
    expect(moved.holds[0]).toMatchObject({ recheckOn: '2026-12-20' });
    expect(moved.tasks).toBeUndefined();
  });

  it('of every other task are remembered beside it, and gone with it', () => {
    const given = give(facts, 'deadline.conference.k2');
    const moved = recordEvent(given, event('task.dueMoved', { task: 'deadline.conference.k2', dueOn: '2026-12-05' }));
    expect(moved.tasks).toEqual([{ key: 'deadline.conference.k2', owner: 'm-other', dueOn: '2026-12-05' }]);
    expect(openTask(moved, 'deadline.conference.k2', on)).toEqual({ org: 'lead', owner: 'm-other' });
    const held = { conferenceId: 'k2', attended: ['visitingNurse'], actionItems: [] };
    expect(recordEvent(moved, event('conference.held', held))).not.toHaveProperty('tasks');
  });

  it('of a turn end with the stage', () => {
    const given = give(give(facts, 'turn.move'), 'deadline.conference.k2');
    expect(given.tasks).toHaveLength(2);
    const entered = enterStage(given, event('preparation.closed', {}), 'readyForDischarge');
    expect(entered.tasks?.map(({ key }) => key)).toEqual(['deadline.conference.k2']);
  });

  it('are set by those whose task it is, while there is one, and for no day that has passed', () => {
    expect(refusal('hold.h1')).toBeUndefined();
    expect(refusal('hold.h9')).toBe('task.gone');
    expect(refusal('enquiry.t1')).toBe('task.notYours');
    expect(refusal('enquiry.t1', facts, { by: { ...by, org: 'station' } })).toBeUndefined();
    const past = event('task.dueMoved', { task: 'hold.h1', dueOn: '2026-11-30' });
    expect(codeOf(dueMoved.objection?.(facts, past))).toBe('task.past');
  });

  it('are remembered of eight tasks at most, so that facts stay small', () => {
    const many = Array.from({ length: 9 }, (_, n) => `t${n}`);
    const team = many.map(id => ({ ...stamp, id, function: 'visitingNurse' as const, state: 'asked' as const }));
    const full = many.slice(0, 8).reduce<CaseFacts>((all, id) => give(all, `enquiry.${id}`), { ...facts, team });
    expect(full.tasks).toHaveLength(8);
    expect(refusal('enquiry.t8', full)).toBe('task.tooMany');
    for (const known of ['enquiry.t0', 'hold.h1']) expect(refusal(known, full), known).toBeUndefined();
  });
});

describe('a task that is lent', () => {
  const until = '2026-12-01T08:00:00.000Z';
  const lend = (from: CaseFacts, task: string) =>
    recordEvent(from, event('task.assigned', { task, owner: 'm-other', returnsAt: until }));

  it('keeps its owner, and comes back to nobody once it is given for good', () => {
    const lent = lend(give(facts, 'deadline.conference.k2', 'm-first'), 'deadline.conference.k2');
    expect(lent.tasks).toEqual([{ key: 'deadline.conference.k2', owner: 'm-first', lent: { to: 'm-other', until } }]);
    expect(give(lent, 'deadline.conference.k2', 'm-third').tasks).toEqual([
      { key: 'deadline.conference.k2', owner: 'm-third' },
    ]);
    const hold = lend(give(facts, 'hold.h1', 'm-first'), 'hold.h1');
    expect(hold).toMatchObject({ holds: [{ owner: 'm-first' }], tasks: [{ key: 'hold.h1', lent: { to: 'm-other' } }] });
    const back = give(hold, 'hold.h1', 'm-third');
    expect(back.holds[0]).toMatchObject({ owner: 'm-third' });
    expect(back).not.toHaveProperty('tasks');
  });

  it('is lent until a time to come', () => {
    const past = event('task.assigned', { task: 'hold.h1', owner: 'm-other', returnsAt: `${on}T00:00:00.000Z` });
    expect(codeOf(assigned.objection?.(facts, past))).toBe('task.returnsPast');
  });
});

describe('a reminder', () => {
  const station = { ...by, org: 'station', membership: 'm-visitor' };
  const remind = (from: CaseFacts, task: string, over: object = {}) =>
    codeOf(reminded.objection?.(from, event('task.reminded', { task }, over)));

  it('is of what another organisation has to do, by whoever waits for it', () => {
    expect(remind(facts, 'enquiry.t1')).toBeUndefined();
    expect(remind(facts, 'hold.h1')).toBe('task.notWaiting');
    expect(remind(facts, 'enquiry.t9')).toBe('task.gone');
    // Whoever does not lead learns of nothing else whether it is there.
    for (const task of ['hold.h1', 'hold.h9', 'enquiry.t1', 'enquiry.t9'])
      expect(remind(facts, task, { by: station }), task).toBe('task.notWaiting');
    const question = { id: 'q1', section: 'breathing' as const, answered: false };
    const handoff = { ...stamp, id: 'ho', org: 'station', version: 1, confirmed: [], questions: [question] };
    const asked = { ...facts, handoffs: [{ ...handoff, status: 'questioned' as const, sentSeq: 2 }] };
    expect(remind(asked, 'question.ho.q1', { by: station })).toBeUndefined();
    expect(remind(asked, 'question.ho.q1')).toBe('task.notWaiting');
  });

  it('goes out once a day, by the Japanese day, and is gone with the task', () => {
    const once = recordEvent(facts, event('task.reminded', { task: 'enquiry.t1' }, { at: `${on}T14:00:00.000Z` }));
    expect(once.tasks).toEqual([{ key: 'enquiry.t1', reminded: { at: `${on}T14:00:00.000Z`, org: 'lead' } }]);
    expect(remind(once, 'enquiry.t1', { at: `${on}T14:59:00.000Z` })).toBe('task.remindedToday');
    expect(remind(once, 'enquiry.t1', { at: `${on}T15:00:00.000Z` })).toBeUndefined();
    const answered = event('candidate.answered', { candidateId: 't1', answer: 'accepted' });
    expect(recordEvent(once, answered)).not.toHaveProperty('tasks');
  });
});
