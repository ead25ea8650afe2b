import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AftercareApi, codesOf, startAftercareApi } from './testing/start-aftercare-api.ts';

let desk: AftercareApi;
beforeAll(async () => {
  desk = await startAftercareApi();
}, 60_000);
afterAll(() => desk.api.stop());

const ask: AftercareApi['ask'] = (...asked) => desk.ask(...asked);
const send: AftercareApi['send'] = (...sent) => desk.send(...sent);
const must: AftercareApi['must'] = (...sent) => desk.must(...sent);
const toldTo: AftercareApi['toldTo'] = (...asked) => desk.toldTo(...asked);

const days = { from: '2026-12-10', to: '2026-12-12' };
const requested = { type: 'evaluation.requested', evaluationId: 'e1', purposes: ['careReview'], ...days };
const held = { type: 'evaluation.bedHeld', evaluationId: 'e1', bed: 1, ...days };

describe('the way into adult care', () => {
  it('says where people see it differently, and where each service goes', async () => {
    await must('nurse', 'ゆい', { type: 'adult.opened' });
    await must('nurse', 'ゆい', {
      type: 'readiness.answered',
      by: 'young',
      namesMedicines: 'notYet',
      booksVisits: 'aLittle',
    });
    await must('visitor', 'ゆい', {
      type: 'readiness.answered',
      by: 'team',
      namesMedicines: 'can',
      booksVisits: 'can',
    });
    await must('nurse', 'ゆい', {
      type: 'readiness.answered',
      by: 'family',
      namesMedicines: 'can',
      note: 'まだ先のこと',
    });
    const mapped = { type: 'adult.serviceMapped', service: 'neurology' };
    await must('nurse', 'ゆい', {
      ...mapped,
      state: 'asked',
      counterpart: '汐見市立病院 脳神経内科',
      note: '返事待ち',
    });
    await must('nurse', 'ゆい', {
      type: 'adult.jointClinicDated',
      service: 'neurology',
      clinicOn: '2026-12-20',
      isHeld: false,
    });
    await must('nurse', 'ゆい', { type: 'adult.decisionSupported', decisionWay: 'withHelp', supporters: '母と相談員' });
    const adult = (await toldTo('nurse', 'ゆい')).adult as {
      readiness: { item: string; gap: object | null; answers: object }[];
    };
    expect(adult.readiness.filter(({ gap }) => gap)).toEqual([
      {
        item: 'namesMedicines',
        answers: { young: 'notYet', family: 'can', team: 'can' },
        gap: { most: ['family', 'team'], least: ['young'] },
      },
    ]);
    expect(adult).toMatchObject({
      ...{ level: 'open', age: 15, closing: { mapped: false, visited: false } },
      said: [{ voice: 'family', note: 'まだ先のこと' }],
      services: [{ service: 'neurology', state: 'asked', counterpart: '汐見市立病院 脳神経内科' }],
      clinics: [{ service: 'neurology', on: '2026-12-20', isHeld: false }],
      decision: { way: 'withHelp', supporters: '母と相談員' },
    });
    const atStation = (await toldTo('visitor', 'ゆい')).adult;
    expect(atStation).toMatchObject({ decision: null, said: [] });
    expect(JSON.stringify(atStation)).not.toMatch(/まだ先|母と相談員/);
  });

  it('does not close before each service has a taker and the first visit was, or a reason is signed', async () => {
    const end = { type: 'adult.transferred' };
    expect(codesOf(await send('nurse', 'ゆい', end))).toEqual(['everyServiceMapped', 'firstAdultVisitDone']);
    await must('nurse', 'ゆい', { type: 'adult.serviceMapped', service: 'neurology', state: 'transferred' });
    expect(codesOf(await send('nurse', 'ゆい', end))).toEqual(['firstAdultVisitDone']);
    await must('doctor', 'ゆい', { type: 'adult.reasonSigned', reason: '転居先で受診する' });
    expect((await toldTo('nurse', 'ゆい')).adult).toMatchObject({
      closing: { mapped: true, visited: true },
      signed: { reason: '転居先で受診する' },
    });
    await must('nurse', 'ゆい', end);
    expect((await toldTo('nurse', 'ゆい')).adult).toMatchObject({
      level: 'transferred',
      ended: { how: 'transferred' },
    });
  });
});

describe('follow-up', () => {
  it('tells of a readmission what came of its review', async () => {
    await must('nurse', 'みお', { type: 'readmission.begun', planned: false, cause: '肺炎' });
    await must('doctor', 'みお', {
      type: 'readmission.reviewed',
      avoidable: 'avoidable',
      course: '吸引が増えた',
      nextTime: '早く電話',
    });
    expect((await toldTo('nurse', 'みお')).followUp).toMatchObject({
      readmissions: [
        { cause: '肺炎', review: { avoidable: 'avoidable', course: '吸引が増えた', nextTime: '早く電話' } },
      ],
    });
    await must('nurse', 'みお', { type: 'readmission.ended', returnTo: 'stableAtHome' });
  });

  it('asks nobody for anything once a child has died: no task, no date, no bed; only the bereaved are thought of', async () => {
    await must('nurse', 'みお', { ...requested, evaluationId: 'e9' });
    await must('nurse', 'みお', { ...held, evaluationId: 'e9' });
    await must('nurse', 'みお', { type: 'hold.added', holdId: 'x', code: 'equipment', recheckOn: '2026-12-02' });
    const tasksOf = async (name: string) =>
      ((await ask(name, '/tasks')).json.tasks as { caseId: string }[]).filter(
        ({ caseId }) => caseId === desk.idOf('みお'),
      );
    expect((await tasksOf('nurse')).length).toBeGreaterThan(0);
    const open = () => desk.api.store.deadlines.listOf(desk.idOf('みお'));
    expect((await open()).map(({ kind }) => kind)).toContain('bedDay');
    await must('doctor', 'みお', { type: 'child.died', place: 'home' });
    expect(await open()).toEqual([]);
    for (const name of ['nurse', 'doctor', 'ward', 'visitor']) expect([name, await tasksOf(name)]).toEqual([name, []]);
    await desk.ask('nurse', '/evaluation-beds', 'PUT', { beds: 1 }, { 'idempotency-key': 'beds-of-the-house' });
    const strip = (await toldTo('nurse', 'りく', '?from=2026-12-10')).evaluation?.beds;
    expect(strip?.beds[0]?.days[0]).toMatchObject({ is: 'free' });
    await must('nurse', 'みお', { type: 'grief.contacted', note: '四十九日のころに伺う' });
    expect((await toldTo('nurse', 'みお')).followUp).toMatchObject({
      grief: { since: '2026-12-01', contacts: [{ note: '四十九日のころに伺う' }], closedOn: null },
    });
    // Of the family’s situation, which the station does not read.
    expect((await toldTo('visitor', 'みお')).followUp).toMatchObject({ grief: { contacts: [] } });
    expect((await send('nurse', 'みお', { type: 'evaluation.waitlisted', evaluationId: 'e9' })).status).toBe(409);
  });
});
