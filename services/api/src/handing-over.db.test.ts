import { neededSections } from '@kaerimichi/discharge';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseAsker } from './testing/case-asker.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId = '';
/** Whose nurse reads the version before something is sent: a nurse of whoever leads. */
let leading = 'first';
const tokens: Record<string, string> = {};

const organisations = {
  first: 'hospital',
  second: 'hospital',
  wrong: 'hospital',
  station: 'visitingNursingStation',
  other: 'visitingNursingStation',
} as const;
const people = {
  first: ['first'],
  colleague: ['first'],
  second: ['second'],
  wrong: ['wrong'],
  station: ['station', 'visitingNurse'],
  other: ['other', 'visitingNurse'],
} as const;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  Object.assign(tokens, await startPeople(api, organisations, people));
});
afterAll(() => api.stop());

beforeEach(async () => {
  leading = 'first';
  const registration = { lead: 'first', bornOn: '2026-03-01', reason: 'canary-reason', origin: 'ward' };
  caseId = String((await ask('first', 'POST', '/cases', registration)).json.id);
});

const { ask, send, must, ...asker } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => leading });
const versionNow = async () => Number((await ask(leading, 'GET', `/cases/${caseId}`)).json.version);
const consentTo = (recipient: string, categories = ['contacts', 'clinical', 'plan'], consentId?: string) =>
  asker.consentTo(recipient, categories, consentId);

const names = [...neededSections({ devices: [] }), 'contactsNight'];
const texts = Object.fromEntries(names.map(id => [id, `canary-${id}`]));

async function hand(handoffId: string, recipient: string, who = leading): Promise<void> {
  await must(who, 'handoff.composed', { handoffId, recipient, ...texts });
  await must(who, 'handoff.sent', { handoffId });
}

async function handLeadTo(organisation: string): Promise<void> {
  await consentTo(organisation);
  await must('first', 'lead.offered', { organisation, note: 'canary-offer' });
  await must(organisation, 'lead.accepted');
  leading = organisation;
}

const statusFor = async (who: string) => (await ask(who, 'GET', `/cases/${caseId}`)).status;
const handoffsFor = async (who: string) =>
  (await ask(who, 'GET', `/cases/${caseId}/handoffs`)).json.handoffs as { id: string; status: string; can: string[] }[];
const historyFor = async (who: string) =>
  (await ask(who, 'GET', `/cases/${caseId}/events?limit=500`)).json.events as {
    type: string;
    by: { name: string | null; org: string | null };
  }[];
const everythingFor = async (who: string): Promise<string> => {
  const paths = ['', '/events?limit=500', '/handoffs'].map(part => `/cases/${caseId}${part}`);
  return JSON.stringify((await Promise.all(paths.map(path => ask(who, 'GET', path)))).map(({ json }) => json));
};
const boardOf = async (who: string): Promise<string> => JSON.stringify((await ask(who, 'GET', '/board')).json);

describe('CARE #400: whoever receives a child takes it over with the knowledge of whoever hands it over', () => {
  it('not without having been offered the lead, although it takes part and sees everything', async () => {
    await must('first', 'candidate.asked', { candidateId: 't', function: 'regionalHospital', organisation: 'second' });
    await must('second', 'candidate.answered', { candidateId: 't', answer: 'accepted' });
    await consentTo('second');
    expect(await send('second', 'lead.accepted')).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'lead.notOffered' }] },
    });
    expect(await send('second', 'lead.offered', { organisation: 'second' })).toMatchObject({ status: 403 });
    expect(await send('second', 'screening.completed')).toMatchObject({ status: 403 });
    const { json } = await ask('first', 'GET', `/cases/${caseId}`);
    expect(json).toMatchObject({ stage: 'screening', class: 'full' });
  });

  it('and where it moves the case itself, its sender reads who did, and sees the card where it stands now', async () => {
    await must('first', 'case.adopted', { stage: 'discharged', since: '2026-11-30', source: 'paper' });
    await must('first', 'candidate.asked', { candidateId: 't', function: 'visitingNurse', organisation: 'station' });
    await must('station', 'candidate.answered', { candidateId: 't', answer: 'accepted' });
    await consentTo('station');
    const visit = { visitId: 'v1', visitKind: 'first', plannedOn: '2026-12-01', accompanied: true };
    await must('station', 'visit.planned', visit);
    await must('station', 'firstVisit.begun');
    expect((await historyFor('first')).at(-1)).toMatchObject({
      type: 'firstVisit.begun',
      by: { name: 'station', org: 'station' },
    });
    const { columns, rows } = (await ask('first', 'GET', '/board')).json as { columns: string[]; rows: unknown[][] };
    const row = rows.find(values => values[columns.indexOf('id')] === caseId);
    expect(row?.[columns.indexOf('stage')]).toBe('firstVisit');
  });
});

