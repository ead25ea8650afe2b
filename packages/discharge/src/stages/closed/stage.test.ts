import { describe, expect, it } from 'vitest';
import { allMoves, deadlinesOf } from '../../chart.ts';
import { aCase, type Story } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';
import { closings } from './state.ts';

const openStages = [...new Set(allMoves().map(({ from }) => from))].filter(stage => stage !== 'closed');
const early = closings.filter(how => !['completed', 'merged', 'deceased'].includes(how));
const reopen = (child: Story, to: string) => codesOf(child.tries('dsn', 'case.reopened', { to, reason: '再依頼' }));

/** A case in any open stage, by adoption where that leads there. */
function standingIn(stage: string): Story {
  if (stage === 'evaluationAdmission' || stage === 'readmission') {
    const child = standingIn('followUp').sends('dsn', 'evaluation.requested', {
      evaluationId: 'e',
      purposes: ['growth'],
    });
    if (stage === 'readmission') return child.sends('dsn', 'readmission.begun', { planned: false });
    return child.sends('dsn', 'evaluation.admitted', { evaluationId: 'e', origin: 'home' });
  }
  return aCase().sends('dsn', 'case.adopted', { stage, since: '@0', source: 'paper' });
}

describe('death', () => {
  it.each(openStages)('is accepted in %s, and cancels every deadline in the same step', stage => {
    const child = standingIn(stage).sends('dsn', 'hold.added', { holdId: 'w1', code: 'other', recheckOn: '@5' });
    child.sends('clock', 'adult.prompted').sends('doctor', 'order.issued', { from: '@0', until: '@90' });
    const open = deadlinesOf(child.facts());
    expect(open.length).toBeGreaterThan(2);
    child.sends('doctor', 'child.died', { place: 'home' });
    expect(child.position()).toMatchObject({ stage: 'closed', step: 'deceased', isOpen: false });
    expect(child.steps.at(-1)?.decision).toMatchObject({
      deadlines: open.map(({ kind, ref }) => ({ kind, ref, dueOn: null, fires: null })),
    });
    expect(deadlinesOf(child.facts())).toEqual([]);
  });

  it.each([...early, 'completed'])('is accepted after the case was closed as %s, once', how => {
    const child = how === 'completed' ? standingIn('stableAtHome') : standingIn('planning');
    if (how === 'completed') child.sends('dsn', 'case.completed');
    else child.sends('dsn', 'case.closed', { how, reason: '終了' });
    child.sends('doctor', 'child.died');
    expect(child.position().step).toBe('deceased');
    expect(codesOf(child.tries('doctor', 'child.died'))).toEqual(['stage.event']);
  });

  it('leaves only the care of the bereaved', () => {
    const child = standingIn('followUp').sends('doctor', 'child.died');
    for (const to of ['screening', 'planning', 'followUp']) expect(reopen(child, to)).toEqual(['stage.event']);
    expect(codesOf(child.tries('dsn', 'note.added', { note: '-' }))).toEqual(['stage.event']);
    expect(codesOf(child.tries('clock', 'adult.prompted'))).toEqual(['stage.event']);
    child.sends('dsn', 'grief.contacted', { note: '四十九日' }).sends('dsn', 'grief.closed');
    expect(child.facts().griefClosed).toBeDefined();
  });
});

describe('the family’s 24-hour line', () => {
  it('stays after a death', () => {
    const child = standingIn('followUp')
      .sends('dsn', 'contacts.recorded', { when: 'night', contact: '当直' })
      .sends('doctor', 'child.died');
    expect(child.facts().contacts).toMatchObject([{ when: 'night' }]);
  });
});

describe('the withdrawal of a consent to share', () => {
  it('is not the end of support', () => {
    const child = aCase().goesTo('followUp').sends('dsn', 'consent.withdrawn', { consentId: 'c-station' });
    expect(child.position()).toMatchObject({ stage: 'followUp', isOpen: true });
    expect(child.facts().closing).toBeUndefined();
    child.prepares().sends('dsn', 'followUp.closed');
  });
});

