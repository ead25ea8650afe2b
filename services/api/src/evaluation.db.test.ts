import { randomUUID } from 'node:crypto';
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

describe('beds of an evaluation admission', () => {
  it('are counted by whoever registers cases in the house, and by nobody else', async () => {
    const count = (name: string, beds: unknown) =>
      ask(name, '/evaluation-beds', 'PUT', { beds }, { 'idempotency-key': randomUUID() });
    expect((await count('ward', 1)).status).toBe(403);
    expect((await count('visitor', 1)).status).toBe(403);
    expect((await count('nurse', 61)).status).toBe(400);
    await must('nurse', 'りく', requested);
    expect((await toldTo('nurse', 'りく')).evaluation?.beds).toMatchObject({ count: null, beds: [], mayKeep: true });
    expect((await count('nurse', 1)).json).toEqual({ beds: 1 });
    const strip = (await toldTo('ward', 'りく')).evaluation?.beds;
    expect(strip).toMatchObject({ count: 1, mayKeep: false });
    expect(strip?.beds[0]?.days.map(({ on }) => on).slice(0, 2)).toEqual(['2026-12-10', '2026-12-11']);
  });

  it('are held once a day, however many ask at once: the second is told so and holds nothing', async () => {
    await must('nurse', 'みお', requested);
    const both = await Promise.all([send('nurse', 'りく', held), send('second', 'みお', held)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.flatMap(codesOf)).toEqual(['evaluation.bedTaken']);
    const [winner, loser] = both[0]?.status === 200 ? ['りく', 'みお'] : ['みお', 'りく'];
    const later = { ...held, from: '2026-12-12', to: '2026-12-14' };
    expect(codesOf(await send('nurse', loser ?? '', later))).toEqual(['evaluation.bedTaken']);
    const strip = (await toldTo('nurse', loser ?? '')).evaluation?.beds;
    expect(strip?.beds[0]?.days.slice(0, 4)).toEqual([
      { on: '2026-12-10', is: 'taken', caseNo: desk.children[winner ?? '']?.no },
      { on: '2026-12-11', is: 'taken', caseNo: desk.children[winner ?? '']?.no },
      { on: '2026-12-12', is: 'taken', caseNo: desk.children[winner ?? '']?.no },
      { on: '2026-12-13', is: 'free', caseNo: null },
    ]);
    const own = (await toldTo('nurse', winner ?? '')).evaluation;
    expect(own?.beds?.beds[0]?.days[0]).toMatchObject({ is: 'own' });
    expect(own?.admissions).toMatchObject([{ status: 'bedHeld', bed: 1 }]);
    // The rest of this file goes on with りく in the bed.
    if (winner === 'みお') {
      await must('nurse', 'みお', {
        type: 'entry.corrected',
        seq: await seqOf('みお', 'evaluation.bedHeld'),
        reason: 'x',
      });
      await must('nurse', 'りく', held);
    }
  });

  it('are waited for by those who came too late, and free again once a request is withdrawn', async () => {
    await must('nurse', 'みお', { type: 'evaluation.waitlisted', evaluationId: 'e1' });
    expect((await toldTo('ward', 'りく')).evaluation?.beds?.waiting).toEqual([
      { caseNo: desk.children.みお?.no, isOwn: false, since: '2026-12-01', ...days },
    ]);
    await must('nurse', 'りく', { type: 'evaluation.withdrawn', evaluationId: 'e1' });
    await must('nurse', 'みお', held);
    const { evaluation } = await toldTo('nurse', 'みお');
    expect([evaluation?.beds?.waiting, evaluation?.admissions]).toMatchObject([[], [{ waitingSince: null, bed: 1 }]]);
    await must('nurse', 'みお', { type: 'evaluation.withdrawn', evaluationId: 'e1' });
  });

  it('are nobody’s business outside the house', async () => {
    expect((await toldTo('visitor', 'りく')).evaluation?.beds).toBeNull();
    expect((await ask('stranger', `/cases/${desk.idOf('りく')}/aftercare`)).status).toBe(404);
  });
});

const seqOf = async (child: string, type: string): Promise<number> => {
  const { json } = await ask('nurse', `/cases/${desk.idOf(child)}/events?limit=500`);
  return (json.events as { seq: number; type: string }[]).findLast(one => one.type === type)?.seq ?? 0;
};

describe('an evaluation admission', () => {
  const e2 = { evaluationId: 'e2' };

  it('puts home beside hospital, and tells how tired the family is to whoever reads of the family', async () => {
    await must('nurse', 'りく', { ...requested, ...e2, care: '夜間の吸引', wishes: '眠りたい' });
    await must('nurse', 'りく', { ...held, ...e2 });
    await must('ward', 'りく', {
      ...{ type: 'evaluation.visited', ...e2, means: 'inPerson' },
      ...{ findings: '枕元に加湿器', bring: 'マスクと日誌' },
    });
    const home = { type: 'evaluation.measured', ...e2, where: 'atHome', spo2Asleep: '91', ventilation: '12/5' };
    await must('visitor', 'りく', { ...home, fatigue: 4, fatigueNote: '夜に4回起きる' });
    await must('doctor', 'りく', { type: 'evaluation.admitted', ...e2, origin: 'home' });
    await must('ward', 'りく', {
      type: 'evaluation.measured',
      ...e2,
      where: 'inHospital',
      spo2Asleep: '88',
      ventilation: '12/5',
    });
    const [admission] = (await toldTo('nurse', 'りく')).evaluation?.admissions ?? [];
    expect(admission).toMatchObject({
      ...{ status: 'admitted', bed: 1, care: '夜間の吸引', wishes: '眠りたい' },
      visit: { means: 'inPerson', findings: '枕元に加湿器', bring: 'マスクと日誌', by: { name: 'ward' } },
      values: [
        {
          measure: 'spo2Asleep',
          home: { value: '91', by: { name: 'visitor' } },
          hospital: { value: '88', by: { name: 'ward' } },
          difference: { is: 'lower', by: 3 },
        },
        { measure: 'ventilation', difference: { is: 'same' } },
      ],
      fatigue: [{ where: 'atHome', level: 4, note: '夜に4回起きる' }],
    });
    const atStation = (await toldTo('visitor', 'りく')).evaluation;
    expect(atStation?.admissions[0]).toMatchObject({
      values: [{ measure: 'spo2Asleep' }, {}],
      fatigue: [],
      wishes: null,
    });
    expect(JSON.stringify(atStation)).not.toMatch(/4回起きる|眠りたい/);
  });

  it('marks the plan and each handoff that says what changes, until they are written again', async () => {
    const sections = {
      contacts: '昼 訪看',
      condition: '安定',
      breathing: 'NIV',
      medicines: 'なし',
      emergencies: '救急へ',
    };
    await must('nurse', 'りく', { type: 'contacts.recorded', when: 'night', contact: '当直 045-000-0102' });
    await must('nurse', 'りく', { type: 'contacts.recorded', when: 'day', contact: '外来 045-000-0101' });
    await must('nurse', 'りく', { type: 'handoff.composed', handoffId: 'h1', recipient: 'station', ...sections });
    await must('nurse', 'りく', { type: 'handoff.sent', handoffId: 'h1' });
    const result = { type: 'evaluation.recorded', changesCare: true, result: '圧を上げる', changes: '12/5→14/5' };
    await must('doctor', 'りく', { ...result, touches: ['nutrition'], goesTo: 'stableAtHome' });
    // What no handoff says, none has to say anew.
    expect((await toldTo('nurse', 'りく')).evaluation).toMatchObject({ stale: [], planIsOld: true });
    await must('doctor', 'りく', { ...result, touches: ['breathing', 'nutrition'], goesTo: 'stableAtHome' });
    expect((await toldTo('nurse', 'りく')).evaluation).toMatchObject({
      stale: [{ id: 'h1', org: 'station', sections: ['breathing'] }],
      planIsOld: true,
    });
    const close = { type: 'evaluation.closed', returnTo: 'stableAtHome' };
    expect(codesOf(await send('doctor', 'りく', close))).toEqual(['planUpdated', 'affectedHandoffsReissued']);
    await must('nurse', 'りく', {
      ...{ type: 'plan.written', destination: 'home', homeNursing: true, school: true, procedures: [], roles: [] },
      ...{ devices: [], entitlements: [], needs: ['niv'] },
    });
    const revised = { ...sections, breathing: 'NIV 14/5' };
    await must('nurse', 'りく', { type: 'handoff.composed', handoffId: 'h1', ...revised });
    await must('nurse', 'りく', { type: 'handoff.sent', handoffId: 'h1' });
    expect((await toldTo('nurse', 'りく')).evaluation).toMatchObject({ stale: [], planIsOld: false });
    await must('doctor', 'りく', close);
    // The bed is free again, though it was held for longer.
    const strip = (await toldTo('nurse', 'みお', '?from=2026-12-10')).evaluation?.beds;
    expect(strip?.beds[0]?.days.every(({ is }) => is === 'free')).toBe(true);
  });
});
