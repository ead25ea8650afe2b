import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';
let version = 1;

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const tell = async (name: string, event: object) => {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` };
  const answer = await ask(name, `/cases/${caseId}/events`, 'POST', event, headers);
  if (answer.status === 200) version = Number(answer.json.version);
  return answer;
};
const viewFor = (name: string) => ask(name, `/cases/${caseId}`);
const preview = (name: string, org: string, role: string) =>
  ask(name, `/cases/${caseId}/preview?org=${org}&role=${role}`);

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: ['childrensHospital', 'こども病院'],
      station: ['visitingNursingStation', '訪看'],
      other: ['visitingNursingStation', 'ほかの訪看'],
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
      stranger: ['other', 'visitingNurse'],
    },
  );
  await api.store.organisations.update('hospital', { details: { telephone: '045-000-0000' } });
  const registration = {
    ...{ lead: 'hospital', familyName: '試験', familyKana: 'しけん', hospitalNumber: 'HN-1' },
    ...{ municipality: '142051', bornOn: '2018-03-07', needs: ['ventilator'], reason: 'x', origin: 'ward' },
  };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  const enquiry = { type: 'candidate.asked', candidateId: 't-1', function: 'visitingNurse', organisation: 'station' };
  expect(await tell('nurse', { ...enquiry, replyBy: '2026-12-08', note: '夜間も' })).toMatchObject({ status: 200 });
});
afterAll(() => api.stop());

const consent = {
  ...{ type: 'consent.recorded', consentId: 'c-1', scope: 'recipient', recipient: 'station' },
  ...{ categories: ['contacts', 'clinical'], purpose: 'care', from: '2026-12-01' },
  ...{ givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
};

describe('what is not shared of a history', () => {
  it('is one line for all of it in a row, and no instant is told with it, of a conflict neither', async () => {
    for (const note of ['a', 'b', 'c']) await tell('nurse', { type: 'note.added', note });
    const { json } = await ask('visitor', `/cases/${caseId}/events`);
    const events = json.events as { seq: number }[];
    const label = '共有されていない記録 5件';
    expect(events).toMatchObject([{ seq: version, type: 'hidden', at: null, count: 5, label }]);
    const all = (await ask('nurse', `/cases/${caseId}/events`)).json.events as typeof events;
    expect(all.map(({ seq }) => seq)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version - 3}"` };
    const answer = { type: 'candidate.answered', candidateId: 't-1', answer: 'accepted' };
    const late = await ask('visitor', `/cases/${caseId}/events`, 'POST', answer, headers);
    expect(late.status).toBe(409);
    expect(late.json.events).toEqual([1, 2, 3].map(back => ({ seq: version - 3 + back, type: 'hidden' })));
  });
});

describe('an enquiry without consent', () => {
  it('tells who asks and for what, age in years, municipality and needs', async () => {
    const { json } = await viewFor('visitor');
    expect(json).toMatchObject({ class: 'numberOnly', people: { child: null }, can: ['candidate.answered'] });
    expect(json.enquiry).toEqual({
      lead: { name: 'こども病院', telephone: '045-000-0000' },
      asks: [{ candidateId: 't-1', function: 'visitingNurse', on: '2026-12-01', replyBy: '2026-12-08' }],
      child: { ageYears: 8, municipality: { code: '142051', name: '藤沢市' }, needs: ['ventilator'] },
    });
    expect(JSON.stringify(json)).not.toMatch(/試験|しけん|HN-1|2018|夜間/);
  });

  it('is nothing to the lead, and no case to a stranger', async () => {
    expect((await viewFor('nurse')).json.enquiry).toBeNull();
    expect((await viewFor('stranger')).status).toBe(404);
  });
});

describe('a preview', () => {
  it('is what the partner is shown, to the letter', async () => {
    const shown = (await preview('nurse', 'station', 'visitingNurse')).json.view;
    expect(shown).toEqual((await viewFor('visitor')).json);
  });

  it('is nothing where the partner sees no case', async () => {
    expect((await preview('nurse', 'other', 'visitingNurse')).json).toEqual({ view: null });
  });

  it('is for whoever may record consent, and a case that does not exist to strangers', async () => {
    expect((await preview('ward', 'station', 'visitingNurse')).status).toBe(403);
    expect((await preview('visitor', 'station', 'visitingNurse')).status).toBe(403);
    expect((await preview('stranger', 'station', 'visitingNurse')).status).toBe(404);
    expect((await preview('stranger', 'nowhere', 'visitingNurse')).status).toBe(404);
  });

  it('asks about an organisation of the network and a role that it has', async () => {
    const faults = async (org: string, role: string) => {
      const { status, json } = await preview('nurse', org, role);
      return [status, (json.issues as { path: string }[] | undefined)?.map(({ path }) => path)];
    };
    expect(await faults('nowhere', 'visitingNurse')).toEqual([400, ['org']]);
    expect(await faults('station', 'school')).toEqual([400, ['role']]);
    expect(await faults('station', 'nobody')).toEqual([400, ['role']]);
  });
});

