import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Task = { caseId: string; kind: string; what: { ja: string }; fix: { route: string }; key?: string; tick?: object };

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function send(name: string, type: string, body: object = {}) {
  const { json } = await ask('nurse', `/cases/${child}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
  return ask(name, `/cases/${child}/events`, 'POST', { type, ...body }, headers);
}
const codesOf = ({ json }: { json: Record<string, unknown> }) =>
  ((json.reasons ?? []) as { code: string }[]).map(({ code }) => code);
const tasksOf = async (name: string) =>
  ((await ask(name, '/tasks')).json.tasks as Task[]).filter(({ kind }) => kind === 'exception');
const asking = { requirementId: 'interviewHeld', reason: 'canary-why' };

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'hospital', other: 'hospital', station: 'visitingNursingStation' },
    {
      nurse: ['hospital'],
      head: ['hospital', 'wardNurse', ['mayWaive']],
      doctor: ['hospital', 'doctor', ['mayWaive']],
      ward: ['hospital', 'wardNurse'],
      stranger: ['other', 'dischargeNurse', ['mayWaive']],
      visitor: ['station', 'visitingNurse'],
    },
  );
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward' },
    { 'idempotency-key': randomUUID() },
  );
  child = String(made.json.id);
});
afterAll(() => api.stop());

describe('an exception that is asked for', () => {
  it('comes to whoever may make it, and to nobody else, with what it is about and not why', async () => {
    expect((await send('nurse', 'requirement.waiverAsked', asking)).status).toBe(200);
    const [own, ...others] = await tasksOf('head');
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      caseId: child,
      what: { ja: expect.stringMatching(/^例外の承認を頼まれています:/) },
      fix: { route: `/cases/${child}/record/requirement.waived?requirementId=interviewHeld` },
    });
    expect([own?.key, own?.tick]).toEqual([undefined, undefined]);
    expect(JSON.stringify(own)).not.toContain('canary-why');
    expect(await tasksOf('doctor')).toHaveLength(1);
    for (const name of ['nurse', 'ward', 'stranger', 'visitor'])
      expect([name, await tasksOf(name)]).toEqual([name, []]);
    const seen = await ask('nurse', `/cases/${child}`);
    expect(JSON.stringify(seen.json.facts)).toContain('waiverAsks');
  });

  it('is asked for once, by whoever works in the case, and answered by whoever may make it', async () => {
    expect(codesOf(await send('nurse', 'requirement.waiverAsked', asking))).toEqual(['waiver.asked']);
    expect((await send('stranger', 'requirement.waiverAsked', asking)).status).toBe(404);
    expect((await send('ward', 'requirement.waiverRefused', asking)).status).toBe(403);
    expect((await send('head', 'requirement.waiverRefused', { requirementId: 'interviewHeld' })).status).toBe(400);
  });

  it('is refused with a reason, may be asked for anew, and is over with the exception', async () => {
    expect((await send('head', 'requirement.waiverRefused', asking)).status).toBe(200);
    expect([await tasksOf('head'), await tasksOf('doctor')]).toEqual([[], []]);
    expect(codesOf(await send('head', 'requirement.waiverRefused', asking))).toEqual(['waiver.notAsked']);
    expect((await send('nurse', 'requirement.waiverAsked', asking)).status).toBe(200);
    expect(await tasksOf('head')).toHaveLength(1);
    expect((await send('head', 'requirement.waived', asking)).status).toBe(200);
    expect([await tasksOf('head'), await tasksOf('doctor')]).toEqual([[], []]);
  });
});

it('a move takes a note, which the history tells', async () => {
  expect((await send('nurse', 'factors.recorded', { factors: ['medicalProcedures'] })).status).toBe(200);
  const made = await ask('nurse', `/cases/${child}/transitions`);
  const forward = (made.json as unknown as { event: string; forward: boolean; needs: string[] }[]).find(
    move => move.forward,
  );
  expect(forward).toMatchObject({ event: 'screening.completed', needs: expect.arrayContaining(['note']) });
  expect((await send('nurse', 'screening.completed', { note: 'canary-note' })).status).toBe(200);
  const events = (await ask('nurse', `/cases/${child}/events?limit=500`)).json.events as object[];
  expect(events.at(-1)).toMatchObject({ type: 'screening.completed', texts: { note: 'canary-note' } });
});
