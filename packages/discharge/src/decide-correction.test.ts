import { describe, expect, it } from 'vitest';
import {
  correctionObjections,
  deadlinesOf,
  foldFacts,
  knownWhole,
  outlineOf,
  redecide,
  restsOnContent,
} from './chart.ts';
import type { Actor } from './event.ts';
import { aCase, fork, type Story } from './histories/a-case.ts';
import { preparation, stayAtHome } from './histories/phases.ts';
import { actors } from './histories/script.ts';
import { codesOf } from './histories/walk.ts';

const correct = (child: Story, by: string, seq: number) =>
  codesOf(child.tries(by, 'entry.corrected', { seq, reason: '誤り' }));
const actor = (name: string): Actor => {
  const found = actors[name];
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const undo = (child: Story, by: string, seq: number, seconds = 5) =>
  codesOf(child.tries(by, 'move.undone', { seq }, { seconds }));

/** Folding and re-deciding what is stored leads to the same case. */
function isConsistent(child: Story): void {
  expect(foldFacts(child.past)).toEqual(child.facts());
  expect(redecide(child.past)).toEqual({ ok: true, state: child.state() });
}

describe('correction of a withdrawn consent', () => {
  it('takes two people: nobody opens alone what a family has closed', () => {
    const child = aCase().goesTo('preparing');
    const consent = child.facts().consents[0]?.id ?? '';
    child.sends('dsn', 'consent.withdrawn', { consentId: consent });
    const seq = child.seq();
    expect(correct(child, 'dsn', seq)).toEqual([]);
    expect(child.facts().consents[0]?.withdrawnOn).toBeDefined();
    expect(correct(child, 'dsn', seq)).toEqual(['correction.secondPerson']);
    expect(correct(child, 'dsn2', seq)).toEqual([]);
    expect(child.facts().consents[0]?.withdrawnOn).toBeUndefined();
    isConsistent(child);
  });
});

describe('correction of a fact', () => {
  it('leaves the facts as if the entry had not been made, and the stage as it is', () => {
    const child = aCase()
      .goesTo('preparing')
      .sends('ward', 'skill.assessed', { procedure: 'medication', caregiver: 'father', level: 4 });
    const seq = child.seq();
    child.sends('dsn', 'note.added', { note: '-' });
    expect(correct(child, 'ward', seq)).toEqual([]);
    expect(child.facts().skills).toEqual([]);
    expect(child.steps.at(-1)?.decision).toMatchObject({
      deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'lapse.skill', dueOn: null })]),
    });
    expect(child.position().stage).toBe('preparing');
    expect(correct(child, 'ward', seq)).toEqual(['correction.target']);
    isConsistent(child);
  });

  it('flips tracks and the adult region back', () => {
    const child = aCase({ bornOn: '2010-01-01' }).goesTo('jointConference').sends('dsn', 'adult.opened');
    const opened = child.seq();
    const skill = child.past.find(({ event }) => event.type === 'skill.assessed')?.event.seq ?? 0;
    expect(correct(child, 'dsn', opened)).toEqual([]);
    expect(correct(child, 'dsn', skill)).toEqual([]);
    expect(child.position()).toMatchObject({
      stage: 'jointConference',
      adult: 'none',
      tracks: { training: 'working' },
    });
    isConsistent(child);
  });

  it('is refused for the registration, for corrections and undos, and for what does not exist', () => {
    const child = aCase().sends('dsn', 'note.added', { note: '-' });
    expect(correct(child, 'dsn', 1)).toEqual(['correction.target']);
    expect(correct(child, 'dsn', 99)).toEqual(['correction.target']);
    child.sends('dsn', 'entry.corrected', { seq: 2, reason: '誤り' });
    expect(correct(child, 'dsn', 3)).toEqual(['correction.target']);
  });

  it('is possible after the end of a case', () => {
    const child = aCase().goesTo('planning').sends('doctor', 'child.died');
    const wish = child.past.find(({ event }) => event.type === 'wish.recorded')?.event.seq ?? 0;
    expect(correct(child, 'dsn', wish)).toEqual([]);
    expect(child.position().step).toBe('deceased');
    expect(child.facts().wish).toBeUndefined();
    isConsistent(child);
  });
});

