import { handoffSectionIds, neededSections } from '@kaerimichi/discharge';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseAsker } from './testing/case-asker.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const organisations = {
    lead: ['childrensHospital', 'こども医療センター'],
    station: ['visitingNursingStation', '訪問看護 station'],
    other: ['visitingNursingStation', '訪問看護 other'],
  } as const;
  const people = { lead: ['lead'], station: ['station', 'visitingNurse'], other: ['other', 'visitingNurse'] } as const;
  Object.assign(tokens, await startPeople(api, organisations, people));
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

const { ask, send, must, consentTo } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => 'lead' });

const canaryOf = (id: string) => `canary-${id}`;
const canaries = Object.fromEntries([...handoffSectionIds, 'contactsNight'].map(id => [id, canaryOf(id)]));
const needed = Object.fromEntries([...neededSections({ devices: [] }), 'contactsNight'].map(id => [id, 'なし']));

const handoffId = 'h1';
const compose = (texts: object) => must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...texts });
const handoffOf = async () => {
  const { json } = await ask('lead', 'GET', `/cases/${caseId}`);
  return (json.facts as { plan: { handoffs: object[] } }).plan.handoffs[0];
};
const everythingFor = async (who: string): Promise<string> => {
  const paths = ['', '/events', '/transitions', '/handoffs'].map(part => `/cases/${caseId}${part}`);
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
    for (const section of neededSections({ devices: [] }))
      await must('station', 'handoff.sectionConfirmed', { handoffId, section });
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
    const fix = (event: string, page = '') => ({ event, route: `/cases/${caseId}/handoffs/${handoffId}${page}` });
    expect(await send('lead', 'handoff.sent', { handoffId })).toMatchObject({
      status: 409,
      json: {
        reasons: [
          {
            code: 'handoff.unwritten',
            text: 'まだ書いていない項目があります:緊急時。',
            fix: fix('handoff.composed', '/revise'),
          },
        ],
      },
    });
    await compose({ emergencies: '119' });
    await must('lead', 'handoff.sent', { handoffId });
    await must('station', 'handoff.asked', { handoffId, questionId: 'q1', section: 5, question: '量は' });
    expect(await send('station', 'handoff.accepted', { handoffId, withConditions: false })).toMatchObject({
      status: 409,
      json: {
        reasons: [
          {
            code: 'handoff.question',
            text: '回答を待っている質問があります:栄養・胃瘻。',
            fix: fix('handoff.answered'),
            turn: { org: 'lead' },
          },
        ],
      },
    });
  });
});

type Section = { id: string; shared: boolean; text: string | null; before: string | null; confirmed: object | null };
type Handoff = {
  id: string;
  status: string;
  sections: Section[];
  clock: { step: string; name: string }[];
  can: string[];
};
const handoffsFor = async (who: string) =>
  (await ask(who, 'GET', `/cases/${caseId}/handoffs`)).json.handoffs as (Handoff & Record<string, unknown>)[];

