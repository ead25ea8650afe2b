import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseAsker } from './testing/case-asker.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId: string;
const tokens: Record<string, string> = {};
const visitId = 'v1';

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const organisations = {
    lead: ['childrensHospital', 'こども医療センター'],
    station: ['visitingNursingStation', '訪問看護 station'],
    other: ['visitingNursingStation', '訪問看護 other'],
  } as const;
  const people = {
    lead: ['lead'],
    doctor: ['lead', 'doctor'],
    station: ['station', 'visitingNurse'],
    second: ['station', 'visitingNurse'],
    other: ['other', 'visitingNurse'],
  } as const;
  Object.assign(tokens, await startPeople(api, organisations, people));
});
afterAll(() => api.stop());

const { ask, send, must, consentTo } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => 'lead' });

/** A child at home, with a station that takes part, and a first visit of both nurses today. */
beforeEach(async () => {
  const made = await ask('lead', 'POST', '/cases', {
    ...{ lead: 'lead', familyName: '江口', givenName: 'はる', bornOn: '2020-03-01', reason: 'x', origin: 'ward' },
  });
  caseId = String(made.json.id);
  await must('lead', 'case.adopted', { stage: 'followUp', since: '2026-11-20', source: 'paper' });
  await must('lead', 'contacts.recorded', { when: 'night', contact: '当直 045-000-0102' });
  await consentTo('station', ['contacts', 'plan', 'clinical', 'skills']);
  await must('lead', 'candidate.asked', { candidateId: 't1', function: 'visitingNurse', organisation: 'station' });
  await must('station', 'candidate.answered', { candidateId: 't1', answer: 'accepted' });
  await must('lead', 'visit.planned', { visitId, visitKind: 'first', plannedOn: '2026-12-01', accompanied: true });
});

type Ahead = {
  caseId: string;
  side: string;
  recordedBy: string[];
  isTwice: boolean;
  missing: number;
  differing: string[];
};
const aheadOf = async (who: string): Promise<Ahead[]> => {
  const { status, json } = await ask(who, 'GET', '/visits');
  expect([who, status]).toEqual([who, 200]);
  return (json.visits as Ahead[]).filter(visit => visit.caseId === caseId);
};
const factsOf = async () => {
  const { json } = await ask('lead', 'GET', `/cases/${caseId}`);
  return (json.facts as { plan: { visits: Record<string, unknown>[] } }).plan.visits.find(({ id }) => id === visitId);
};
const record = { visitId, side: 'station', base: 0, differences: 0, findings: '変わりなし' };
const codes = ({ json }: { json: Record<string, unknown> }) =>
  (json.reasons as { code: string }[] | undefined)?.map(({ code }) => code);

describe('visits of today', () => {
  it('are told to whoever makes them, each for the own side, and to nobody else', async () => {
    expect(await aheadOf('lead')).toMatchObject([{ side: 'hospital', recordedBy: [] }]);
    expect(await aheadOf('station')).toMatchObject([{ side: 'station' }]);
    expect([await aheadOf('other'), await aheadOf('doctor')]).toEqual([[], []]);
    expect((await api.ask('GET', '/visits', {})).status).toBe(401);
  });

  it('end with the signature, unless something is open', async () => {
    await must('station', 'visit.recorded', record);
    await must('station', 'visit.signed', { visitId, side: 'station' });
    expect(await aheadOf('station')).toEqual([]);
    expect(await aheadOf('lead')).toMatchObject([{ recordedBy: ['station'] }]);
  });
});

describe('the carry card', () => {
  it('says whom to call, with what is recorded, and is there for nobody outside', async () => {
    const { status, json } = await ask('station', 'GET', `/cases/${caseId}/card`);
    expect([status, json.no]).toEqual([200, expect.stringMatching(/^K-/)]);
    expect(JSON.stringify(json.sections)).toContain('045-000-0102');
    expect(JSON.stringify(json.sections)).toContain('江口');
    expect((await ask('other', 'GET', `/cases/${caseId}/card`)).status).toBe(404);
  });
});