describe('an enquiry that goes on', () => {
  it('shows with consent what consent names, and keeps the question', async () => {
    expect(await tell('nurse', consent)).toMatchObject({ status: 200 });
    const { json } = await viewFor('visitor');
    expect(json).toMatchObject({ class: 'partner', people: { child: { familyName: '試験' } } });
    expect(json.enquiry).toMatchObject({ asks: [{ candidateId: 't-1' }], child: null });
    expect((await preview('nurse', 'station', 'visitingNurse')).json.view).toEqual(json);
  });

  it('tells no more than the number once the family took its consent back: the child is known', async () => {
    expect(await tell('nurse', { type: 'consent.withdrawn', consentId: 'c-1' })).toMatchObject({ status: 200 });
    const { json } = await viewFor('visitor');
    expect(json).toMatchObject({ class: 'numberOnly', enquiry: { asks: [{ candidateId: 't-1' }], child: null } });
    expect(JSON.stringify(json)).not.toMatch(/試験|ventilator|142051/);
  });

  it('ends with the answer: no such case to whoever declined, and the answer stays with the lead', async () => {
    const answer = { type: 'candidate.answered', candidateId: 't-1', answer: 'declined', declineReason: 'hours' };
    expect(await tell('visitor', { ...answer, note: '週3日なら' })).toMatchObject({ status: 200 });
    expect((await viewFor('visitor')).status).toBe(404);
    expect((await preview('nurse', 'station', 'visitingNurse')).json).toEqual({ view: null });
    const { json } = await ask('nurse', `/cases/${caseId}/events?after=${version - 1}`);
    expect(json.events).toMatchObject([{ body: { declineReason: 'hours' }, texts: { note: '週3日なら' } }]);
  });
});

describe('an enquiry to an organisation that left, whose consent the facts have forgotten since', () => {
  it('tells it no more than a new candidate, and of the child whom it knows nothing at all', async () => {
    for (const consentId of ['c-2', 'c-3'])
      for (const event of [
        { ...consent, consentId, recipient: 'other' },
        { type: 'consent.withdrawn', consentId },
      ])
        expect(await tell('nurse', event)).toMatchObject({ status: 200 });
    const { facts } = (await viewFor('nurse')).json as { facts: { family: { consents: { recipient: string }[] } } };
    expect(facts.family.consents.map(({ recipient }) => recipient)).not.toContain('station');
    const again = { type: 'candidate.asked', candidateId: 't-2', function: 'visitingNurse', organisation: 'station' };
    expect(await tell('nurse', again)).toMatchObject({ status: 200 });
    const { json } = await viewFor('visitor');
    expect(json).toMatchObject({ class: 'numberOnly', people: { child: null }, can: ['candidate.answered'] });
    expect(json.enquiry).toMatchObject({ asks: [{ candidateId: 't-2' }], child: null });
    const pages = ['', '/events?limit=500', '/transitions', '/handoffs', '/source'].map(
      part => `/cases/${caseId}${part}`,
    );
    for (const page of [...pages, '/board', `/search?q=${encodeURIComponent('試験')}`])
      expect(JSON.stringify((await ask('visitor', page)).json), page).not.toMatch(
        /試験|しけん|HN-1|2018|ventilator|142051/,
      );
  });

  it('is answered by the one that is open: the old one is not taken up again', async () => {
    const answer = { type: 'candidate.answered', answer: 'accepted' };
    expect(await tell('visitor', { ...answer, candidateId: 't-1' })).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'candidate.over', turn: { org: 'station' }, fix: { event: 'candidate.answered' } }] },
    });
    expect(await tell('visitor', { ...answer, candidateId: 't-2' })).toMatchObject({ status: 200 });
  });
});
