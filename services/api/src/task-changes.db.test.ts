import { randomUUID } from 'node:crypto';
import { signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Reminded = { at: string; org: string; orgName: string };
type Task = {
  caseId: string;
  key?: string;
  version: number;
  owner: { person?: string; isOther?: boolean; until?: string };
  dueOn?: string;
  tick?: { event: string; fill: Record<string, string> };
  reminded?: Reminded;
};
type Waiting = { caseId: string; kind: string; org: string; orgName: string; key?: string; reminded?: Reminded };
type Named = { caseId: string; task: string };

let api: TestApi;
let tokens: Record<string, string> = {};
let [first, second] = ['', ''];

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const write = (name: string, path: string, body: unknown, key: string = randomUUID()) =>
  ask(name, path, 'POST', body, { 'idempotency-key': key });

async function listOf(name: string, of = '') {
  const { status, json } = await ask(name, of ? `/tasks?of=${of}` : '/tasks');
  expect([name, status]).toEqual([name, 200]);
  return json as { tasks: Task[]; waiting: Waiting[]; standsInFor: { membership: string; untilOn: string }[] };
}
const keysOf = async (name: string, of = '') =>
  (await listOf(name, of)).tasks
    .flatMap(({ caseId, key }) => (key ? [`${caseId === first ? 1 : 2} ${key}`] : []))
    .sort();
const find = async (name: string, key: string, of = '') =>
  (await listOf(name, of)).tasks.find(task => task.key === key);

async function register(familyName: string): Promise<string> {
  const child = { lead: 'hospital', familyName, bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  const made = await write('nurse', '/cases', child);
  expect(made.status).toBe(201);
  return String(made.json.id);
}

async function send(name: string, caseId: string, type: string, body: object = {}) {
  const { json } = await ask('nurse', `/cases/${caseId}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
  return ask(name, `/cases/${caseId}/events`, 'POST', { type, ...body }, headers);
}
async function must(name: string, caseId: string, type: string, body: object = {}) {
  expect(await send(name, caseId, type, body), type).toMatchObject({ status: 200 });
}
const historyOf = async (caseId: string) =>
  (await ask('nurse', `/cases/${caseId}/events?limit=500`)).json.events as {
    type: string;
    body: object;
    texts: object;
  }[];

/** A session lasts a shift: after longer, everybody signs in again. */
async function later(time: Parameters<TestApi['clock']['advance']>[0]) {
  api.clock.advance(time);
  for (const [name, member] of Object.entries(members))
    tokens[name] = (await signedInAs(api.store, `${name}-${member[0]}`)).token;
}

const members = {
  nurse: ['hospital'],
  ward: ['hospital', 'wardNurse'],
  doctor: ['hospital', 'doctor'],
  keeper: ['hospital', 'admin'],
  visitor: ['station', 'visitingNurse'],
  stranger: ['other', 'visitingNurse'],
} as const;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const kinds = {
    hospital: ['childrensHospital', 'こども病院'],
    station: ['visitingNursingStation', '訪問看護'],
  } as const;
  tokens = await startPeople(api, { ...kinds, other: 'visitingNursingStation' }, members);
  [first, second] = [await register('canary-first'), await register('canary-second')];
  for (const caseId of [first, second])
    await must('nurse', caseId, 'hold.added', { holdId: 'h1', code: 'housing', recheckOn: '2026-12-03' });
});
afterAll(() => api.stop());

const change = (name: string, tasks: Named[], wish: object, key?: string) =>
  write(name, '/tasks/changes', { tasks, change: wish }, key);
const both = () => [first, second].map(caseId => ({ caseId, task: 'hold.h1' }));

describe('several tasks at once', () => {
  it('are moved by one press, each an entry of its own case; what was refused says why, and the rest is done', async () => {
    const gone = { caseId: first, task: 'hold.gone' };
    const unknown = { caseId: randomUUID(), task: 'hold.h1' };
    const due = { is: 'due', dueOn: '2026-12-10', reason: '面談が延びた' };
    const key = randomUUID();
    const { status, json } = await change('nurse', [...both(), gone, unknown], due, key);
    expect(status).toBe(200);
    expect(json).toEqual({
      done: both(),
      refused: [
        { ...gone, why: 'このタスクはもうありません。だれかが終えたか、段階が変わりました。' },
        { ...unknown, why: '見つからないか、閲覧の許可がありません。' },
      ],
    });
    for (const caseId of [first, second])
      expect((await historyOf(caseId)).at(-1)).toMatchObject({
        ...{ type: 'task.dueMoved', body: { task: 'hold.h1', dueOn: '2026-12-10' }, texts: { reason: '面談が延びた' } },
      });
    // Pressed again after a lost answer it counts once.
    expect((await change('nurse', [...both(), gone, unknown], due, key)).json).toEqual(json);
    expect((await historyOf(first)).filter(({ type }) => type === 'task.dueMoved')).toHaveLength(1);
  });

  it('are one organisation’s to change, and given to its people alone', async () => {
    const owner = { is: 'owner', owner: 'ward-hospital' };
    const why = async (name: string, wish: object) =>
      ((await change(name, both().slice(0, 1), wish)).json.refused as { why: string }[]).map(one => one.why);
    expect(await why('stranger', owner)).toEqual(['見つからないか、閲覧の許可がありません。']);
    expect(await why('nurse', { is: 'owner', owner: 'visitor-station' })).toEqual(['自分の組織の人を選んでください。']);
    expect((await change('keeper', both(), owner)).status).toBe(403);
    expect((await change('nurse', [], owner)).status).toBe(400);
    expect((await change('nurse', both(), { is: 'due', dueOn: '2026-12-10' })).status).toBe(400);
  });

  it('are handed over for a shift, with a note in each history, and come back by themselves', async () => {
    const returnsAt = '2026-12-01T08:00:00.000Z';
    const wish = { is: 'owner', owner: 'ward-hospital', returnsAt, note: '夜勤の間お願いします' };
    expect((await change('nurse', both(), wish)).json).toMatchObject({ done: both(), refused: [] });
    expect(await keysOf('ward')).toEqual(['1 hold.h1', '2 hold.h1']);
    expect(await find('ward', 'hold.h1')).toMatchObject({ owner: { person: 'ward', until: returnsAt } });
    // Whoever gave it sees who has it, and until when.
    expect(await find('nurse', 'hold.h1')).toMatchObject({
      owner: { person: 'ward', isOther: true, until: returnsAt },
    });
    for (const caseId of [first, second])
      expect((await historyOf(caseId)).at(-1)).toMatchObject({
        ...{ body: { owner: 'ward-hospital', returnsAt }, texts: { note: '夜勤の間お願いします' } },
      });
    await later({ hours: 8 });
    expect(await keysOf('ward')).toEqual([]);
    const back = await find('nurse', 'hold.h1');
    expect(back).toMatchObject({ dueOn: '2026-12-10' });
    expect(back?.owner.isOther).toBeUndefined();
  });

  it('are given to a colleague who is chosen by name and role', async () => {
    const { json } = await ask('nurse', '/tasks/colleagues');
    expect(json.colleagues).toEqual([
      { membership: 'doctor-hospital', name: 'doctor', role: 'doctor' },
      { membership: 'nurse-hospital', name: 'nurse', role: 'dischargeNurse' },
      { membership: 'ward-hospital', name: 'ward', role: 'wardNurse' },
    ]);
    // Whoever keeps the people sees them too, and no task by it.
    expect((await ask('keeper', '/tasks/colleagues')).json).toEqual(json);
    expect((await ask('keeper', '/tasks?of=team')).status).toBe(403);
  });

  it('are of the team what any of its people has to do, and no other organisation’s', async () => {
    await must('nurse', first, 'hold.added', {
      holdId: 'h2',
      code: 'school',
      owner: 'doctor-hospital',
      recheckOn: '2026-12-04',
    });
    expect(await keysOf('ward')).toEqual([]);
    expect(await keysOf('ward', 'team')).toEqual(expect.arrayContaining(['1 hold.h1', '1 hold.h2', '2 hold.h1']));
    expect(await find('ward', 'hold.h2', 'team')).toMatchObject({ owner: { person: 'doctor', isOther: true } });
    expect((await listOf('stranger', 'team')).tasks).toEqual([]);
    await must('nurse', first, 'hold.removed', { holdId: 'h2' });
  });
});

describe('while somebody is away', () => {
  const away = { substitute: 'ward-hospital', fromOn: '2026-12-02', untilOn: '2026-12-03' };

  it('a colleague of the same house stands in, for days to come', async () => {
    const why = async (name: string, over: object) => {
      const { status, json } = await write(name, '/substitutes', { ...away, ...over });
      return [status, ...((json.issues ?? []) as { path: string }[]).map(({ path }) => path)];
    };
    expect(await why('nurse', { substitute: 'nurse-hospital' })).toEqual([400, 'substitute']);
    expect(await why('nurse', { substitute: 'visitor-station' })).toEqual([400, 'substitute']);
    expect(await why('nurse', { substitute: 'keeper-hospital' })).toEqual([400, 'substitute']);
    expect(await why('nurse', { untilOn: '2026-12-01' })).toEqual([400, 'untilOn']);
    expect(await why('nurse', { fromOn: '2026-11-01', untilOn: '2026-11-30' })).toEqual([400, 'untilOn']);
    // Not another's, but for whoever keeps the people of the house.
    expect(await why('doctor', { membership: 'nurse-hospital' })).toEqual([404]);
    expect(await why('keeper', { membership: 'visitor-station' })).toEqual([404]);
    expect(await why('keeper', { membership: 'doctor-hospital', substitute: 'nurse-hospital' })).toEqual([201]);
  });

  it('sees these tasks from the first day to the last, with no more rights than before, and it ends by itself', async () => {
    const made = await write('nurse', '/substitutes', away);
    expect([made.status, made.json]).toEqual([
      201,
      expect.objectContaining({ ...away, membership: 'nurse-hospital', name: 'nurse', substituteName: 'ward' }),
    ]);
    const missing = async () => (await ask('ward', '/tasks?of=nurse-hospital')).status;
    expect(await missing()).toBe(404);
    await later({ hours: 9 });
    expect((await listOf('ward')).standsInFor).toEqual([
      { membership: 'nurse-hospital', name: 'nurse', untilOn: '2026-12-03' },
    ]);
    expect(await keysOf('ward')).toEqual([]);
    expect(await keysOf('ward', 'nurse-hospital')).toEqual(expect.arrayContaining(['1 hold.h1', '2 hold.h1']));
    // The turn is the nurse's role's: whoever stands in sees it, and is sent where it is, not to a form of another.
    const consent = { consentId: 'c', scope: 'recipient', recipient: 'station', categories: ['plan'], purpose: 'care' };
    const refused = await send('ward', first, 'consent.recorded', consent);
    expect(refused.status).not.toBe(200);
    // Nobody else stands in, and nobody of another house.
    expect((await ask('doctor', '/tasks?of=nurse-hospital')).status).toBe(404);
    expect((await ask('visitor', '/tasks?of=nurse-hospital')).status).toBe(404);
    await later({ hours: 24 });
    expect(await missing()).toBe(200);
    await later({ hours: 24 });
    expect(await missing()).toBe(404);
    expect((await listOf('ward')).standsInFor).toEqual([]);
    expect((await ask('nurse', '/substitutes')).json.substitutes).toEqual([]);
  });

  it('is ended before its day by either, and by nobody else', async () => {
    const today = { ...away, fromOn: '2026-12-04', untilOn: '2026-12-10' };
    const { json } = await write('nurse', '/substitutes', today);
    const end = async (name: string) => (await ask(name, `/substitutes/${json.id}`, 'DELETE')).status;
    expect(await keysOf('ward', 'nurse-hospital')).toEqual(expect.arrayContaining(['1 hold.h1']));
    for (const name of ['doctor', 'visitor', 'stranger']) expect([name, await end(name)]).toEqual([name, 404]);
    expect(await end('ward')).toBe(204);
    expect((await ask('ward', '/tasks?of=nurse-hospital')).status).toBe(404);
    expect(await end('nurse')).toBe(404);
  });
});

describe('what is waited for', () => {
  const key = () => `enquiry.t-${first}`;
  const remind = async (name: string, caseId: string, task: string) => {
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '*' };
    const { status, json } = await ask(
      name,
      `/cases/${caseId}/events`,
      'POST',
      { type: 'task.reminded', task },
      headers,
    );
    return [status, ...((json.reasons ?? []) as { code: string }[]).map(({ code }) => code)];
  };

  it('says whom, and is reminded of once a day; the other side finds it in its own list', async () => {
    const candidate = {
      candidateId: `t-${first}`,
      function: 'visitingNurse',
      organisation: 'station',
      replyBy: '2026-12-12',
    };
    await must('nurse', first, 'candidate.asked', candidate);
    const waits = async (name: string) => (await listOf(name)).waiting.filter(({ kind }) => kind === 'enquiry');
    expect(await waits('nurse')).toMatchObject([{ caseId: first, org: 'station', orgName: '訪問看護', key: key() }]);
    for (const name of ['ward', 'doctor', 'visitor', 'stranger']) expect([name, await waits(name)]).toEqual([name, []]);
    expect(await remind('nurse', first, key())).toEqual([200]);
    expect(await remind('nurse', first, key())).toEqual([409, 'task.remindedToday']);
    expect(await remind('nurse', first, 'hold.h1')).toEqual([409, 'task.notWaiting']);
    // Whoever sees the number alone reminds nobody.
    expect(await remind('visitor', first, key())).toEqual([403]);
    expect(await remind('stranger', first, key())).toEqual([404]);
    const at = api.clock.now();
    const reminded = { at, org: 'hospital', orgName: 'こども病院' };
    expect(await waits('nurse')).toMatchObject([{ reminded }]);
    const asked = (await listOf('visitor')).tasks.find(({ caseId }) => caseId === first);
    expect(asked).toMatchObject({ reminded });
    expect((await historyOf(first)).at(-1)).toMatchObject({ type: 'task.reminded', body: { task: key() } });
    await later({ hours: 24 });
    expect(await remind('nurse', first, key())).toEqual([200]);
    await must('visitor', first, 'candidate.answered', { candidateId: `t-${first}`, answer: 'accepted' });
    expect(await waits('nurse')).toEqual([]);
  });
});

describe('a tick', () => {
  it('is an event without a form, and taken back by another', async () => {
    const day = api.clock.now().slice(0, 10);
    const planned = { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: day };
    await must('nurse', second, 'conference.planned', planned);
    const actionItems = [{ id: 'i1', what: 'canary-item', owner: 'nurse-hospital', dueOn: '2026-12-20' }];
    await must('nurse', second, 'conference.held', { conferenceId: 'k1', attended: ['dischargeNurse'], actionItems });
    const own = await find('nurse', 'actionItem.i1');
    expect(own?.tick).toEqual({ event: 'actionItem.closed', fill: { actionItemId: 'i1' } });
    await must('nurse', second, 'actionItem.closed', { actionItemId: 'i1' });
    expect(await find('nurse', 'actionItem.i1')).toBeUndefined();
    const { json } = await ask('nurse', `/cases/${second}`);
    await must('nurse', second, 'entry.corrected', { seq: Number(json.version), reason: '押しまちがい' });
    expect(await find('nurse', 'actionItem.i1')).toMatchObject({ dueOn: '2026-12-20' });
    // Somebody else's stands in the team's list, and is not ticked there.
    const theirs = await find('doctor', 'actionItem.i1', 'team');
    expect(theirs).toMatchObject({ owner: { isOther: true } });
    expect(theirs?.tick).toBeUndefined();
  });
});

describe('朝の確認', () => {
  it('tells what happened since 17:00 of the last working day, as each history tells it', async () => {
    await later({ hours: 24 * 3 });
    // Monday morning looks back to Friday evening.
    api.clock.set('2026-12-07T00:00:00.000Z');
    await later({ minutes: 0 });
    await must('nurse', first, 'note.added', { note: 'canary-note' });
    const morning = await ask('nurse', '/tasks/morning');
    const { since, cases, orgs } = morning.json as {
      since: string;
      cases: { caseId: string; name?: string; changes: { label: string; by: string }[] }[];
      orgs: Record<string, string>;
    };
    expect([since, orgs]).toEqual(['2026-12-04T08:00:00.000Z', { hospital: 'こども病院' }]);
    const found = cases.find(({ caseId }) => caseId === first);
    expect(found?.changes.at(-1)).toMatchObject({ by: 'nurse' });
    expect(JSON.stringify(morning.json)).not.toContain('canary-note');
    expect(((await ask('stranger', '/tasks/morning')).json as { cases: unknown[] }).cases).toEqual([]);
    expect((await ask('keeper', '/tasks/morning')).status).toBe(403);
  });
});
