import { describe, expect, it } from 'vitest';
import { aCase } from '../../histories/a-case.ts';
import { codesOf } from '../../histories/walk.ts';
import { stageOrder } from '../../stage-order.ts';

describe('screening', () => {
  it('goes on once the discharge barriers are recorded, also when there are none', () => {
    const child = aCase();
    expect(codesOf(child.tries('dsn', 'screening.completed'))).toEqual(['factorsRecorded']);
    child.sends('dsn', 'factors.recorded', { factors: [] }).sends('dsn', 'screening.completed');
    expect(child.position().stage).toBe('familyInterview');
  });

  it('takes no second registration, and nothing before the first', () => {
    expect(codesOf(aCase().tries('dsn', 'case.registered', { lead: 'x', origin: 'ward', reason: 'r' }))).toEqual([
      'stage.event',
    ]);
  });

  it('begins before birth without a birth date and learns it later', () => {
    const child = aCase({ bornOn: undefined, expectedOn: '@40', origin: 'prenatal', gestationWeeks: undefined });
    expect(child.facts()).toMatchObject({ expectedOn: '2026-02-14' });
    child.waits(30);
    expect(codesOf(child.tries('dsn', 'birth.recorded', { bornOn: '@31' }))).toEqual(['birth.future']);
    child.sends('dsn', 'birth.recorded', { bornOn: '@29', gestationWeeks: 36 });
    expect(child.facts()).toMatchObject({ bornOn: '2026-02-03', gestationWeeks: 36 });
  });

  it('learns the name of a child without one; the name stands in no fact, and is put right by another', () => {
    const child = aCase({ bornOn: undefined, expectedOn: '@40' });
    const before = child.facts();
    child.sends('dsn', 'child.named', { givenName: 'そら', givenKana: 'そら', sex: 'female' });
    expect(child.facts()).toEqual(before);
    const seq = child.steps.length;
    expect(codesOf(child.tries('dsn', 'entry.corrected', { seq, reason: 'x' }))).toEqual(['correction.target']);
  });

  it('shows the day of re-screening only while the case is here', () => {
    const child = aCase().sends('dsn', 'factors.recorded', { factors: [], rescreenOn: '@7' });
    const shown = child.steps.at(-1)?.decision;
    expect(shown).toMatchObject({
      deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'rescreen', dueOn: '2026-01-12' })]),
    });
    expect(child.tries('dsn', 'screening.completed')).toMatchObject({
      deadlines: expect.arrayContaining([expect.objectContaining({ kind: 'rescreen', dueOn: null })]),
    });
  });
});

describe('adoption', () => {
  it.each(stageOrder)('takes a running case over into %s', stage => {
    const child = aCase().sends('dsn', 'case.adopted', { stage, since: '@-30', source: 'paper' });
    expect(child.position().stage).toBe(stage);
    expect(child.facts().adopted).toMatchObject({ stage });
    expect(child.facts().entry.stage).toBe(stage);
  });

  it.each(['evaluationAdmission', 'readmission', 'closed'])('has no way into %s', stage => {
    expect(() => aCase().tries('dsn', 'case.adopted', { stage, since: '@-30', source: 'paper' })).toThrow();
  });

  it('takes the stay with it into a trial stay', () => {
    const child = aCase().sends('dsn', 'case.adopted', {
      stage: 'trialStay',
      since: '@-1',
      source: 'otherSystem',
      stay: { id: 's9', from: '@-1', to: '@1' },
    });
    expect(child.facts().stays).toMatchObject([{ id: 's9', status: 'begun', kind: 'home' }]);
    child.sends('dsn', 'trialStay.returned', { result: 'succeeded' });
    expect(child.facts().stays).toMatchObject([{ id: 's9', status: 'ended', result: 'succeeded' }]);
  });

  it.each([
    ['home', 'home'],
    ['rehearsal', 'hospital'],
  ])('knows where a child on a stay of kind %s is', (stayKind, whereabouts) => {
    const stay = { id: 's9', from: '@-1', to: '@1', stayKind };
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'trialStay', since: '@-1', source: 'paper', stay });
    expect(child.facts()).toMatchObject({ whereabouts, stays: [{ kind: stayKind, status: 'begun' }] });
    child.sends('dsn', 'trialStay.returned', { result: 'succeeded' });
    expect(child.facts().whereabouts).toBe('hospital');
  });

  it('is refused outside the first intake, and a second time', () => {
    const body = { stage: 'planning', since: '@-3', source: 'paper' };
    expect(codesOf(aCase().goesTo('familyInterview').tries('dsn', 'case.adopted', body))).toEqual(['stage.event']);
    const stayed = aCase().sends('dsn', 'case.adopted', { ...body, stage: 'screening' });
    expect(codesOf(stayed.tries('dsn', 'case.adopted', body))).toEqual(['adoption.over']);
    const again = aCase()
      .sends('dsn', 'case.closed', { how: 'withdrawn', reason: '取り下げ' })
      .sends('dsn', 'case.reopened', { to: 'screening', reason: '再依頼' });
    expect(codesOf(again.tries('dsn', 'case.adopted', body))).toEqual(['adoption.over']);
  });

  it('blocks nothing of earlier stages, tracks included, and asks everything of its own stage', () => {
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'readyForDischarge', since: '@-3', source: 'paper' });
    expect(child.position().tracks).toEqual({
      community: 'ready',
      entitlements: 'ready',
      training: 'working',
      equipment: 'working',
    });
    // Nothing electric is planned and nobody receives anything yet: two of the fourteen are met.
    expect(codesOf(child.tries('dsn', 'discharge.done', { destination: 'home' }))).toEqual([
      'doctorOrderedDischarge',
      'trainingReady',
      'equipmentReady',
      'handoffAccepted',
      'firstVisitDated',
      'nursingOrderCoversFirstVisit',
      'contactsDayAndNight',
      'medicationTranscribed',
      'conditionStable',
      'firstOutpatientDated',
      'municipalityInformed',
      'schoolInformed',
    ]);
  });

  it('ends when an earlier stage is entered again', () => {
    const child = aCase().sends('dsn', 'case.adopted', { stage: 'readyForDischarge', since: '@-3', source: 'paper' });
    child.sends('dsn', 'discharge.postponed', { reason: '発熱' });
    expect(child.position()).toMatchObject({ stage: 'preparing', tracks: { community: 'working' } });
    expect(child.facts().adopted).toBeUndefined();
    expect(codesOf(child.tries('dsn', 'conference.convened'))).toEqual(['communityCandidatesAsked']);
  });

  it('keeps its tracks when a fact is corrected', () => {
    const child = aCase()
      .sends('dsn', 'case.adopted', { stage: 'followUp', since: '@-30', source: 'paper' })
      .sends('dsn', 'referral.received', { source: 'family' });
    child.sends('dsn', 'entry.corrected', { seq: child.seq(), reason: '別のケース' });
    expect(new Set(Object.values(child.position().tracks))).toEqual(new Set(['ready']));
  });
});
