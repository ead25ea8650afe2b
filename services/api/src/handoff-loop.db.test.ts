import { randomUUID } from 'node:crypto';
import { neededSections } from '@kaerimichi/discharge';
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
    hub: ['hub', '連携拠点'],
  } as const;
  const people = {
    lead: ['lead'],
    station: ['station', 'visitingNurse'],
    other: ['other', 'visitingNurse'],
    hub: ['hub', 'coordinator'],
  } as const;
  Object.assign(tokens, await startPeople(api, organisations, people));
});
afterAll(() => api.stop());

const { ask, send, must, consentTo } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => 'lead' });
const needed = Object.fromEntries([...neededSections({ devices: [] }), 'contactsNight'].map(id => [id, 'なし']));
const handoffId = 'h1';
type Seen = {
  readonly saidBack: readonly { topic: string; text: string | null; said: string | null; question: string }[];
  readonly hash: string | null;
  readonly decision: { suggestion: string | null; version: number | null; hash: string | null } | null;
  readonly paper: readonly { answer: string; saidBy: string; heardBy: string | null; version: number }[];
  readonly status: string;
};
const seen = async (who: string, id = handoffId): Promise<Seen | undefined> => {
  const { json } = await ask(who, 'GET', `/cases/${caseId}/handoffs`);
  return (json.handoffs as (Seen & { id: string })[]).find(one => one.id === id);
};
const tasksOf = async (who: string) => {
  const { json } = await ask(who, 'GET', '/tasks');
  return (json.tasks as { caseId: string; kind: string; what: { ja: string }; route: string }[])
    .filter(task => task.caseId === caseId && task.kind === 'handoff')
    .map(({ what }) => what.ja);
};

beforeEach(async () => {
  const body = { lead: 'lead', bornOn: '2026-03-01', reason: 'x', origin: 'ward', needs: ['tracheostomy'] };
  caseId = String((await ask('lead', 'POST', '/cases', body)).json.id);
});

describe('what is said back', () => {
  const sent = async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...needed });
    await must('lead', 'handoff.sent', { handoffId, teachBack: true });
  };
  const answer = (topic: string, body: object) => must('station', 'handoff.taughtBack', { handoffId, topic, ...body });

  it('is asked of the receiver, reaches the sender as something to talk over, and nobody else', async () => {
    await sent();
    const asked = (await seen('station'))?.saidBack.map(({ topic }) => topic) ?? [];
    expect(asked).toEqual(['airwayOut', 'whomAtNight', 'unlikeUsual']);
    await answer('airwayOut', { sure: false, inOwnWords: 'canary-予備の場所' });
    expect(await tasksOf('lead')).toEqual(['引き継ぎ:受け手の自信がないところを話して確かめる']);
    expect((await seen('lead'))?.saidBack[0]).toMatchObject({ said: 'unsure', text: 'canary-予備の場所' });
    expect(JSON.stringify((await ask('other', 'GET', `/cases/${caseId}/handoffs`)).json)).not.toContain('canary');
    await must('lead', 'handoff.talkedOver', { handoffId, topic: 'airwayOut', outcome: 'talked', heard: '電話で' });
    expect(await tasksOf('lead')).toEqual([]);
    const notYours = { handoffId, topic: 'airwayOut', outcome: 'agreed' };
    expect((await send('station', 'handoff.talkedOver', notYours)).status).toBe(403);
  });

  it('keeps the acceptance back until it is said, never the reading, and the acceptance is bound to what was read', async () => {
    await sent();
    for (const section of neededSections({ devices: [] }))
      await must('station', 'handoff.sectionConfirmed', { handoffId, section });
    const { hash } = (await seen('station')) ?? {};
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const acceptance = { handoffId, withConditions: false, firstVisitOn: '2026-12-09', readHash: hash };
    expect(await send('station', 'handoff.accepted', acceptance)).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'handoff.teachBack', fix: { route: `/cases/${caseId}/handoffs/${handoffId}` } }] },
    });
    for (const topic of ['airwayOut', 'whomAtNight', 'unlikeUsual']) await answer(topic, { sure: false });
    const other = { ...acceptance, readHash: 'a'.repeat(64) };
    expect(await send('station', 'handoff.accepted', other)).toMatchObject({
      json: { reasons: [{ code: 'handoff.otherVersion' }] },
    });
    await must('station', 'handoff.accepted', acceptance);
    expect((await seen('lead'))?.decision).toMatchObject({ version: 1, hash });
  });
});

