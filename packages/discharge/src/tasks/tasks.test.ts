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
const [assigned, dueMoved] = taskEvents;
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
