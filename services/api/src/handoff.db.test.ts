import { randomUUID } from 'node:crypto';
import { handoffSectionIds, neededSections } from '@kaerimichi/discharge';
import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'lead', 'childrensHospital', 'こども医療センター');
  await aMember(api.store, { name: 'nurse', org: 'lead' });
  for (const org of ['station', 'other'] as const) {
    await anOrganisation(api.store, org, 'visitingNursingStation', `訪問看護 ${org}`);
    await aMember(api.store, { name: org, org, role: 'visitingNurse' });
  }
  for (const name of ['nurse-lead', 'station-station', 'other-other'])
    tokens[name.split('-')[1] ?? ''] = (await api.store.sessions.open(name))?.token ?? '';
});
afterAll(() => api.stop());

beforeEach(async () => {
  const made = await ask('lead', 'POST', '/cases', {
    lead: 'lead',
    bornOn: '2026-03-01',
    reason: 'x',
    origin: 'ward',
  });
  caseId = String(made.json.id);
});

const ask = (who: string, method: string, path: string, body?: object, match = '"1"') =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': randomUUID(), 'if-match': match },
  });

async function send(who: string, type: string, body: object = {}) {
  const view = await ask('lead', 'GET', `/cases/${caseId}`);
  return ask(who, 'POST', `/cases/${caseId}/events`, { type, ...body }, `"${view.json.version}"`);
}

async function must(who: string, type: string, body: object = {}) {
  const sent = await send(who, type, body);
  expect(sent, type).toMatchObject({ status: 200 });
}

const consentTo = (recipient: string, categories: readonly string[]) =>
  must('lead', 'consent.recorded', {
    consentId: `c-${recipient}`,
    scope: 'recipient',
    recipient,
    categories,
    purpose: 'care',
    from: '2026-12-01',
    givers: [{ relation: 'mother', authority: 'parental' }],
    method: 'paper',
  });

const canaryOf = (id: string) => `canary-${id}`;
const canaries = Object.fromEntries(handoffSectionIds.map(id => [id, canaryOf(id)]));
const needed = Object.fromEntries(neededSections.map(id => [id, 'なし']));

const handoffId = 'h1';
const compose = (texts: object) => must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...texts });
const handoffOf = async () => {
  const { json } = await ask('lead', 'GET', `/cases/${caseId}`);
  return (json.facts as { plan: { handoffs: object[] } }).plan.handoffs[0];
};
const everythingFor = async (who: string): Promise<string> => {
  const paths = [`/cases/${caseId}`, `/cases/${caseId}/events`, `/cases/${caseId}/transitions`];
  const answers = await Promise.all(paths.map(path => ask(who, 'GET', path)));
  return JSON.stringify(answers.map(({ json }) => json));
};

describe('the sections of a handoff', () => {
  it('are read by its recipient as far as the consent and the role go, with what is asked about them', async () => {
    await consentTo('station', ['contacts', 'plan', 'skills', 'money']);
    await compose(canaries);
    expect(await everythingFor('station')).not.toContain('canary-');
    await must('lead', 'handoff.sent', { handoffId });
    for (const section of ['breathing', 'caregiving'])
      await must('station', 'handoff.asked', {
        handoffId,
        questionId: section,
        section,
        question: `canary-q-${section}`,
      });
    for (const section of ['breathing', 'caregiving'])
      await must('lead', 'handoff.answered', { handoffId, questionId: section, answer: `canary-a-${section}` });
    const seen = await everythingFor('station');
    const shown = handoffSectionIds.filter(id => seen.includes(canaryOf(id)));
    // The consent names money, which a visiting nurse does not read; it does not name clinical.
    expect(shown).toEqual(['contacts', 'deviceSettings', 'caregiving']);
    expect(
      ['q-breathing', 'a-breathing', 'q-caregiving', 'a-caregiving'].filter(id => seen.includes(`canary-${id}`)),
    ).toEqual(['q-caregiving', 'a-caregiving']);
    const all = await everythingFor('lead');
    expect(handoffSectionIds.filter(id => !all.includes(canaryOf(id)))).toEqual([]);
  });

  it('are read by nobody else: the case is not there for a stranger', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await compose(canaries);
    await must('lead', 'handoff.sent', { handoffId });
    expect(await ask('other', 'GET', `/cases/${caseId}/events`)).toMatchObject({ status: 404 });
    expect(await everythingFor('other')).not.toContain('canary-');
  });

  it('stay as they are when a new version leaves them out, and only those whose text is another are confirmed anew', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical', 'skills']);
    await compose(needed);
    await must('lead', 'handoff.sent', { handoffId });
    for (const section of neededSections) await must('station', 'handoff.sectionConfirmed', { handoffId, section });
    await compose({ condition: 'なし', medicines: '朝夕', nutrition: '注入は5回' });
    expect(await handoffOf()).toMatchObject({ changed: ['nutrition', 'medicines'] });
    await must('lead', 'handoff.sent', { handoffId });
    expect(await handoffOf()).toMatchObject({ confirmed: ['contacts', 'condition', 'breathing', 'emergencies'] });
    const seen = await everythingFor('station');
    for (const text of ['"emergencies":"なし"', '"medicines":"朝夕"', '"nutrition":"注入は5回"'])
      expect(seen).toContain(text);
  });
});

describe('a refusal about a handoff', () => {
  it('names the sections in the language of whoever asks, and leads to the handoff’s own page', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    const { emergencies: _, ...rest } = needed;
    await compose(rest);
    const fix = { route: `/cases/${caseId}/handoffs/${handoffId}` };
    expect(await send('lead', 'handoff.sent', { handoffId })).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'handoff.unwritten', text: 'まだ書いていない節があります:緊急時。', fix }] },
    });
    await compose({ emergencies: '119' });
    await must('lead', 'handoff.sent', { handoffId });
    await must('station', 'handoff.asked', { handoffId, questionId: 'q1', section: 5, question: '量は' });
    expect(await send('station', 'handoff.accepted', { handoffId, withConditions: false })).toMatchObject({
      status: 409,
      json: {
        reasons: [
          { code: 'handoff.question', text: '回答を待っている質問があります:栄養・胃瘻。', fix, turn: { org: 'lead' } },
        ],
      },
    });
  });
});
