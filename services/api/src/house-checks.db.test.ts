import { randomUUID } from 'node:crypto';
import type { Checklists, RuleSetPreview } from '@kaerimichi/contracts';
import { rulesOf, tokyoDay } from '@kaerimichi/discharge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';
const today = '2026-12-01';

const ask = (name: string, method: string, path: string, body?: object, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', headers: { 'idempotency-key': randomUUID(), ...headers }, body });
async function must(name: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const { json } = await ask('nurse', 'GET', `/cases/${child}`);
  const sent = await ask(name, 'POST', `/cases/${child}/events`, body, { 'if-match': `"${json.version}"` });
  expect([body.type, sent.status, sent.json]).toEqual([body.type, 200, expect.anything()]);
}
const listsOf = async (name: string) =>
  (await ask(name, 'GET', `/cases/${child}/checklists`)).json as unknown as Checklists;

beforeAll(async () => {
  api = await startTestApi(`${today}T00:00:00.000Z`);
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', station: 'visitingNursingStation', city: 'municipality' },
    {
      nurse: ['hospital'],
      matron: ['hospital', 'dischargeNurse', ['mayWaive', 'orgAdmin']],
      keeper: ['hospital', 'admin', ['orgAdmin']],
      health: ['city', 'publicHealthNurse'],
    },
  );
  const registration = { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', 'POST', '/cases', { ...registration, needs: ['ventilator'] });
  child = String(made.json.id);
  await must('nurse', {
    type: 'candidate.asked',
    candidateId: 't',
    function: 'publicHealthNurse',
    organisation: 'city',
  });
  await must('health', { type: 'candidate.answered', candidateId: 't', answer: 'accepted' });
  await must('nurse', {
    ...{
      type: 'consent.recorded',
      consentId: 'c',
      scope: 'recipient',
      recipient: 'city',
      categories: ['plan', 'contacts'],
    },
    ...{ purpose: 'care', from: today, method: 'paper', givers: [{ relation: 'mother', authority: 'parental' }] },
  });
  await must('nurse', { type: 'checklist.chosen', templates: ['everyChild', 'ventilator'], owner: 'nurse-hospital' });
});
afterAll(() => api.stop());

const content = {
  checks: {
    added: [
      {
        ...{ id: 'house-all-park', section: 'otherChecks', templates: ['everyChild'] },
        words: { ja: '退院日の駐車場を頼む', en: 'Ask for parking' },
      },
      {
        ...{ id: 'house-need-water', section: 'supplies', templates: ['ventilator'] },
        words: { ja: '加湿の水を渡す', en: 'Hand over water' },
      },
    ],
    without: { ventilator: ['circuitSpare'] },
    renamed: { evacuation: { ja: '市の名簿のことを話す', en: 'Talk about the register of the city' } },
  },
};

async function publishAndAdopt(): Promise<void> {
  expect(await ask('matron', 'PUT', '/rule-sets/draft', { revision: 0, content })).toMatchObject({ status: 200 });
  const { status } = await ask('matron', 'POST', '/rule-sets/versions', { revision: 1, fromOn: today });
  expect(status).toBe(201);
  for (const { org, version, content: published } of await api.store.ruleSets.listPending(tokyoDay(api.clock.now())))
    await api.casework.sendTimeEvent(child, {
      type: 'rules.adopted',
      body: rulesOf(published, { lead: org, version }),
    });
}

describe('what a house asks to check', () => {
  it('is refused with the rule that forbids it', async () => {
    const wrong = { checks: { without: { everyChild: ['contactsBoth'] } } };
    const { status, json } = await ask('matron', 'PUT', '/rule-sets/draft', { revision: 0, content: wrong });
    expect(status).toBe(400);
    expect(json.issues).toEqual([
      { path: 'content.checks.without.everyChild.0', message: expect.stringContaining('条件') },
    ]);
  });

  it('is told before it is published: which child is offered what, to whom the card tells the needs', async () => {
    const previewed = async (who: string) =>
      (await ask(who, 'POST', '/rule-sets/preview', { content, fromOn: today })).json as unknown as RuleSetPreview;
    expect(await previewed('matron')).toMatchObject({
      counts: { touched: 1, checks: 1, dates: 0 },
      cases: [
        {
          id: child,
          offered: [{ ja: '退院日の駐車場を頼む' }, { ja: '加湿の水を渡す' }],
          gone: [{ ja: '呼吸器の予備の回路と加温加湿の水を用意する' }],
        },
      ],
    });
    expect(await previewed('keeper')).toMatchObject({ counts: { checks: 1 }, cases: [] });
  });

  it('is offered where the template was chosen, and comes with its words when it is wanted', async () => {
    await publishAndAdopt();
    const before = await listsOf('nurse');
    expect(before.additions).toMatchObject([
      { template: 'everyChild', words: [{ ja: '退院日の駐車場を頼む' }] },
      { template: 'ventilator', words: [{ ja: '加湿の水を渡す' }] },
    ]);
    const idsOf = ({ checks }: Checklists) => checks.map(({ id }) => id);
    expect(idsOf(before)).not.toContain('circuitSpare');
    expect(before.checks.find(({ id }) => id === 'evacuation')?.words?.ja).toBe('市の名簿のことを話す');
    await must('nurse', { type: 'checklist.chosen', templates: ['everyChild', 'ventilator'] });
    const after = await listsOf('nurse');
    expect(after.additions).toEqual([]);
    expect(after.checks.find(({ id }) => id === 'house-need-water')).toMatchObject({
      ...{ words: { ja: '加湿の水を渡す' }, section: 'supplies', owner: 'nurse-hospital', templates: ['ventilator'] },
      ...{ condition: null, maySet: true },
    });
    // A partner that reads the plan alone is told what every child is asked, and nothing of the need.
    const told = await listsOf('health');
    expect(idsOf(told)).toContain('house-all-park');
    expect(JSON.stringify(told)).not.toMatch(/house-need|加湿|ventilator/);
    const { json } = await ask('health', 'GET', `/cases/${child}/events`);
    const chosen = (json.events as { type: string; body: object }[]).filter(({ type }) => type === 'checklist.chosen');
    expect(chosen).toHaveLength(2);
    for (const { body } of chosen) expect(Object.keys(body)).not.toContain('house');
  });

  it('is a task of its owner in the words of the house, and is said so in the history', async () => {
    const { json } = await ask('nurse', 'GET', '/tasks');
    const tasks = json.tasks as { kind: string; ref: string; what: { ja: string } }[];
    expect(tasks.find(({ ref }) => ref === 'house-need-water')?.what.ja).toBe('チェック:加湿の水を渡す');
    const { json: pathway } = await ask('nurse', 'GET', '/pathway');
    expect(pathway.words).toMatchObject({ 'house-need-water': { ja: '加湿の水を渡す' } });
    expect((await ask('health', 'GET', '/pathway')).json.words).not.toHaveProperty('house-need-water');
  });
});