describe('correction of a move', () => {
  it('takes two people, and puts the case back where it stood', () => {
    const child = aCase().goesTo('preparing');
    const before = child.steps.at(-2)?.decision;
    const seq = child.seq();
    expect(correct(child, 'dsn', seq)).toEqual([]);
    expect(child.position().stage).toBe('preparing');
    expect(child.facts().corrections).toEqual([{ seq, by: 'm-dsn' }]);
    isConsistent(child);
    expect(correct(child, 'dsn', seq)).toEqual(['correction.secondPerson']);
    expect(correct(child, 'head', seq)).toEqual([]);
    expect(before?.ok && before.state).toEqual(child.state());
    expect(correct(child, 'head', seq)).toEqual(['correction.target']);
    isConsistent(child);
  });

  it('keeps what was recorded since, and a first half that waits', () => {
    const child = aCase().goesTo('preparing');
    const seq = child.seq();
    child.sends('dsn', 'entry.corrected', { seq, reason: '誤り' });
    child.sends('dsn', 'consent.withdrawn', { consentId: 'c-hospital' }).sends('dsn', 'note.added', { note: '-' });
    expect(correct(child, 'dsn', child.seq())).toEqual([]);
    expect(child.facts().corrections).toHaveLength(1);
    expect(correct(child, 'doctor', seq)).toEqual([]);
    expect(child.position().stage).toBe('planning');
    expect(child.facts().consents).toMatchObject([{ id: 'c-hospital', withdrawnOn: '2026-01-13' }]);
    isConsistent(child);
  });

  it('goes from the last move backwards', () => {
    const child = aCase().goesTo('planning');
    const [interview, screening] = child.past
      .filter(({ event }) => event.type.endsWith('completed'))
      .map(({ event }) => event.seq)
      .reverse();
    expect(correct(child, 'dsn', screening ?? 0)).toEqual(['correction.laterMove']);
    for (const seq of [interview ?? 0, screening ?? 0]) {
      expect(correct(child, 'dsn', seq)).toEqual([]);
      expect(correct(child, 'head', seq)).toEqual([]);
    }
    expect(child.position().stage).toBe('screening');
    isConsistent(child);
    child.sends('dsn', 'screening.completed');
    isConsistent(child);
  });

  it('takes a death back: deadlines stand again', () => {
    const child = aCase().goesTo('followUp');
    const before = { state: child.state(), deadlines: deadlinesOf(child.facts()) };
    child.sends('doctor', 'child.died');
    const seq = child.seq();
    expect(correct(child, 'doctor', seq)).toEqual([]);
    expect(child.position().step).toBe('deceased');
    expect(correct(child, 'head', seq)).toEqual([]);
    expect(child.state()).toEqual(before.state);
    expect(deadlinesOf(child.facts())).toEqual(before.deadlines);
    expect(child.steps.at(-1)?.decision).toMatchObject({
      deadlines: expect.arrayContaining([{ kind: 'followUp', ref: 'month1', dueOn: '2026-03-16', fires: null }]),
    });
    isConsistent(child);
  });

  it('takes back a death after another closing, and the new round of a reopening', () => {
    const child = aCase().goesTo('planning').sends('dsn', 'case.closed', { how: 'movedOut', reason: '転出' });
    child.sends('dsn', 'case.reopened', { to: 'planning', reason: '誤り' });
    expect(child.facts().round).toBe(1);
    const reopened = child.seq();
    child.sends('dsn', 'wish.recorded', { wish: 'home' });
    for (const by of ['dsn', 'head']) expect(correct(child, by, reopened)).toEqual([]);
    expect(child.position().step).toBe('movedOut');
    expect(child.facts()).toMatchObject({ round: 0, wish: { round: 0 } });
    child.sends('doctor', 'child.died');
    const died = child.seq();
    for (const by of ['doctor', 'head']) expect(correct(child, by, died)).toEqual([]);
    expect(child.position().step).toBe('movedOut');
    isConsistent(child);
  });

  it('takes back the end of the transition to adult care without touching the stage', () => {
    const child = aCase({ bornOn: '2010-01-01' }).goesTo('followUp').sends('dsn', 'adult.opened');
    child.sends('dsn', 'adult.stayed', { reason: '残る' });
    const seq = child.seq();
    child.prepares().sends('dsn', 'followUp.closed');
    for (const by of ['dsn', 'head']) expect(correct(child, by, seq)).toEqual([]);
    expect(child.position()).toMatchObject({ stage: 'stableAtHome', adult: 'open' });
    isConsistent(child);
  });
});

