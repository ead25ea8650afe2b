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

  it('is told of a case to nobody else', async () => {
    for (const name of ['visitor', 'strange'])
      expect(await ask(name, `/cases/${caseId}/ahead`)).toMatchObject({ status: 404 });
  });

  it('is nothing to an organisation that was asked and is not told the plan', async () => {
    const enquiry = { type: 'candidate.asked', candidateId: 'c-1', function: 'visitingNurse', organisation: 'station' };
    await send('nurse', enquiry);
    expect(await ask('visitor', `/cases/${caseId}/ahead`)).toMatchObject({ status: 200, json: [] });
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
