import { signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const of = (name: string, part: string) => ask(name, `/cases/${caseId}/${part}`);
const tries = (name: string, body: unknown) => ask(name, `/cases/${caseId}/what-if`, 'POST', body);
const version = async () => Number((await ask('nurse', `/cases/${caseId}`)).json.version);
const send = async (event: unknown) => {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${await version()}"` };
  expect(await ask('nurse', `/cases/${caseId}/events`, 'POST', event, headers)).toMatchObject({ status: 200 });
};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: ['childrensHospital', 'こども病院'],
      station: ['visitingNursingStation', '訪看'],
      stranger: ['clinic', 'よその診療所'],
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      strange: ['stranger', 'doctor'],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
});
afterAll(() => api.stop());

const parts = ['fees', 'plan', 'replay?on=2026-12-01'];

describe('answers about a case', () => {
  it('are given to nobody who does not see it', async () => {
    for (const part of parts)
      expect(await of('strange', part)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await tries('strange', { events: [] })).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await of('visitor', 'plan')).toMatchObject({ status: 404 });
  });

  it('tell fees to whoever reads the money alone', async () => {
    expect(await of('ward', 'fees')).toMatchObject({ status: 403, json: { code: 'not-permitted' } });
    const { status, json } = await of('nurse', 'fees');
    const [first] = json as unknown as { id: string; status: string; note: string; mark: string }[];
    expect([status, first?.id, first?.status, first?.mark]).toEqual([200, 'a246.1', 'missing', 'C']);
    expect(first?.note).toContain('参考計算');
    expect((await ask('nurse', `/cases/${caseId}`)).json.fees).toBe(true);
    expect((await ask('ward', `/cases/${caseId}`)).json.fees).toBe(false);
    const whatIf = await tries('ward', { events: [] });
    expect(whatIf).toMatchObject({ status: 200, json: { fees: null, difference: { opens: [] } } });
  });
});

describe('the plan backwards', () => {
  it('tells by when each condition is due, and keeps to a day that is asked for', async () => {
    const { json } = await of('ward', 'plan?target=2027-03-31');
    const plan = json as { target: string; targetIs: string; slack: number; steps: { code: string; doneBy: string }[] };
    expect(plan).toMatchObject({ target: '2027-03-31', targetIs: 'asked' });
    expect(plan.steps[0]).toMatchObject({ code: 'factorsRecorded', isCritical: true });
    expect(plan.steps.every(({ doneBy }) => doneBy <= '2027-03-31')).toBe(true);
    for (const target of ['2026-11-30', '2047-01-01', '9999-12-31'])
      expect(await of('nurse', `plan?target=${target}`)).toMatchObject({ status: 400, json: { code: 'bad-input' } });
    expect(await of('nurse', 'plan?target=soon')).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'target' }] },
    });
  });
});

describe('what if', () => {
  const factors = { type: 'factors.recorded', factors: ['medicalProcedures'] };

  it('tells what an event would change, and writes nothing', async () => {
    const before = await version();
    const { status, json } = await tries('nurse', {
      events: [{ event: factors }],
      facts: { wardFee: 'A307-1', dpc: false },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      refused: null,
      difference: { settles: [{ code: 'factorsRecorded' }], opens: [{ event: 'screening.completed' }], closes: [] },
    });
    const fees = json.fees as { id: string; before: unknown; status: string }[];
    expect(fees.find(({ id }) => id === 'b005')).toMatchObject({ before: { status: 'missing' }, status: 'bundled' });
    expect(await version()).toBe(before);
    expect((await of('nurse', 'events')).json.events).toHaveLength(before);
  });

  it('goes on from one event to the next, each on its day', async () => {
    const events = [{ event: factors }, { on: '2026-12-04', event: { type: 'screening.completed' } }];
    expect((await tries('nurse', { events })).json).toMatchObject({
      difference: { stage: { before: 'screening', after: 'familyInterview' } },
    });
    const back = [
      { on: '2026-12-04', event: factors },
      { on: '2026-12-03', event: { type: 'screening.completed' } },
    ];
    expect(await tries('nurse', { events: back })).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'events.1.on' }] },
    });
  });

  it('says why something could not be recorded, as a value', async () => {
    const { status, json } = await tries('nurse', { events: [{ event: { type: 'screening.completed' } }] });
    expect([status, json]).toMatchObject([
      200,
      { refused: { index: 0, reasons: [{ code: 'factorsRecorded' }] }, difference: null },
    ]);
  });

  it('is no way around what one may send, nor around the form', async () => {
    expect(await tries('ward', { events: [{ event: { type: 'screening.completed' } }] })).toMatchObject({
      status: 403,
    });
    expect(await tries('nurse', { events: [{ event: { type: 'factors.recorded' } }] })).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'events.0.event.factors' }] },
    });
    expect(
      await tries('nurse', { events: [{ event: { type: 'entry.corrected', seq: 1, reason: 'x' } }] }),
    ).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'events.0.event.type' }] },
    });
  });
});

/** A session ends with the day. */
async function onDay(on: string) {
  api.clock.set(`${on}T00:00:00.000Z`);
  for (const [name, org] of Object.entries({ nurse: 'hospital', ward: 'hospital', visitor: 'station' }))
    tokens[name] = (await signedInAs(api.store, `${name}-${org}`)).token;
}

describe('the replay', () => {
  const on = async (name: string, day: string) =>
    (await of(name, `replay?on=${day}`)).json as { days: string[]; seen: Record<string, unknown> | null };

  it('shows the case as it stood at the end of a day', async () => {
    await send({ type: 'factors.recorded', factors: ['medicalProcedures'] });
    await onDay('2026-12-10');
    await send({ type: 'screening.completed' });
    const early = await on('nurse', '2026-12-05');
    expect(early.days).toEqual(['2026-12-01', '2026-12-10']);
    expect(early.seen).toMatchObject({ stage: 'screening', class: 'full', conditions: { reasons: [] } });
    expect(early.seen).toMatchObject({ facts: { clinical: { factors: { codes: ['medicalProcedures'] } } } });
    expect((await on('nurse', '2026-12-10')).seen).toMatchObject({ stage: 'familyInterview' });
    expect((await on('nurse', '2026-11-30')).seen).toBeNull();
  });

  it('shows no more than one may see now: the money of a case is not the ward nurse’s', async () => {
    const { seen } = await on('ward', '2026-12-10');
    expect(seen).toMatchObject({ stage: 'familyInterview' });
    expect(seen?.facts).not.toHaveProperty('money');
    expect(seen?.hidden).toContain('money');
  });

  it('shows no case to an organisation that was told of none on that day', async () => {
    await onDay('2026-12-12');
    await send({ type: 'candidate.asked', candidateId: 'c1', organisation: 'station', function: 'visitingNurse' });
    expect((await on('visitor', '2026-12-10')).seen).toBeNull();
    expect((await on('visitor', '2026-12-12')).seen).toMatchObject({ class: 'numberOnly' });
  });
});
