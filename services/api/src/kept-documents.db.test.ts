import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const versionNow = async () => Number((await ask('nurse', `/cases/${caseId}`)).json.version);
const written = async (name: string, path: string, body?: unknown) => {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${await versionNow()}"` };
  return ask(name, `/cases/${caseId}/${path}`, 'POST', body, headers);
};
const send = (name: string, event: unknown) => written(name, 'events', event);
const draft = async (kind: string, name = 'nurse') => {
  const made = await written(name, `documents/${kind}/versions`);
  if (made.status !== 201) throw new Error(JSON.stringify(made.json));
  return String(made.json.id);
};

type Version = {
  id: string;
  nth: number;
  state: string;
  content: string;
  approved: { by: string } | null;
  toFamily: boolean;
  changes: { label: string; how: string }[] | null;
};
type Listed = { kind: string; mayKeep: boolean; changed: string[]; versions: Version[] };
const paper = async (kind: string, name = 'nurse') => {
  const { json } = await ask(name, `/cases/${caseId}/documents`);
  return (json.documents as Listed[]).find(one => one.kind === kind);
};
const versions = async (kind: string) => (await paper(kind))?.versions ?? [];
const printed = (name: string, kind: string, id: string) =>
  fetch(`${api.url}/cases/${caseId}/documents/${kind}/versions/${id}.pdf`, {
    headers: { cookie: `kaerimichi_session=${tokens[name] ?? ''}` },
  });

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: ['childrensHospital', 'こども病院'], station: ['visitingNursingStation', '訪看'] },
    {
      nurse: ['hospital'],
      doctor: ['hospital', 'doctor'],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  await send('nurse', { type: 'contacts.recorded', when: 'night', contact: '病棟の当直 045-000-0102' });
});
afterAll(() => api.stop());