describe('undo', () => {
  it('restores the case within ten seconds', () => {
    const child = aCase().goesTo('planning').prepares();
    const before = child.state();
    child.sends('dsn', 'preparation.begun');
    expect(undo(child, 'dsn', child.seq(), 10)).toEqual([]);
    expect(child.state()).toEqual(before);
    isConsistent(child);
    child.sends('dsn', 'preparation.begun');
    isConsistent(child);
  });

  it('is refused late, by another, for facts, for what is not last, and for corrections', () => {
    const child = aCase().goesTo('planning');
    const seq = child.seq();
    expect(undo(child, 'dsn', seq, 11)).toEqual(['undo.late']);
    expect(undo(child, 'head', seq)).toEqual(['undo.notYours']);
    expect(undo(child, 'dsn', seq - 1)).toEqual(['undo.notAMove']);
    expect(undo(child, 'dsn', 99)).toEqual(['undo.notAMove']);
    child.sends('dsn', 'note.added', { note: '-' }, { seconds: 1 });
    expect(undo(child, 'dsn', seq)).toEqual(['undo.notLast']);
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '誤り' });
    expect(undo(child, 'dsn', child.seq())).toEqual(['undo.notAMove']);
  });

  it('takes back a death reported by mistake, deadlines included', () => {
    const child = aCase().goesTo('followUp').sends('doctor', 'child.died');
    expect(undo(child, 'doctor', child.seq())).toEqual([]);
    expect(child.position().stage).toBe('followUp');
    expect(deadlinesOf(child.facts()).length).toBeGreaterThan(0);
    expect(correct(child, 'dsn', child.seq() - 1)).toEqual(['correction.target']);
    isConsistent(child);
  });
});

describe('re-deciding a history', () => {
  it('names the first event that would be decided otherwise, and why', () => {
    const { past } = aCase().goesTo('preparing');
    const without = past.filter(({ event }) => event.type !== 'plan.explained');
    const renumbered = without.map(({ event, stage }, index) => ({ event: { ...event, seq: index + 1 }, stage }));
    expect(redecide(renumbered)).toEqual({
      ok: false,
      seq: renumbered.length,
      why: 'preparation.begun: requirementsUnmet (planExplained)',
    });
    expect(redecide(without)).toMatchObject({ ok: false, why: expect.stringContaining('stands where') });
    const moved = past.map(({ event, stage }, index) => ({ event, stage: index === 2 ? 'closed' : stage }));
    expect(redecide(moved)).toEqual({
      ok: false,
      seq: 3,
      why: 'screening.completed: leads to familyInterview, stored is closed',
    });
  });
});

describe('what stands against a correction, asked before one is sent', () => {
  const child = aCase().goesTo('preparing').sends('dsn', 'note.added', { note: '-' });
  const moved = child.past.findLast(({ event }) => event.type === 'preparation.begun')?.event.seq ?? 0;
  const proposed = fork(child).sends('dsn', 'entry.corrected', { seq: moved, reason: '誤り' });
  const onTrial = aCase()
    .goesTo('preparing')
    .plays(preparation)
    .plays(stayAtHome('s1', 24, 'succeeded').slice(0, 3));

  it.each([
    ['a case in preparation', child],
    ['one with a first half of a correction', proposed],
    ['one on a trial stay', onTrial],
  ])('is what is said of the correction itself: %s', (_name, story) => {
    const objectionTo = correctionObjections(story.state(), knownWhole(story.past));
    const asked = story.past.flatMap(({ event: { seq } }) => ['dsn', 'head'].map(by => ({ seq, by })));
    const said = asked.map(({ seq, by }) =>
      (objectionTo({ seq, by: actor(by) })?.reasons ?? []).map(({ code }) => code),
    );
    expect(said).toEqual(asked.map(({ seq, by }) => correct(fork(story), by, seq)));
    expect(new Set(said.map(String)).size).toBeGreaterThan(2);
  });

  it.each([
    ['a case in preparation', child],
    ['one on a trial stay', onTrial],
  ])('is said from the outline alone, but of what the stage lives on: %s', (_name, story) => {
    const state = story.state();
    const whole = correctionObjections(state, knownWhole(story.past));
    const inOutline = correctionObjections(state, { outline: story.past.map(outlineOf), whole: null });
    const asked = story.past.map(({ event: { seq, type } }) => ({ type, asked: { seq, by: actor('dsn') } }));
    for (const { type, asked: one } of asked)
      if (!restsOnContent(state, type)) expect(inOutline(one)).toEqual(whole(one));
    const planned = asked.find(({ type }) => type === 'trialStay.planned');
    if (planned) expect(() => inOutline(planned.asked)).toThrow('whole history');
    expect(planned !== undefined).toBe(story === onTrial);
  });
});
