import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const taking = (name: string, body: unknown) => ask(name, `/cases/${caseId}/exports`, 'POST', body);
const send = async (name: string, event: unknown) => {
  const { version } = (await ask('nurse', `/cases/${caseId}`)).json;
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` };
  expect(await ask(name, `/cases/${caseId}/events`, 'POST', event, headers)).toMatchObject({ status: 200 });
};

type Entry = { what: string; outcome: string; by: { name: string | null; org: string | null } | null };
const logged = async () => {
  const { json } = await ask('officer', `/cases/${caseId}/access-log`);
  return (json.entries as Entry[]).filter(({ what }) => what.startsWith('export.'));
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
      officer: ['hospital', 'dischargeNurse', ['privacyOfficer']],
      visitor: ['station', 'visitingNurse'],
      strange: ['stranger', 'doctor'],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
});
afterAll(() => api.stop());

describe('what leaves the screen', () => {
  it('stands in the access log: who took what of which case', async () => {
    expect(await taking('ward', { what: 'chartText', parts: ['summary', 'visit'] })).toMatchObject({
      status: 200,
      json: { noted: true },
    });
    await taking('nurse', { what: 'summary' });
    await taking('nurse', { what: 'needed' });
    expect((await logged()).map(({ what, outcome, by }) => [by?.name, what, outcome])).toEqual([
      ['nurse', 'export.needed', 'ok'],
      ['nurse', 'export.summary', 'ok'],
      ['ward', 'export.chartText', 'ok'],
    ]);
  });

  it('is nobody’s whose case it is not, and whoever tries is noted', async () => {
    expect(await taking('strange', { what: 'summary' })).toMatchObject({ status: 404, json: { code: 'not-found' } });
    expect(await taking('visitor', { what: 'summary' })).toMatchObject({ status: 404 });
    expect((await logged()).slice(0, 2)).toMatchObject([
      { what: 'export.summary', outcome: 'not-found' },
      { what: 'export.summary', outcome: 'not-found' },
    ]);
  });

  it('is of a kind that is known', async () => {
    for (const body of [{ what: 'everything' }, {}, { what: 'chartText', parts: ['names'] }])
      expect(await taking('nurse', body)).toMatchObject({ status: 400, json: { code: 'bad-input' } });
  });
});

type Way = { from: string; to: string; reasons: { code: string; text: string }[]; done: unknown[] };

describe('what is still needed further on', () => {
  it('is told for the whole way home, each condition once', async () => {
    const { status, json } = await ask('nurse', `/cases/${caseId}/ahead`);
    expect(status).toBe(200);
    const ways = json as unknown as Way[];
    expect(ways.map(({ to }) => to)).toContain('discharged');
    expect(ways[0]).toMatchObject({ from: 'screening', reasons: [{ code: 'factorsRecorded' }] });
    const codes = ways.flatMap(({ reasons }) => reasons.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('is told of the ways out of any stage, with all that each asks', async () => {
    const { status, json } = await ask('nurse', `/cases/${caseId}/ways/readyForDischarge`);
    const ways = json as unknown as Way[];
    expect([status, ways.some(({ to }) => to === 'closed')]).toEqual([200, true]);
    const home = ways.find(({ to }) => to === 'discharged');
    expect(home?.reasons.map(({ code }) => code)).toContain('doctorOrderedDischarge');
    expect(home?.reasons[0]?.text).toMatch(/\p{Script=Hiragana}/u);
    expect(await ask('nurse', `/cases/${caseId}/ways/nowhere`)).toMatchObject({ status: 200, json: [] });
  });

  it('is told of a case to nobody else', async () => {
    for (const name of ['visitor', 'strange'])
      for (const part of ['ahead', 'ways/planning'])
        expect(await ask(name, `/cases/${caseId}/${part}`)).toMatchObject({ status: 404 });
  });

  it('is nothing to an organisation that was asked and is not told the plan', async () => {
    const enquiry = { type: 'candidate.asked', candidateId: 'c-1', function: 'visitingNurse', organisation: 'station' };
    await send('nurse', enquiry);
    expect(await ask('visitor', `/cases/${caseId}/ahead`)).toMatchObject({ status: 200, json: [] });
    expect(await ask('visitor', `/cases/${caseId}/ways/planning`)).toMatchObject({ status: 200, json: [] });
  });
});

describe('a weight', () => {
  it('is recorded by the ward and told with its day to whoever reads clinical facts', async () => {
    await send('ward', { type: 'weight.recorded', grams: 6420 });
    const seen = await ask('nurse', `/cases/${caseId}`);
    expect(seen.json.facts).toMatchObject({ clinical: { weight: { grams: 6420, on: '2026-12-01' } } });
    expect(JSON.stringify((await ask('visitor', `/cases/${caseId}`)).json.facts ?? {})).not.toContain('6420');
  });
});

type Listed = {
  kind: string;
  recorded: number;
  withheld: string[];
  last: { version: number } | null;
  changed: string[];
};

describe('documents', () => {
  const listed = async (name: string) => {
    const { status, json } = await ask(name, `/cases/${caseId}/documents`);
    expect(status).toBe(200);
    return json.documents as Listed[];
  };
  const printed = (name: string, kind: string) =>
    fetch(`${api.url}/cases/${caseId}/documents/${kind}.pdf`, {
      headers: { cookie: `kaerimichi_session=${tokens[name] ?? ''}` },
    });

  it('are listed with what is recorded of each, for whoever may print them', async () => {
    const own = await listed('nurse');
    expect(own.map(({ kind }) => kind)).toEqual([
      ...['dischargePlan', 'homeNursingOrder', 'specialNursingOrder', 'referralLetter', 'municipalityLetter'],
      ...['schoolLetter', 'nursingSummary', 'careManual', 'respiratoryCareSheet', 'skillCheck', 'trialStay'],
      ...['thingsToDo', 'carryCard', 'conferenceMinutes', 'schoolCare', 'evacuationPlan', 'careNotebook'],
      'transitionSummary',
    ]);
    expect(own.every(({ last, changed }) => last === null && changed.length === 0)).toBe(true);
    expect(own[0]?.withheld).toEqual([]);
    // The ward reads nothing of schemes and costs.
    expect((await listed('ward'))[0]?.withheld).toEqual(['money']);
  });

  it('come as a PDF in a frame of our own pages alone, under a name without the child', async () => {
    const answer = await printed('nurse', 'dischargePlan');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(/''K-\d+-退院支援計画書\.pdf$/);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('stand in the access log, and are told by what changed since', async () => {
    expect((await logged())[0]).toMatchObject({ what: 'export.document', outcome: 'ok', by: { name: 'nurse' } });
    const ofPlan = async () => (await listed('nurse')).find(({ kind }) => kind === 'dischargePlan');
    const { version } = (await ask('nurse', `/cases/${caseId}`)).json;
    expect(await ofPlan()).toMatchObject({ last: { version }, changed: [] });
    await send('nurse', { type: 'factors.recorded', factors: ['medicalProcedures'] });
    expect(await ofPlan()).toMatchObject({ last: { version }, changed: ['退院困難な要因'] });
  });

  it('are nobody’s whose case it is not, and whoever tries is noted', async () => {
    expect(await ask('strange', `/cases/${caseId}/documents`)).toMatchObject({ status: 404 });
    expect((await printed('strange', 'carryCard')).status).toBe(404);
    expect((await logged())[0]).toMatchObject({ what: 'export.document', outcome: 'not-found' });
    // Asked, and told the number alone.
    expect(await listed('visitor')).toEqual([]);
    expect((await printed('visitor', 'carryCard')).status).toBe(403);
    expect((await logged())[0]).toMatchObject({ what: 'export.document', outcome: 'not-permitted' });
    expect((await printed('nurse', 'everything')).status).toBe(404);
  });
});
