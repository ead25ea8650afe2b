import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Item = {
  id: string;
  words: { ja: string } | null;
  what: string | null;
  state: string;
  owner: string | null;
  dueOn: string | null;
  evidence: string | null;
  templates: string[];
  condition: { isMet: boolean | null; route: string } | null;
  maySet: boolean;
};
type Lists = {
  templates: { id: string; isChosen: boolean; isSuggested: boolean }[];
  checks: Item[];
  can: { choose: boolean; add: boolean };
};
type Task = {
  caseId: string;
  kind: string;
  ref: string;
  key?: string;
  dueOn?: string;
  what: { ja: string };
  tick?: { event: string; fill: Record<string, string> };
  fix: { route: string };
};

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function send(name: string, body: Readonly<Record<string, unknown>>) {
  const { json } = await ask('nurse', `/cases/${child}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
  return ask(name, `/cases/${child}/events`, 'POST', body, headers);
}
async function must(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const sent = await send(name, body);
  expect([body.type, sent.status, sent.json]).toEqual([body.type, 200, expect.anything()]);
}
async function listsOf(name: string): Promise<Lists> {
  const { status, json } = await ask(name, `/cases/${child}/checklists`);
  expect([name, status]).toEqual([name, 200]);
  return json as unknown as Lists;
}
const itemOf = async (name: string, id: string) => (await listsOf(name)).checks.find(item => item.id === id);
const tasksOf = async (name: string) =>
  ((await ask(name, '/tasks')).json.tasks as Task[]).filter(
    ({ kind, caseId }) => kind === 'checklist' && caseId === child,
  );

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', station: 'visitingNursingStation', city: 'municipality', other: 'hospital' },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      health: ['city', 'publicHealthNurse'],
      stranger: ['other'],
    },
  );
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward', needs: ['ventilator'] },
    { 'idempotency-key': randomUUID() },
  );
  child = String(made.json.id);
  const taking = {
    station: ['visitor', 'visitingNurse', 'clinical'],
    city: ['health', 'publicHealthNurse', 'contacts'],
  };
  for (const [organisation, [who = '', asked, category]] of Object.entries(taking)) {
    const candidateId = `t-${organisation}`;
    await must('nurse', { type: 'candidate.asked', candidateId, function: asked, organisation });
    await must(who, { type: 'candidate.answered', candidateId, answer: 'accepted' });
    await must('nurse', {
      ...{ type: 'consent.recorded', consentId: `c-${organisation}`, scope: 'recipient', recipient: organisation },
      ...{ categories: ['plan', category], purpose: 'care', from: '2026-12-01', method: 'paper' },
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
  }
  await must('nurse', {
    ...{ type: 'checklist.chosen', templates: ['everyChild', 'ventilator', 'suction'] },
    ...{ owner: 'ward-hospital', dueOn: '2026-12-20' },
  });
});
afterAll(() => api.stop());

describe('the checklists of a case', () => {
  it('suggest what the child needs, and stand there once each with owner, day and condition', async () => {
    const { templates, checks, can } = await listsOf('nurse');
    expect(templates.filter(({ isSuggested }) => isSuggested).map(({ id }) => id)).toEqual([
      'everyChild',
      'ventilator',
    ]);
    expect(templates.filter(({ isChosen }) => isChosen).map(({ id }) => id)).toEqual([
      'everyChild',
      'ventilator',
      'suction',
    ]);
    expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
    expect(checks.find(({ id }) => id === 'powerPlanned')).toMatchObject({
      ...{ state: 'notBegun', owner: 'ward-hospital', dueOn: '2026-12-20', templates: ['ventilator', 'suction'] },
      condition: { isMet: false, route: `/cases/${child}/record/home.checked` },
    });
    expect(can).toEqual({ choose: true, add: true });
    expect((await listsOf('ward')).can).toEqual({ choose: false, add: true });
  });

  it('tell a partner what of it the consent names, and no stranger anything', async () => {
    const whole = (await listsOf('nurse')).checks.map(({ id }) => id);
    expect((await listsOf('visitor')).checks.map(({ id }) => id)).toEqual(whole);
    const told = await listsOf('health');
    expect(told.checks.map(({ id }) => id)).toContain('routeAgreed');
    expect(JSON.stringify(told)).not.toMatch(/ventilator|呼吸器|batteryHours/);
    expect(told.can).toEqual({ choose: false, add: false });
    expect((await ask('stranger', `/cases/${child}/checklists`)).status).toBe(404);
    // Nor do the facts, or the history: what was chosen tells what the child needs.
    const texts = await Promise.all([`/cases/${child}`, `/cases/${child}/events`].map(path => ask('health', path)));
    expect(JSON.stringify(texts.map(({ json }) => json))).not.toMatch(/"ventilator"|checklistItems/);
  });
});

describe('an item', () => {
  it('is a task of its owner until it is done, and can be given and moved as every task', async () => {
    const own = await tasksOf('ward');
    const drill = own.find(({ ref }) => ref === 'powerDrill');
    expect(drill).toMatchObject({
      ...{ key: 'checklist.powerDrill', dueOn: '2026-12-20', what: { ja: 'チェック:停電を想定して一度動かしてみる' } },
      fix: { route: `/cases/${child}/checklists?item=powerDrill` },
    });
    expect(await tasksOf('nurse')).toEqual([]);
    await must('nurse', { type: 'task.assigned', task: 'checklist.powerDrill', owner: 'nurse-hospital' });
    await must('nurse', { type: 'task.dueMoved', task: 'checklist.powerDrill', dueOn: '2026-12-10', reason: '早めに' });
    expect(await tasksOf('nurse')).toEqual([expect.objectContaining({ ref: 'powerDrill', dueOn: '2026-12-10' })]);
    await must('nurse', {
      ...{ type: 'checklist.itemSet', checkId: 'powerDrill', state: 'checkDone', evidence: '11/30に病棟で' },
    });
    expect(await itemOf('nurse', 'powerDrill')).toMatchObject({ state: 'checkDone', evidence: '11/30に病棟で' });
    expect(await tasksOf('nurse')).toEqual([]);
  });

  it('that is a condition of a move is done when the condition is met', async () => {
    expect((await tasksOf('ward')).map(({ ref }) => ref)).toContain('powerPlanned');
    await must('nurse', { type: 'home.checked', home: true, power: true, powerPlan: true });
    expect(await itemOf('nurse', 'powerPlanned')).toMatchObject({ state: 'notBegun', condition: { isMet: true } });
    expect((await tasksOf('ward')).map(({ ref }) => ref)).not.toContain('powerPlanned');
  });

  it('is ticked where it stands in the list, and comes back as it was when that is taken back', async () => {
    const check = { id: 'ticked1', section: 'localCare', what: 'x', owner: 'nurse-hospital', dueOn: '2026-12-03' };
    await must('nurse', { type: 'checklist.itemsAdded', checks: [check] });
    const find = async () => (await tasksOf('nurse')).find(({ ref }) => ref === 'ticked1');
    const { tick } = (await find()) ?? {};
    expect(tick).toEqual({ event: 'checklist.itemSet', fill: { checkId: 'ticked1', state: 'checkDone' } });
    await must('nurse', { type: tick?.event, ...tick?.fill });
    expect(await find()).toBeUndefined();
    const { json } = await ask('nurse', `/cases/${child}`);
    await must('nurse', { type: 'entry.corrected', seq: Number(json.version), reason: '押しまちがい' });
    expect(await find()).toMatchObject({ dueOn: '2026-12-03' });
    await must('nurse', { type: tick?.event, ...tick?.fill });
  });

  it('of the child itself says what was written, on its page and in the list of tasks', async () => {
    const check = {
      id: 'own-1',
      what: 'ベビーカーに機器が載るか試す',
      section: 'supplies',
      owner: 'visitor-station',
      dueOn: '2026-12-09',
    };
    await must('ward', { type: 'checklist.itemsAdded', checks: [check] });
    expect(await itemOf('visitor', 'own-1')).toMatchObject({ words: null, what: check.what, maySet: true });
    expect((await itemOf('visitor', 'bagMask'))?.maySet).toBe(false);
    const [task] = await tasksOf('visitor');
    expect(task?.what.ja).toContain(check.what);
    const other = await send('visitor', { type: 'checklist.itemSet', checkId: 'bagMask', state: 'checkDone' });
    expect([other.status, (other.json.reasons as { code: string }[])[0]?.code]).toEqual([409, 'check.notYours']);
    await must('visitor', { type: 'checklist.itemSet', checkId: 'own-1', state: 'checkDone' });
    expect(await tasksOf('visitor')).toEqual([]);
  });

  it('that nobody has is the lead’s when its day is near', async () => {
    const checks = [
      { id: 'near', what: '近い', section: 'otherChecks', dueOn: '2026-12-05' },
      { id: 'far', what: '遠い', section: 'otherChecks', dueOn: '2027-02-01' },
      { id: 'undated', what: 'いつでも', section: 'otherChecks' },
    ];
    await must('nurse', { type: 'checklist.itemsAdded', checks });
    expect((await tasksOf('nurse')).map(({ ref }) => ref)).toEqual(['near']);
    expect((await tasksOf('ward')).map(({ ref }) => ref)).not.toContain('near');
  });
});