describe('a version of a paper', () => {
  it('goes from draft to approved to in force, and the next one replaces it', async () => {
    const first = await draft('carryCard');
    expect(await versions('carryCard')).toMatchObject([
      { id: first, nth: 1, state: 'draft', approved: null, changes: [] },
    ]);
    expect(await send('nurse', { type: 'document.issued', documentId: first, toFamily: false })).toMatchObject({
      status: 409,
    });
    expect((await send('nurse', { type: 'document.approved', documentId: first })).status).toBe(200);
    expect((await send('nurse', { type: 'document.issued', documentId: first, toFamily: true })).status).toBe(200);
    const second = await draft('carryCard');
    // What is in force stays so until the next one is.
    expect(await versions('carryCard')).toMatchObject([
      { id: second, nth: 2, state: 'draft' },
      { id: first, nth: 1, state: 'inForce', approved: { by: 'nurse' }, toFamily: true },
    ]);
    await send('nurse', { type: 'document.approved', documentId: second });
    await send('nurse', { type: 'document.issued', documentId: second, toFamily: false });
    expect(await versions('carryCard')).toMatchObject([
      { id: second, state: 'inForce' },
      { id: first, state: 'replaced', toFamily: false, changes: null },
    ]);
    // A later draft takes the place of an earlier one.
    const [third, fourth] = [await draft('carryCard'), await draft('carryCard')];
    expect((await versions('carryCard')).map(({ id, state }) => [id, state])).toEqual([
      [fourth, 'draft'],
      [third, 'replaced'],
      [second, 'inForce'],
      [first, 'replaced'],
    ]);
    await send('nurse', { type: 'document.withdrawn', documentId: fourth, reason: 'まちがい' });
    expect((await versions('carryCard'))[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('of a doctor’s paper is approved by a doctor alone', async () => {
    const id = await draft('referralLetter');
    expect(await send('nurse', { type: 'document.approved', documentId: id })).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'document.doctor', turn: { role: 'doctor' } }] },
    });
    // It is a task of the doctors, and of nobody else, until one of them approves it.
    const tasksOf = async (name: string) => {
      const { json } = await ask(name, '/tasks');
      return (json.tasks as { kind: string }[]).filter(({ kind }) => kind === 'document');
    };
    expect(await tasksOf('doctor')).toMatchObject([{ fix: { route: `/cases/${caseId}/documents` } }]);
    expect(await tasksOf('nurse')).toEqual([]);
    expect((await send('doctor', { type: 'document.approved', documentId: id })).status).toBe(200);
    expect(await tasksOf('doctor')).toEqual([]);
    // To other houses: never on the family's page.
    expect((await send('nurse', { type: 'document.issued', documentId: id, toFamily: true })).status).toBe(409);
    expect((await send('nurse', { type: 'document.issued', documentId: id, toFamily: false })).status).toBe(200);
  });

  it('is composed by the program at the version that was seen, and counted once', async () => {
    const path = `/cases/${caseId}/documents/thingsToDo/versions`;
    const stale = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' };
    expect(await ask('nurse', path, 'POST', undefined, stale)).toMatchObject({
      status: 409,
      json: { code: 'version-conflict' },
    });
    expect((await ask('nurse', path, 'POST', undefined, { 'idempotency-key': 'x' })).status).toBe(428);
    const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${await versionNow()}"` };
    const made = await ask('nurse', path, 'POST', undefined, headers);
    expect(await ask('nurse', path, 'POST', undefined, headers)).toMatchObject({
      status: 201,
      json: { id: made.json.id },
    });
    expect(await versions('thingsToDo')).toHaveLength(1);
  });

  it('tells what the case says otherwise since, also what was taken back', async () => {
    const id = await draft('evacuationPlan');
    const changes = async () => (await versions('evacuationPlan')).find(one => one.id === id)?.changes;
    expect(await changes()).toEqual([]);
    await send('nurse', { type: 'contacts.recorded', when: 'day', contact: '退院支援室 045-000-0101' });
    expect(await changes()).toEqual([{ label: '連絡先', how: 'changed' }]);
    await send('nurse', { type: 'home.checked', home: true, power: true, powerPlan: true });
    const checked = await versionNow();
    const after = await draft('evacuationPlan');
    await send('nurse', { type: 'entry.corrected', seq: checked, reason: '別のお宅だった' });
    const told = (await versions('evacuationPlan')).find(one => one.id === after)?.changes;
    expect(told).toEqual(expect.arrayContaining([{ label: '確かめた日', how: 'gone' }]));
  });

  it('is printed as it was made, long after the case says something else', async () => {
    const id = await draft('carryCard');
    const before = await printed('nurse', 'carryCard', id);
    expect(before.headers.get('content-type')).toBe('application/pdf');
    const size = (await before.arrayBuffer()).byteLength;
    await send('nurse', { type: 'contacts.recorded', when: 'night', contact: `当直 ${'045-000-0199 '.repeat(20)}` });
    expect((await (await printed('nurse', 'carryCard', id)).arrayBuffer()).byteLength).toBe(size);
    expect((await printed('nurse', 'carryCard', 'other')).status).toBe(404);
    expect((await printed('nurse', 'thingsToDo', id)).status).toBe(404);
    const { json } = await ask('nurse', `/cases/${caseId}/events`);
    expect(JSON.stringify(json)).not.toContain('"whole"');
  });

  it('is made by whoever leads and read by whoever is offered the paper', async () => {
    await send('nurse', {
      type: 'candidate.asked',
      candidateId: 'c1',
      function: 'visitingNurse',
      organisation: 'station',
    });
    await send('visitor', { type: 'candidate.answered', candidateId: 'c1', answer: 'accepted' });
    await send('nurse', {
      ...{ type: 'consent.recorded', consentId: 's1', scope: 'recipient', recipient: 'station' },
      ...{ categories: ['contacts', 'clinical', 'plan'], purpose: 'care', from: '2026-12-01', method: 'paper' },
      givers: [{ relation: 'mother', authority: 'parental' }],
    });
    const seen = await paper('carryCard', 'visitor');
    expect(seen).toMatchObject({ mayKeep: false });
    // Drafts are the lead's own.
    expect(seen?.versions.map(({ state }) => state)).toEqual(['inForce', 'replaced']);
    const [draftOfLead] = await versions('carryCard');
    expect([draftOfLead?.state, (await printed('visitor', 'carryCard', draftOfLead?.id ?? '')).status]).toEqual([
      'draft',
      404,
    ]);
    expect((await written('visitor', 'documents/carryCard/versions')).status).toBe(403);
    expect((await printed('visitor', 'carryCard', seen?.versions[0]?.id ?? '')).status).toBe(200);
    expect((await printed('visitor', 'referralLetter', (await versions('referralLetter'))[0]?.id ?? '')).status).toBe(
      403,
    );
    expect((await send('visitor', { type: 'document.approved', documentId: 'x' })).status).toBe(403);
  });
});