describe('CARE #667: a wrong request holds up no right one, and is taken back by those whom it concerns', () => {
  it('a handoff to the wrong station, by any nurse of the lead', async () => {
    for (const org of ['other', 'station']) await consentTo(org);
    await hand('h-wrong', 'other');
    await hand('h-right', 'station');
    expect(await handoffsFor('station')).toMatchObject([{ id: 'h-right', status: 'sent' }]);
    await must('colleague', 'handoff.withdrawn', { handoffId: 'h-wrong', note: '取り違え' });
    expect([await statusFor('other'), await statusFor('station')]).toEqual([404, 200]);
  });

  it('what a hospital had sent and asked before, by the one that leads now', async () => {
    await consentTo('station');
    await must('first', 'candidate.asked', { candidateId: 't', function: 'visitingNurse', organisation: 'other' });
    await hand('h-old', 'station');
    await handLeadTo('second');
    expect(await handoffsFor('second')).toMatchObject([
      { id: 'h-old', status: 'sent', can: expect.arrayContaining(['handoff.withdrawn']) },
    ]);
    await hand('h-new', 'station');
    await must('second', 'handoff.withdrawn', { handoffId: 'h-old' });
    await must('second', 'candidate.answered', { candidateId: 't', answer: 'ended' });
    expect([await statusFor('other'), await statusFor('first')]).toEqual([404, 404]);
    const known = (await handoffsFor('station')).filter(({ status }) => status !== 'withdrawn');
    expect(known).toMatchObject([{ id: 'h-new', status: 'sent' }]);
  });

  it('the lead offered to the wrong hospital, by any nurse of the lead', async () => {
    await must('first', 'lead.offered', { organisation: 'wrong' });
    const seq = await versionNow();
    await consentTo('wrong');
    await must('colleague', 'entry.corrected', { seq, reason: '病院の取り違え' });
    expect(await send('wrong', 'lead.accepted')).toMatchObject({ status: 404 });
    await handLeadTo('second');
    expect([await statusFor('second'), await statusFor('first')]).toEqual([200, 404]);
  });
});

describe('a handoff within a plan that the family has not opened', () => {
  it('is not sent; closed afterwards, it is not there for its recipient: not read, not offered, not answered', async () => {
    await must('first', 'candidate.asked', { candidateId: 't', function: 'visitingNurse', organisation: 'station' });
    await must('station', 'candidate.answered', { candidateId: 't', answer: 'accepted' });
    await consentTo('station', ['contacts', 'clinical']);
    const handoffId = 'h1';
    await must('first', 'handoff.composed', { handoffId, recipient: 'station', ...texts });
    expect(await send('first', 'handoff.sent', { handoffId })).toMatchObject({
      status: 409,
      json: {
        reasons: [
          {
            code: 'handoff.planNotShared',
            turn: { org: 'first', role: 'dischargeNurse' },
            fix: { route: `/cases/${caseId}/record/consent.recorded?scope=recipient&recipient=station` },
          },
        ],
      },
    });
    await consentTo('station', ['plan'], 'c-plan');
    await must('first', 'handoff.sent', { handoffId });
    await must('station', 'handoff.sectionConfirmed', { handoffId, section: 'condition' });
    await must('first', 'hold.added', { holdId: 'w1', code: 'awaitingReply', recheckOn: '2026-12-20' });
    await must('first', 'consent.withdrawn', { consentId: 'c-plan' });
    expect(await handoffsFor('station')).toEqual([]);
    const { can } = (await ask('station', 'GET', `/cases/${caseId}`)).json as { can: string[] };
    expect(can.filter(type => type.startsWith('handoff.') || type === 'hold.removed')).toEqual([]);
    const acts = [
      ['handoff.sectionConfirmed', { handoffId, section: 'contacts' }],
      ['handoff.asked', { handoffId, questionId: 'q1', section: 'breathing', question: '圧は' }],
      ['handoff.accepted', { handoffId, withConditions: false, firstVisitOn: '2026-12-09' }],
      ['hold.removed', { holdId: 'w1' }],
    ] as const;
    for (const [type, body] of acts)
      expect(await send('station', type, body), type).toMatchObject({
        status: 409,
        json: { reasons: [{ code: 'item.unknown' }] },
      });
  });
});