describe('a handoff as its two ends read it', () => {
  it('shows the same clock to both, each its own steps, and what changed in the newest version', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await compose(needed);
    await must('lead', 'handoff.sent', { handoffId });
    expect((await handoffsFor('station'))[0]).toMatchObject({ side: 'receiver', status: 'sent', turn: 'receiver' });
    await must('station', 'handoff.opened', { handoffId });
    await must('station', 'handoff.sectionConfirmed', { handoffId, section: 'medicines' });
    await must('station', 'handoff.asked', { handoffId, questionId: 'q1', section: 'breathing', question: '圧は' });
    await must('lead', 'handoff.answered', { handoffId, questionId: 'q1', answer: '20kPa' });
    await compose({ breathing: '吸引は20kPaまで' });
    // What is being written is the lead's own.
    expect(JSON.stringify(await handoffsFor('station'))).not.toContain('吸引は20kPaまで');
    await must('lead', 'handoff.sent', { handoffId });
    const [there] = await handoffsFor('station');
    const [here] = await handoffsFor('lead');
    expect(there?.clock.filter(({ step }) => step !== 'handoff.composed')).toEqual(
      here?.clock.filter(({ step }) => step !== 'handoff.composed'),
    );
    const breathing = there?.sections.find(({ id }) => id === 'breathing');
    expect(breathing).toMatchObject({
      text: '吸引は20kPaまで',
      before: 'なし',
      confirmed: null,
      questions: [{ text: '圧は', answer: { text: '20kPa' } }],
    });
    expect(there?.sections.find(({ id }) => id === 'medicines')).toMatchObject({
      before: null,
      confirmed: { org: '訪問看護 station' },
    });
    expect(there?.sections.find(({ id }) => id === 'schemes')).toMatchObject({ shared: false, text: null });
    expect([there?.can.includes('handoff.accepted'), here?.can.includes('handoff.accepted')]).toEqual([true, false]);
    expect([there?.can.includes('handoff.withdrawn'), here?.can.includes('handoff.withdrawn')]).toEqual([false, true]);
  });

  it('is decided anew in each version', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await compose(needed);
    await must('lead', 'handoff.sent', { handoffId });
    for (const section of neededSections({ devices: [] }))
      await must('station', 'handoff.sectionConfirmed', { handoffId, section });
    const acceptance = { handoffId, withConditions: true, conditions: '週3日' };
    expect(await send('station', 'handoff.accepted', acceptance)).toMatchObject({
      status: 409,
      json: {
        reasons: [
          {
            code: 'handoff.firstVisit',
            turn: { org: 'station', role: 'visitingNurse' },
            fix: { event: 'handoff.accepted', route: `/cases/${caseId}/handoffs/${handoffId}` },
          },
        ],
      },
    });
    await must('station', 'handoff.accepted', { ...acceptance, firstVisitOn: '2026-12-09' });
    for (const end of ['lead', 'station'])
      expect((await handoffsFor(end))[0]).toMatchObject({
        decision: { text: '週3日', reason: null, firstVisitOn: '2026-12-09' },
        turn: null,
      });
    // The version went out, and nothing new is written: it is not offered to be sent again.
    expect((await handoffsFor('lead'))[0]?.can).not.toContain('handoff.sent');
    await compose({ medicines: '朝夕' });
    await must('lead', 'handoff.sent', { handoffId });
    expect((await handoffsFor('lead'))[0]).toMatchObject({ decision: null, turn: 'receiver' });
  });

  it('is not there for a stranger, and for whoever declined only as far as the lead remembers', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await compose(needed);
    await must('lead', 'handoff.sent', { handoffId });
    expect(await ask('other', 'GET', `/cases/${caseId}/handoffs`)).toMatchObject({ status: 404 });
    expect(await ask('other', 'GET', `/cases/${caseId}/handoff-proposal`)).toMatchObject({ status: 404 });
    await must('station', 'handoff.declined', { handoffId, declineReason: 'noCapacity', note: '来月なら' });
    expect(await ask('station', 'GET', `/cases/${caseId}/handoffs`)).toMatchObject({ status: 404 });
    for (const id of ['h2', 'h3']) {
      await must('lead', 'handoff.composed', { handoffId: id, outside: '島の訪問看護', ...needed });
      await must('lead', 'handoff.withdrawn', { handoffId: id });
    }
    expect((await handoffsFor('lead')).map(({ id, status, outside }) => [id, status, outside])).toEqual([
      ['h1', 'declined', null],
      ['h2', 'withdrawn', '島の訪問看護'],
      ['h3', 'withdrawn', '島の訪問看護'],
    ]);
  });

  it('stands in the boxes of both, where the turn is', async () => {
    const box = async (who: string, name: string) =>
      ((await ask(who, 'GET', `/handoffs?box=${name}`)).json.handoffs as { caseId: string }[]).filter(
        row => row.caseId === caseId,
      );
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await compose(needed);
    expect(await box('lead', 'out')).toMatchObject([
      { status: 'draft', turn: 'sender', with: { id: 'station' }, replyDueOn: null },
    ]);
    expect(await box('station', 'in')).toEqual([]);
    await must('lead', 'handoff.sent', { handoffId });
    expect(await box('station', 'in')).toMatchObject([
      {
        status: 'sent',
        turn: 'receiver',
        with: { name: 'こども医療センター' },
        sentOn: '2026-12-01',
        replyDueOn: '2026-12-03',
        openQuestions: 0,
      },
    ]);
    await must('station', 'handoff.asked', { handoffId, questionId: 'q', section: 'breathing', question: '?' });
    expect(await box('lead', 'out')).toMatchObject([{ status: 'questioned', turn: 'sender', openQuestions: 1 }]);
    expect([await box('lead', 'in'), await box('station', 'out'), await box('other', 'in')]).toEqual([[], [], []]);
  });
});

describe('a proposal for a handoff', () => {
  it('says what is recorded, section by section, with source and day', async () => {
    await must('lead', 'contacts.recorded', { when: 'night', contact: '当直 045-000-0000' });
    await must('lead', 'contacts.recorded', { when: 'day', contact: '旧い支援室' });
    await must('lead', 'contacts.recorded', { when: 'day', contact: '支援室 045-000-0001' });
    await must('lead', 'skill.assessed', { procedure: 'suctionOral', caregiver: 'grandparent-2', level: 4 });
    const proposed = async () =>
      (await ask('lead', 'GET', `/cases/${caseId}/handoff-proposal`)).json.sections as { id: string }[];
    const sections = await proposed();
    const [first, ...others] = handoffSectionIds;
    expect(sections.map(({ id }) => id)).toEqual([first, 'contactsNight', ...others]);
    expect(sections[0]).toMatchObject({
      text: '日中:支援室 045-000-0001',
      sources: [{ label: '連絡先・緊急時の経路を記録した', on: '2026-12-01' }],
      old: false,
    });
    expect(sections[1]).toMatchObject({ text: '夜間・休日:当直 045-000-0000' });
    expect(sections.find(({ id }) => id === 'caregiving')).toMatchObject({
      text: '吸引(口鼻):祖父母(2人目)はひとりでできる',
    });
    expect(sections.find(({ id }) => id === 'medicines')).toMatchObject({ text: '', sources: [], old: false });
    expect(await ask('station', 'GET', `/cases/${caseId}/handoff-proposal`)).toMatchObject({ status: 404 });
  });
});