describe('after somebody declined', () => {
  it('the sender reads who else might take the child, with reasons, and whom the receiver names; nobody else does', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...needed });
    await must('lead', 'handoff.sent', { handoffId });
    const path = `/cases/${caseId}/handoffs/${handoffId}/suggestions`;
    expect((await ask('lead', 'GET', path)).status).toBe(404);
    await must('station', 'handoff.declined', { handoffId, declineReason: 'hours', suggestion: '訪問看護 other' });
    expect((await seen('lead'))?.decision).toMatchObject({ suggestion: '訪問看護 other' });
    const { json } = await ask('lead', 'GET', path);
    expect(json.suggestions).toMatchObject([
      {
        org: 'other',
        name: '訪問看護 other',
        reasons: ['ネットワークの組織(このまま送れます)'],
        lacks: expect.arrayContaining(['24時間対応']),
      },
    ]);
    for (const who of ['station', 'other', 'hub']) expect((await ask(who, 'GET', path)).status, who).not.toBe(200);
  });
});

describe('the sections of a handoff', () => {
  it('say when their text came as it stands, which a new version of another section does not change', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    await must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...needed });
    await must('lead', 'handoff.sent', { handoffId });
    const times = async () => {
      const { json } = await ask('station', 'GET', `/cases/${caseId}/handoffs`);
      const [first] = json.handoffs as { sections: { id: string; updatedAt: string | null }[] }[];
      const of = (id: string) => first?.sections.find(section => section.id === id)?.updatedAt ?? null;
      return [of('condition'), of('medicines'), of('nutrition')];
    };
    const [begun] = await times();
    expect(await times()).toEqual([begun, begun, null]);
    api.clock.advance({ minutes: 5 });
    await must('lead', 'handoff.composed', { handoffId, medicines: '朝夕' });
    await must('lead', 'handoff.sent', { handoffId });
    expect(await times()).toEqual([begun, api.clock.now(), null]);
  });
});

describe('a handoff without whom to call at night', () => {
  it('is not sent before it is written, or recorded for the case', async () => {
    await consentTo('station', ['contacts', 'plan', 'clinical']);
    const { contactsNight: _none, ...rest } = needed;
    await must('lead', 'handoff.composed', { handoffId, recipient: 'station', ...rest });
    expect(await send('lead', 'handoff.sent', { handoffId })).toMatchObject({
      json: { reasons: [{ code: 'handoff.nightContact' }] },
    });
    await must('lead', 'contacts.recorded', { when: 'night', contact: '当直' });
    await must('lead', 'handoff.sent', { handoffId });
  });
});

