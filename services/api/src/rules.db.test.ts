import { ruleEndpoints } from '@kaerimichi/contracts';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token = '';

beforeAll(async () => {
  api = await startTestApi('2026-11-22T00:00:00.000Z');
  await anOrganisation(api.store, 'school');
  await aMember(api.store, { name: 'teacher', org: 'school' });
  token = (await signedInAs(api.store, 'teacher-school')).token;
});
afterAll(() => api.stop());

const ask = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.ask('POST', `/rules/${path}`, { token, body, headers });
const pathsOf = ({ json }: { json: Record<string, unknown> }) =>
  ((json.issues ?? []) as { path: string }[]).map(({ path }) => path).sort();

type Listed = {
  id: string;
  kind: string;
  effectiveFrom: string;
  effectiveTo: string | null;
  versions: { ruleSet: string; source: { place: string; mark: string }[] }[];
  facts: { name: string; type: string; required: boolean; title: { ja: string; en: string } }[];
};

describe('GET /rules', () => {
  it('lists every rule with facts, types, source and days', async () => {
    const { status, json } = await api.ask('GET', '/rules', { token });
    expect(status).toBe(200);
    // Stored text is not parsed by the contract on its way out.
    expect(ruleEndpoints.rules.answer.safeParse(json).error?.issues).toBeUndefined();
    const rules = json.rules as Listed[];
    const one = (id: string) => rules.find(rule => rule.id === id);
    expect(one('b007-3.window')).toMatchObject({ effectiveFrom: '2026-06-01', effectiveTo: null, kind: 'deadline' });
    expect(one('a246.1.screen')).toMatchObject({ effectiveFrom: '2024-06-01', effectiveTo: null });
    expect(one('medicalCareScore')?.versions.map(({ ruleSet }) => ruleSet)).toEqual(['R6', 'R8']);
    const order = one('c007.order')?.facts.map(({ name, type, required }) => [name, type, required]);
    expect(order).toEqual([
      ['startsOn', 'date', true],
      ['endsOn', 'date', false],
    ]);
    const familyTalk = one('a246.1.familyTalk')?.facts.find(({ name }) => name === 'ward');
    expect(familyTalk).toMatchObject({ type: 'choice', title: { ja: '病棟（一般・療養）' } });
  });

  it('is for whoever signed in', async () => {
    expect((await api.ask('GET', '/rules', {})).status).toBe(401);
  });
});

describe('POST /rules/medical-care-score', () => {
  const items = [
    { id: 'ventilator', watch: 'high' },
    { id: 'tracheostomy', watch: 'high' },
    { id: 'suction' },
    { id: 'enteralTube', watch: 'low' },
  ];

  it('answers with base, watch, class and its source', async () => {
    const { status, json } = await ask('medical-care-score', { assessedOn: '2026-11-22', items });
    expect(status).toBe(200);
    expect(json).toMatchObject({ base: 34, watch: 2, total: 36, class: 3, eligibleA2463: true, ruleSet: 'R8/1' });
    expect(json.source).toContain('別紙14の3');
    expect(json.needsReview).toEqual([]);
    expect((json.notes as { text: string }[])[0]?.text).toContain('気管切開');
    const english = await ask('medical-care-score', { assessedOn: '2026-05-31', items }, { 'accept-language': 'en' });
    expect(english.json.ruleSet).toBe('R6/1');
    expect((english.json.notes as { text: string }[])[0]?.text).toContain('tracheostomy');
  });

  it('names every fault with its path', async () => {
    const wrong = [{ id: 'oxygen', watch: 'mid' }, { id: 'flute' }, { id: 'oxygen' }, { id: 'stoma' }, { id: 'enema' }];
    const answer = await ask('medical-care-score', { assessedOn: 'x', items: wrong, colour: 'red' });
    expect([answer.status, answer.json.code]).toEqual([400, 'bad-input']);
    expect(pathsOf(answer)).toEqual([
      'assessedOn',
      'colour',
      'items.0.watch',
      'items.1.id',
      'items.2.id',
      'items.4.id',
    ]);
  });
});

describe('POST /rules/severe-child-score', () => {
  it('takes plain ids and items with days of their own', async () => {
    const plain = { assessedOn: '2026-11-22', motorFunction: 'lying', items: ['respirator', 'ivh', 'npAirway'] };
    const after = await ask('severe-child-score', { ...plain, stateSince: '2026-05-22' });
    expect(after.json).toMatchObject({ total: 25, class: 'super', earliestOn: '2026-11-22', ruleSet: 'R8/1' });
    const items = [{ id: 'respirator', since: '2026-06-01' }, 'ivh'];
    const mixed = await ask('severe-child-score', { ...plain, items, stateSince: '2026-01-01' });
    expect(mixed.json.items).toEqual([
      { id: 'respirator', countsFrom: '2026-12-01' },
      { id: 'ivh', countsFrom: '2026-07-01' },
    ]);
    expect(mixed.json).toMatchObject({ total: 20, class: 'semi', earliestOn: '2026-07-01' });
  });

  it('names every fault with its path', async () => {
    const items = [
      'ivh',
      'flute',
      { id: 'dialysis', since: 'x', why: 1 },
      'ivh',
      { id: 'colostomy', since: '2026-11-23' },
    ];
    const answer = await ask('severe-child-score', { assessedOn: '2026-11-22', motorFunction: 'lying', items });
    expect(answer.status).toBe(400);
    expect(pathsOf(answer)).toEqual(['items.1', 'items.2.since', 'items.2.why', 'items.3', 'items.4.since']);
  });
});

describe('POST /rules/deadlines', () => {
  it('answers with the days and how they are counted', async () => {
    const { status, json } = await ask('deadlines', { rule: 'c007.order', startsOn: '2026-06-10' });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      lastDay: '2026-12-09',
      ifBlank: '2026-07-09',
      remindOn: '2026-12-09',
      ruleSet: 'R8/1',
    });
    expect(json.counting).toContain('6か月');
  });

  it('looks at no fact that the rule does not ask', async () => {
    const sent = { rule: 'a246.1.screen', admittedOn: '2026-12-28', bornOn: '2020-01-01' };
    expect((await ask('deadlines', sent)).json).toMatchObject({ lastDay: '2026-12-30', remindOn: '2026-12-28' });
  });

  it.each([
    [{ rule: 'c007.order', startsOn: '2026-06-10', endsOn: '2026-12-10' }, ['endsOn']],
    [{ rule: 'c007.order', endsOn: 'x', colour: 1 }, ['colour', 'endsOn', 'startsOn']],
    [{ rule: 'b009.schoolAge' }, ['bornOn', 'on']],
    [{ rule: 'never', admittedOn: '2026-02-30' }, ['admittedOn', 'rule']],
    [{ rule: 'c007.special', consultedOn: '2026-11-30', previousConsultedOn: ['2026-11-01'] }, ['consultedOn']],
    [{ rule: 'b007-3.window', dischargedOn: '2026-05-01' }, ['dischargedOn']],
    [{}, ['rule']],
  ])('refuses %j at %j', async (sent, paths) => {
    const answer = await ask('deadlines', sent);
    expect([answer.status, answer.json.code]).toEqual([400, 'bad-input']);
    expect(pathsOf(answer)).toEqual(paths);
  });
});
