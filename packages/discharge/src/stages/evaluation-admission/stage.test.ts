import { describe, expect, it } from 'vitest';
import { deadlinesOf, transitionsOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { planBody } from '../../histories/phases.ts';
import { codesOf } from '../../histories/walk.ts';

const evaluationId = 'e1';
const admitted = (child: Story, origin: string) =>
  child
    .sends('dsn', 'evaluation.requested', { evaluationId, purposes: ['careReview'] })
    .sends('dsn', 'evaluation.bedHeld', { evaluationId, from: '@240', to: '@244' })
    .sends('dsn', 'evaluation.admitted', { evaluationId, origin });
const close = (child: Story, returnTo: string) => codesOf(child.tries('dsn', 'evaluation.closed', { returnTo }));
const everyTarget = ['preparing', 'jointConference', 'followUp', 'stableAtHome', 'planning'];

describe('evaluation admission', () => {
  it.each([
    ['followUp', 'home', ['followUp', 'planning']],
    ['stableAtHome', 'home', ['stableAtHome', 'planning']],
    ['jointConference', 'ward', ['preparing', 'jointConference']],
  ])('from %s returns only where it may', (stage, origin, targets) => {
    const child = admitted(aCase().goesTo(stage), origin);
    expect(child.position()).toMatchObject({ stage: 'evaluationAdmission', step: 'admitted' });
    expect(child.facts().whereabouts).toBe('hospital');
    child.sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' });
    expect(child.position().step).toBe('evaluated');
    const shown = transitionsOf(child.state(), child.on()).filter(({ event }) => event === 'evaluation.closed');
    expect(shown.map(({ to }) => to).sort()).toEqual([...targets].sort());
    for (const target of everyTarget.filter(other => !targets.includes(other)))
      expect(close(child, target)).toEqual(['stage.event']);
    expect(close(child, targets[0] ?? '')).toEqual([]);
    expect(child.position().stage).toBe(targets[0]);
  });

  it('is not entered from home with the origin of the ward, nor from elsewhere', () => {
    const child = aCase()
      .goesTo('followUp')
      .sends('dsn', 'evaluation.requested', { evaluationId, purposes: ['growth'] });
    expect(codesOf(child.tries('dsn', 'evaluation.admitted', { evaluationId, origin: 'ward' }))).toEqual([
      'stage.event',
    ]);
    expect(codesOf(child.tries('dsn', 'evaluation.admitted', { evaluationId: 'none', origin: 'home' }))).toEqual([
      'item.unknown',
    ]);
    const early = aCase()
      .goesTo('preparing')
      .sends('dsn', 'evaluation.requested', { evaluationId, purposes: ['growth'] });
    expect(codesOf(early.tries('dsn', 'evaluation.admitted', { evaluationId, origin: 'ward' }))).toEqual([
      'stage.event',
    ]);
  });

  it('asks for the result, the plan and the handoffs that it changes', () => {
    const child = admitted(aCase().goesTo('followUp'), 'home');
    expect(close(child, 'followUp')).toEqual(['resultRecorded', 'planUpdated', 'affectedHandoffsReissued']);
    child.sends('doctor', 'evaluation.recorded', { changesCare: true, result: '胃瘻に変更' });
    expect(close(child, 'followUp')).toEqual(['planUpdated', 'affectedHandoffsReissued']);
    child.sends('dsn', 'plan.written', planBody);
    expect(child.tries('dsn', 'evaluation.closed', { returnTo: 'followUp' })).toMatchObject({
      reasons: [{ code: 'affectedHandoffsReissued', fix: { event: 'handoff.composed', fill: { handoffId: 'h1' } } }],
    });
    child.sends('dsn', 'handoff.composed', { handoffId: 'h1', content: '第2版', changedSections: [5] });
    expect(child.tries('dsn', 'evaluation.closed', { returnTo: 'followUp' })).toMatchObject({
      reasons: [{ fix: { event: 'handoff.sent' } }],
    });
    child.sends('dsn', 'handoff.sent', { handoffId: 'h1' }).sends('dsn', 'evaluation.closed', { returnTo: 'followUp' });
    expect(child.facts()).toMatchObject({ whereabouts: 'home', evaluations: [{ status: 'closed' }] });
  });

  it('starts its results empty each time', () => {
    const child = admitted(aCase().goesTo('followUp'), 'home');
    child
      .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '変更なし' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'followUp' })
      .sends('dsn', 'evaluation.requested', { evaluationId: 'e2', purposes: ['familyRest'] })
      .sends('dsn', 'evaluation.admitted', { evaluationId: 'e2', origin: 'home' });
    expect(child.position().step).toBe('admitted');
    expect(close(child, 'followUp')).toEqual(['resultRecorded', 'planUpdated', 'affectedHandoffsReissued']);
    expect(child.facts().evaluations.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it('begins a new round when a long stay returns to planning', () => {
    const child = admitted(aCase().goesTo('stableAtHome'), 'home');
    child
      .sends('doctor', 'evaluation.recorded', { changesCare: false, result: '長期の入院' })
      .sends('dsn', 'evaluation.closed', { returnTo: 'planning' });
    expect(child.facts()).toMatchObject({ round: 1, whereabouts: 'hospital' });
    expect(codesOf(child.tries('dsn', 'preparation.begun'))).toEqual([
      'inHouseConferenceHeld',
      'planWritten',
      'planExplained',
      'planHandedOver',
    ]);
  });

  it('is withdrawn or recorded only where that makes sense', () => {
    const child = aCase()
      .goesTo('followUp')
      .sends('dsn', 'evaluation.requested', { evaluationId, purposes: ['growth'] });
    expect(codesOf(child.tries('doctor', 'evaluation.recorded', { changesCare: false, result: '-' }))).toEqual([
      'evaluation.none',
    ]);
    child.sends('dsn', 'evaluation.withdrawn', { evaluationId });
    expect(codesOf(child.tries('dsn', 'evaluation.bedHeld', { evaluationId, from: '@1', to: '@2' }))).toEqual([
      'item.state',
    ]);
  });

  it('loses its result with a correction, and stays as long as it was requested', () => {
    const child = admitted(aCase().goesTo('followUp'), 'home');
    const requestedSeq = child.seq() - 2;
    child.sends('doctor', 'evaluation.recorded', { changesCare: false, result: '別の子の結果' });
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '取り違え' });
    expect(child.position()).toMatchObject({ stage: 'evaluationAdmission', step: 'admitted' });
    expect(codesOf(child.tries('dsn', 'entry.corrected', { seq: requestedSeq, reason: '誤り' }))).toEqual([
      'correction.laterMove',
    ]);
  });

  it('from the ward arms nothing but the last day of the evaluation itself, and what is told before and after it', () => {
    const child = aCase().goesTo('jointConference');
    const before = deadlinesOf(child.facts());
    admitted(child, 'ward');
    const armed = deadlinesOf(child.facts()).filter(
      row => !before.some(({ kind, ref }) => kind === row.kind && ref === row.ref),
    );
    expect(armed.map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(['evaluation e1', 'remind card', 'escalate card']);
  });
});