describe('a handoff on paper', () => {
  const print = () =>
    fetch(`${api.url}/cases/${caseId}/handoffs/${handoffId}/packet.pdf`, {
      headers: { cookie: `kaerimichi_session=${tokens.lead}` },
    });
  const answer = (body: object) => api.ask('POST', '/handoff-papers/answers', { body });
  const said = { saidBy: '島の診療所 山口', answer: 'paperRead' };
  /** As it stands on the paper: of the table only its hash is kept. */
  const codeOf = async (version = 1) =>
    (await api.store.handoffPackets.print({ caseId, handoffId, version }, 'm-test')).code;
  const compose = async () => {
    await must('lead', 'handoff.composed', { handoffId, outside: '島の診療所', ...needed });
  };

  it('is a PDF of what was sent, for whoever leads, and not of a draft or of a handoff inside the network', async () => {
    await compose();
    expect((await print()).status).toBe(404);
    await must('lead', 'handoff.sent', { handoffId });
    const printed = await print();
    expect([printed.status, printed.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await printed.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const papers = await api.store.handoffPackets.ofCase(caseId);
    expect(papers).toMatchObject([{ handoffId, version: 1 }]);
    const path = `/cases/${caseId}/handoffs/${handoffId}/packet.pdf`;
    for (const who of ['station', 'hub']) expect((await ask(who, 'GET', path)).status, who).not.toBe(200);
  });

  it('is answered without an account by its code, for the version that was printed; nothing is told', async () => {
    await compose();
    await must('lead', 'handoff.sent', { handoffId });
    const code = await codeOf();
    const { status, json } = await answer({ ...said, code: code.toLowerCase() });
    expect([status, json]).toEqual([200, { outdated: false }]);
    expect(await seen('lead')).toMatchObject({
      status: 'opened',
      paper: [{ answer: 'paperRead', saidBy: '島の診療所 山口', heardBy: null, version: 1 }],
    });
    // Another partner reads the plan, and nothing of a handoff that is not its own.
    await consentTo('other', ['plan', 'clinical']);
    await must('lead', 'candidate.asked', { candidateId: 't', function: 'visitingNurse', organisation: 'other' });
    await must('other', 'candidate.answered', { candidateId: 't', answer: 'accepted' });
    const events = await ask('other', 'GET', `/cases/${caseId}/events`);
    expect(events.status).toBe(200);
    expect(JSON.stringify(events.json)).not.toMatch(/山口|paperAcknowledged/);
    await compose();
    await must('lead', 'handoff.sent', { handoffId });
    expect((await answer({ ...said, code, answer: 'paperTaken' })).json).toEqual({ outdated: true });
    expect((await seen('lead'))?.status).not.toBe('accepted');
    await answer({ ...said, code: await codeOf(2), answer: 'paperCallMe' });
    expect(await tasksOf('lead')).toContain('引き継ぎ:紙の引き継ぎの相手に電話する');
    await answer({ ...said, code: await codeOf(2), answer: 'paperTaken' });
    expect(await seen('lead')).toMatchObject({ status: 'accepted' });
    expect(await tasksOf('lead')).toEqual([]);
  });

  it('is answered by telephone to a coordinator, who sees nothing of the child, and to nobody else', async () => {
    await compose();
    await must('lead', 'handoff.sent', { handoffId });
    const code = await codeOf();
    const hear = (who: string, more = {}) =>
      api.ask('POST', '/handoff-papers/heard', {
        token: tokens[who] ?? '',
        headers: { 'idempotency-key': randomUUID() },
        body: { ...said, code, saidAt: '2026-11-30T23:50:00.000Z', ...more },
      });
    expect((await hear('station')).status).toBe(403);
    expect((await hear('hub', { saidAt: '2026-12-02T00:00:00.000Z' })).status).toBe(400);
    expect(await hear('hub')).toMatchObject({ status: 200, json: { outdated: false } });
    expect((await seen('lead'))?.paper).toMatchObject([{ saidBy: '島の診療所 山口', heardBy: expect.any(String) }]);
  });

  it('is guessed by nobody: past ten wrong codes none is compared, and a used up code is as one that never was', async () => {
    await compose();
    await must('lead', 'handoff.sent', { handoffId });
    const code = await codeOf();
    const statuses: number[] = [];
    for (let n = 0; n < 11; n++) statuses.push((await answer({ ...said, code })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 404]);
    const fresh = await codeOf();
    const wrong: number[] = [];
    for (let n = 0; n < 10; n++) wrong.push((await answer({ ...said, code: `ZZZZ-ZZZZ-ZZ${10 + n}` })).status);
    expect(new Set(wrong)).toEqual(new Set([404, 429]));
    expect((await answer({ ...said, code: fresh })).status).toBe(429);
  });
});