describe('the record of a visit', () => {
  it('is stored once, however often it is sent under its key', async () => {
    const key = randomUUID();
    const headers = { 'idempotency-key': key, 'if-match': '*' };
    const body = { type: 'visit.recorded', ...record };
    const sent = await Promise.all(
      [1, 2, 3, 4].map(() =>
        api.ask('POST', `/cases/${caseId}/events`, { token: tokens.station ?? '', body, headers }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(sent.map(({ json }) => json.version)).size).toBe(1);
    const { json } = await ask('lead', 'GET', `/cases/${caseId}/events?after=0`);
    expect((json.events as { type: string }[]).filter(({ type }) => type === 'visit.recorded')).toHaveLength(1);
  });

  it('leaves what is otherwise than at discharge open until it is resolved by name', async () => {
    const areas = [
      { id: 'feedingElimination', areaState: 'notAsAtDischarge', found: '固定水は5mL' },
      { id: 'generalState', areaState: 'asAtDischarge' },
    ];
    await must('station', 'visit.recorded', { ...record, differences: 1, areas });
    await must('lead', 'visit.recorded', { ...record, side: 'hospital', differences: 1, areas });
    expect(await factsOf()).toMatchObject({ openDifferences: 1, differing: ['feedingElimination'] });
    const other = await send('lead', 'difference.resolved', { visitId, resolved: 1, resolvedAreas: ['familyHome'] });
    expect(codes(other)).toEqual(['visit.whichDifference']);
    await must('lead', 'difference.resolved', { visitId, resolved: 1, resolvedAreas: ['feedingElimination'] });
    expect(await factsOf()).toMatchObject({ openDifferences: 0, differing: [] });
    const wrong = await send('station', 'visit.recorded', { ...record, differences: 2, areas });
    expect([wrong.status, JSON.stringify(wrong.json.issues)]).toEqual([400, expect.stringContaining('differences')]);
  });

  it('of two nurses of one side who saw nothing of each other stand beside each other until one is chosen', async () => {
    await must('station', 'visit.recorded', record);
    await must('station', 'visit.signed', { visitId, side: 'station' });
    await must('second', 'visit.recorded', { ...record, findings: 'もう一人の記録' });
    const { versions, signedBy } = (await factsOf()) as { versions: { seq: number }[]; signedBy: string[] };
    expect([versions.length, signedBy]).toEqual([2, []]);
    expect(await aheadOf('station')).toMatchObject([{ isTwice: true }]);
    expect(codes(await send('station', 'visit.signed', { visitId, side: 'station' }))).toEqual(['visit.twoVersions']);
    await must('station', 'visit.versionChosen', { visitId, side: 'station', keep: versions[1]?.seq });
    await must('station', 'visit.signed', { visitId, side: 'station' });
    const { json } = await ask('station', 'GET', `/cases/${caseId}/events?after=0`);
    const texts = (json.events as { type: string; texts: { findings: string } }[]).filter(
      ({ type }) => type === 'visit.recorded',
    );
    expect(texts.map(({ texts: { findings } }) => findings)).toEqual(['変わりなし', 'もう一人の記録']);
  });

  it('that was begun on the newest takes its place', async () => {
    await must('station', 'visit.recorded', record);
    const [first] = ((await factsOf()) as { versions: { seq: number }[] }).versions;
    await must('second', 'visit.recorded', { ...record, base: first?.seq });
    expect(((await factsOf()) as { versions: unknown[] }).versions).toHaveLength(1);
  });

  it('tells the sender what the handoff lacked, who alone answers it', async () => {
    const missing = { missing: ['nutrition'], missingNote: '固定水の量が書かれていない' };
    await must('station', 'visit.recorded', { ...record, ...missing });
    expect(await aheadOf('lead')).toMatchObject([{ missing: 1 }]);
    const answer = { visitId, answered: ['nutrition'], answer: '5mLです' };
    expect((await send('station', 'visit.missingAnswered', answer)).status).toBeGreaterThanOrEqual(403);
    await must('lead', 'visit.missingAnswered', answer);
    expect(await factsOf()).toMatchObject({ missing: [] });
    const { json } = await ask('station', 'GET', `/cases/${caseId}/events?after=0`);
    expect(JSON.stringify(json.events)).toContain('5mLです');
  });
});

it('visits after a discharge are five', async () => {
  const plan = (n: number) => ({
    visitId: `after-${n}`,
    visitKind: 'postDischarge',
    plannedOn: '2026-12-03',
    accompanied: false,
  });
  for (const n of [1, 2, 3, 4, 5]) {
    await must('lead', 'visit.planned', plan(n));
    // Made and signed, they leave the facts one after the other, and are counted all the same.
    await must('lead', 'visit.recorded', { ...record, visitId: `after-${n}`, side: 'hospital' });
    await must('lead', 'visit.signed', { visitId: `after-${n}`, side: 'hospital' });
  }
  expect(codes(await send('lead', 'visit.planned', plan(6)))).toEqual(['visit.tooMany']);
  await must('lead', 'visit.planned', { ...plan(6), visitKind: 'regular' });
});
