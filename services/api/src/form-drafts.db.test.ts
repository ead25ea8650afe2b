import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseAsker } from './testing/case-asker.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId = '';
const tokens: Record<string, string> = {};
const { ask, must } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => 'nurse' });

const place = () => `${caseId}.note.added`;
const keep = (name: string, content = '{"values":{"note":"canary-typed"}}') =>
  ask(name, 'PUT', `/drafts/${place()}`, {
    ...{ caseId, subject: 'note.added', content },
    route: `/cases/${caseId}/record/note.added`,
  });
const listOf = async (name: string) => (await ask(name, 'GET', '/drafts')).json.drafts as Record<string, unknown>[];
const contentFor = async (name: string) =>
  ((await ask(name, 'GET', `/drafts/${place()}`)).json.draft as { content: string } | null)?.content;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const orgs = { hospital: 'childrensHospital', station: 'visitingNursingStation' } as const;
  const people = {
    nurse: ['hospital'],
    ward: ['hospital', 'wardNurse'],
    visitor: ['station', 'visitingNurse'],
  } as const;
  Object.assign(tokens, await startPeople(api, orgs, people));
  const child = { lead: 'hospital', familyName: 'canary-name', bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  caseId = String((await ask('nurse', 'POST', '/cases', child)).json.id);
});
afterAll(() => api.stop());

it('are kept, listed without what was typed, found and forgotten', async () => {
  expect(await contentFor('nurse')).toBeUndefined();
  expect(await keep('nurse')).toMatchObject({ status: 200, json: { at: '2026-12-01T00:00:00.000Z' } });
  api.clock.advance({ minutes: 1 });
  await keep('nurse', '{"values":{"note":"canary-later"}}');
  const listed = await listOf('nurse');
  expect(listed).toMatchObject([
    { place: place(), caseId, name: 'canary-name', subject: 'note.added', at: '2026-12-01T00:01:00.000Z' },
  ]);
  expect(JSON.stringify(listed)).not.toContain('canary-later');
  expect(await contentFor('nurse')).toContain('canary-later');
  expect((await ask('nurse', 'DELETE', `/drafts/${place()}`)).json).toEqual({ forgotten: true });
  expect((await ask('nurse', 'DELETE', `/drafts/${place()}`)).json).toEqual({ forgotten: false });
  expect(await listOf('nurse')).toEqual([]);
});

it('are read by whoever typed them and by nobody else', async () => {
  await keep('nurse');
  expect(await listOf('ward')).toEqual([]);
  expect(await contentFor('ward')).toBeUndefined();
  await ask('ward', 'DELETE', `/drafts/${place()}`);
  expect(await contentFor('nurse')).toContain('canary-typed');
});

it('are told of a case only as long as it may be opened', async () => {
  expect((await keep('visitor')).status).toBe(404);
  await must('nurse', 'candidate.asked', {
    ...{ candidateId: 't-1', function: 'visitingNurse', organisation: 'station', replyBy: '2026-12-08' },
  });
  expect((await keep('visitor')).status).toBe(200);
  // Asked without consent: of the child nothing but the number.
  expect(await listOf('visitor')).toMatchObject([{ caseId, place: place() }]);
  expect(JSON.stringify(await listOf('visitor'))).not.toContain('canary-name');
  await must('visitor', 'candidate.answered', { candidateId: 't-1', answer: 'declined', declineReason: 'noCapacity' });
  expect(await listOf('visitor')).toEqual([]);
  expect(await contentFor('visitor')).toBeUndefined();
});

it('are refused where they are no draft of a form', async () => {
  const sent = { caseId: null, subject: 'note.added', route: '/tasks', content: '{}' };
  const put = (path: string, body: object) => ask('nurse', 'PUT', path, body);
  expect((await put('/drafts/a%20b', sent)).status).toBe(404);
  for (const wrong of [{ route: 'https://elsewhere' }, { content: 'x'.repeat(60_001) }, { subject: '佐藤' }])
    expect(await put('/drafts/a', { ...sent, ...wrong })).toMatchObject({ status: 400, json: { code: 'bad-input' } });
});

it('go after thirty days, and beyond two hundred of one person', async () => {
  const draft = { caseId: null, subject: 'note.added', route: '/tasks', content: '{}' };
  for (let n = 0; n < 205; n++) {
    api.clock.advance({ minutes: 1 });
    await api.store.formDrafts.keep('ward-hospital', { ...draft, place: `p${n}` });
  }
  const kept = await api.store.formDrafts.listOf('ward-hospital');
  expect([kept.length, kept[0]?.place, kept.at(-1)?.place]).toEqual([200, 'p204', 'p5']);
  api.clock.advance({ days: 31 });
  await api.store.pruneEnded(api.clock.now());
  expect(await api.store.formDrafts.listOf('ward-hospital')).toEqual([]);
});