describe('CARE #840: what was written for the handing over is there after it', () => {
  it('for a station that has accepted: each section, question, answer and condition', async () => {
    await consentTo('station');
    await hand('h1', 'station');
    const handoffId = 'h1';
    const about = { handoffId, questionId: 'q1' };
    await must('station', 'handoff.asked', { ...about, section: 'nutrition', question: 'canary-question' });
    await must('first', 'handoff.answered', { ...about, answer: 'canary-answer' });
    for (const section of neededSections({ devices: [] }))
      await must('station', 'handoff.sectionConfirmed', { handoffId, section });
    const before = await everythingFor('station');
    const words = [...Object.values(texts), 'canary-question', 'canary-answer'];
    expect(words.filter(word => !before.includes(word))).toEqual([]);
    await must('station', 'handoff.accepted', {
      ...{ handoffId, withConditions: true, conditions: 'canary-condition', firstVisitOn: '2026-12-09' },
    });
    for (const who of ['station', 'first']) {
      const after = await everythingFor(who);
      expect([...words, 'canary-condition'].filter(word => !after.includes(word))).toEqual([]);
    }
  });

  it('for a hospital that leads now: why the child came, what held it up, why it was handed over', async () => {
    await must('first', 'interview.held', { outcome: 'held', childPresent: true, note: 'canary-interview' });
    await must('first', 'hold.added', {
      holdId: 'w1',
      code: 'noHomeDoctor',
      recheckOn: '2026-12-20',
      note: 'canary-hold',
    });
    await handLeadTo('second');
    const told = await everythingFor('second');
    const words = ['canary-reason', 'canary-interview', 'canary-hold', 'canary-offer'];
    expect(words.filter(word => !told.includes(word))).toEqual([]);
  });
});

describe('a referral whose case went to another hospital', () => {
  it('tells its receiver of the child no more than the case does; its sender keeps what it wrote', async () => {
    const told = {
      to: 'first',
      consent: 'agreed',
      agreedBy: 'canary-母',
      familyName: 'canary-森',
      bornOn: '2026-03-01',
      origin: 'home',
    };
    const sent = (await ask('station', 'POST', '/referrals', { ...told, reason: 'canary-reason' })).json;
    const registration = { lead: 'first', bornOn: '2026-03-01', familyName: 'canary-森', reason: 'x', origin: 'home' };
    caseId = String((await ask('first', 'POST', '/cases', { ...registration, referral: sent.id })).json.id);
    const namesChild = async (who: string, box: 'in' | 'out') => {
      const answers = [await ask(who, 'GET', `/referrals/${sent.id}`), await ask(who, 'GET', `/referrals?box=${box}`)];
      return answers.map(({ json }) => JSON.stringify(json).includes('canary-森'));
    };
    expect(await namesChild('first', 'in')).toEqual([true, true]);
    await handLeadTo('second');
    expect(await statusFor('first')).toBe(404);
    expect(await namesChild('first', 'in')).toEqual([false, false]);
    expect((await ask('first', 'GET', `/referrals/${sent.id}`)).json).toMatchObject({
      ...{ state: 'accepted', isWithheld: true, child: null, case: null },
    });
    expect(await namesChild('station', 'out')).toEqual([true, true]);
  });
});

describe('CARE #1091: a child that goes to where nobody signs in', () => {
  it('stays on no board of the hospital that it left, and the history says how and where it went', async () => {
    expect(await boardOf('first')).toContain(caseId);
    await must('first', 'case.closed', { how: 'transferredToHospital', reason: '隣県の病院へ' });
    expect(await boardOf('first')).not.toContain(caseId);
    expect((await historyFor('first')).at(-1)).toMatchObject({
      body: { how: 'transferredToHospital' },
      texts: { reason: '隣県の病院へ' },
    });
  });
});