describe('closing before the end', () => {
  it.each(openStages.flatMap(stage => early.map(how => [stage, how])))('from %s as %s', (stage, how) => {
    const child = standingIn(stage);
    const refusal = codesOf(child.tries('dsn', 'case.closed', { how, reason: '終了' }));
    const asksMore = stage === 'readyForDischarge' && (how === 'facility' || how === 'transferredToHospital');
    expect(refusal).toEqual(asksMore ? ['doctorOrderedDischarge', 'medicationTranscribed'] : []);
    if (!asksMore) expect(child.position().step).toBe(how);
  });

  it('takes no facts, no grief care and no second closing', () => {
    const child = standingIn('planning').sends('dsn', 'case.closed', { how: 'movedOut', reason: '転出' });
    for (const [type, body] of [
      ['note.added', { note: '-' }],
      ['grief.contacted', {}],
      ['case.closed', { how: 'withdrawn', reason: '-' }],
      ['case.completed', {}],
    ] as const)
      expect(codesOf(child.tries('dsn', type, body))).toEqual(['stage.event']);
  });
});

describe('reopening', () => {
  const closedAs = (child: Story, how: string) => child.sends('dsn', 'case.closed', { how, reason: '終了' });

  it.each(early)('leads from %s to screening without conditions, in a new round', how => {
    const child = closedAs(aCase(), how);
    expect(reopen(child, 'screening')).toEqual([]);
    expect(child.position()).toMatchObject({ stage: 'screening', isOpen: true });
    expect(child.facts().round).toBe(1);
    expect(child.facts().closing).toBeUndefined();
    expect(codesOf(child.tries('dsn', 'screening.completed'))).toEqual(['factorsRecorded']);
  });

  it('leads to planning with consent, and to follow-up only after an earlier discharge', () => {
    const child = closedAs(aCase(), 'facility');
    expect(reopen(child, 'planning')).toEqual(['hospitalConsentRecorded']);
    expect(reopen(child, 'followUp')).toEqual(['hospitalConsentRecorded', 'dischargedBefore']);
    const consented = closedAs(aCase().goesTo('planning'), 'facility');
    expect(reopen(consented, 'followUp')).toEqual(['dischargedBefore']);
    expect(reopen(consented, 'planning')).toEqual([]);
    expect(consented.facts().round).toBe(1);
  });

  it('derives tracks and adult region from the facts, and brings the deadlines back', () => {
    const child = aCase({ bornOn: '2010-06-01' }).sends('clock', 'adult.prompted').goesTo('followUp');
    child
      .sends('dsn', 'adult.opened')
      .sends('dsn', 'adult.serviceMapped', { service: 'neurology', state: 'transferred' });
    const before = child.position();
    expect(before).toMatchObject({ adult: 'mapped', tracks: { community: 'ready', training: 'ready' } });
    closedAs(child, 'movedOut');
    expect(reopen(child, 'followUp')).toEqual([]);
    expect(child.position()).toMatchObject({ stage: 'followUp', adult: 'mapped', tracks: before.tracks });
    expect(child.facts()).toMatchObject({ round: 0, whereabouts: 'home' });
    expect(deadlinesOf(child.facts()).map(({ ref }) => ref)).toContain('month6');
  });

  it.each(['trialStay', 'evaluationAdmission', 'readmission'])(
    'finds nothing still under way after a closing in %s',
    stage => {
      const child = standingIn(stage).sends('dsn', 'case.closed', { how: 'movedOut', reason: '転出' });
      expect(reopen(child, 'screening')).toEqual([]);
      const { stays, evaluations, readmission } = child.facts();
      expect(stays.filter(({ status }) => status === 'begun')).toEqual([]);
      expect(evaluations.filter(({ status }) => status === 'admitted')).toEqual([]);
      expect(readmission).toBeUndefined();
    },
  );

  it('says where the child went with the closing', () => {
    const where = (how: string) => closedAs(standingIn('followUp'), how).facts().whereabouts;
    expect([where('facility'), where('transferredToHospital'), where('movedOut')]).toEqual([
      'facility',
      'hospital',
      'home',
    ]);
  });

  it('lets an adopted case that was at home come back to follow-up', () => {
    const child = standingIn('stableAtHome').plays([]);
    child.sends('dsn', 'consent.recorded', {
      consentId: 'c1',
      scope: 'hospital',
      categories: ['plan'],
      purpose: 'care',
      from: '@0',
      givers: [{ relation: 'grandparent', authority: 'guardian' }],
      method: 'paper',
    });
    expect(reopen(child.sends('dsn', 'case.completed'), 'followUp')).toEqual([]);
  });
});
