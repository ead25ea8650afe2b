import { randomUUID } from 'node:crypto';
import { neededSections } from '@kaerimichi/discharge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Task = {
  caseId: string;
  no: string;
  name?: string;
  kind: string;
  what: { ja: string };
  key?: string;
  owner: { org: string; role: string; person?: string; isOther?: boolean };
  dueOn?: string;
  since?: string;
  fix: { route: string };
};

let api: TestApi;
let tokens: Record<string, string> = {};
/** A child whose family shares the plan with the station, and one for which the station was asked without consent. */
let shared = '';
let nameless = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function tasksOf(name: string) {
  const { status, json } = await ask(name, '/tasks');
  expect([name, status]).toEqual([name, 200]);
  return { tasks: json.tasks as Task[], more: json.more };
}
const kindsOf = async (name: string, caseId: string) =>
  (await tasksOf(name)).tasks.filter(task => task.caseId === caseId).map(({ kind }) => kind);

async function register(familyName: string): Promise<string> {
  const child = { lead: 'hospital', familyName, hospitalNumber: `canary-${familyName}`, bornOn: '2024-03-07' };
  const made = await ask(
    'nurse',
    '/cases',
    'POST',
    { ...child, reason: 'x', origin: 'ward' },
    {
      'idempotency-key': randomUUID(),
    },
  );
  expect(made.status).toBe(201);
  return String(made.json.id);
}

async function must(name: string, caseId: string, type: string, body: object = {}) {
  const { json } = await ask('nurse', `/cases/${caseId}`);
  const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
  const sent = await ask(name, `/cases/${caseId}/events`, 'POST', { type, ...body }, headers);
  expect(sent, type).toMatchObject({ status: 200 });
}

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: ['childrensHospital', 'こども病院'],
      hub: ['hub', '拠点'],
      station: 'visitingNursingStation',
      other: 'visitingNursingStation',
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      coordinator: ['hub', 'coordinator'],
      visitor: ['station', 'visitingNurse'],
      leaver: ['station', 'visitingNurse'],
      stranger: ['other', 'visitingNurse'],
      keeper: ['hospital', 'admin'],
      gone: ['hospital'],
    },
  );
  shared = await register('canary-shared');
  nameless = await register('canary-nameless');
  const asked = { function: 'visitingNurse', organisation: 'station', replyBy: '2026-12-08' };
  for (const caseId of [shared, nameless])
    await must('nurse', caseId, 'candidate.asked', { candidateId: `t-${caseId}`, ...asked });
  await must('visitor', shared, 'candidate.answered', { candidateId: `t-${shared}`, answer: 'accepted' });
  await must('nurse', shared, 'consent.recorded', {
    ...{ consentId: 'c-1', scope: 'recipient', recipient: 'station', categories: ['plan'], purpose: 'care' },
    ...{ from: '2026-12-01', until: '2026-12-04', method: 'paper' },
    givers: [{ relation: 'mother', authority: 'parental' }],
  });
  await must('nurse', shared, 'hold.added', {
    holdId: 'h1',
    code: 'equipment',
    owner: 'visitor-station',
    recheckOn: '2026-12-03',
  });
  await must('nurse', shared, 'hold.added', {
    holdId: 'h2',
    code: 'housing',
    recheckOn: '2026-12-20',
    note: 'canary-note',
  });
  const names = [...neededSections({ devices: [] }), 'contactsNight'];
  const texts = Object.fromEntries(names.map(id => [id, 'canary-text']));
  await must('nurse', shared, 'handoff.composed', { handoffId: 'ho', recipient: 'station', ...texts });
  await must('nurse', shared, 'handoff.sent', { handoffId: 'ho' });
});
afterAll(() => api.stop());

describe('what there is to do', () => {
  it('is for the lead its turn, what nobody was named for and what lapses, each with the form that does it', async () => {
    const own = (await tasksOf('nurse')).tasks.filter(({ caseId }) => caseId === shared);
    expect(own.map(({ kind, fix, dueOn }) => [kind, fix.route, dueOn])).toEqual([
      ['deadline', `/cases/${shared}/record/consent.recorded`, '2026-12-05'],
      ['hold', `/cases/${shared}/record/hold.removed?holdId=h2`, '2026-12-20'],
      ['turn', expect.stringContaining(`/cases/${shared}/`), undefined],
    ]);
    expect(own[0]).toMatchObject({
      ...{
        name: 'canary-shared',
        no: expect.stringMatching(/^K-/),
        what: { ja: '切れる同意をとりなおす', en: 'Renew the consent that ends' },
      },
      owner: { org: 'hospital', role: 'dischargeNurse' },
    });
    expect(await kindsOf('ward', shared)).toEqual([]);
  });

  it('is for a partner what it owns by name and the handoff that waits for its answer, as far as it was shared', async () => {
    const own = (await tasksOf('visitor')).tasks.filter(({ caseId }) => caseId === shared);
    expect(own).toEqual([
      expect.objectContaining({
        ...{ kind: 'hold', what: expect.objectContaining({ ja: '止まっている理由を確かめる(機器や物品の手配待ち)' }) },
        owner: { org: 'station', role: 'visitingNurse', person: 'visitor' },
      }),
      expect.objectContaining({
        ...{ kind: 'handoff', since: '2026-12-01', dueOn: '2026-12-03' },
        fix: { route: `/cases/${shared}/handoffs/ho` },
      }),
    ]);
  });

  it('is where the number alone is seen what was asked, without name, need or next step', async () => {
    const own = (await tasksOf('visitor')).tasks.filter(({ caseId }) => caseId === nameless);
    expect(own).toEqual([
      {
        ...{ caseId: nameless, no: expect.any(String), version: 2, kind: 'enquiry', ref: `t-${nameless}` },
        what: { ja: '打診に答える(訪問看護師)', en: 'Answer the enquiry (Visiting nurse)' },
        owner: { org: 'station', role: 'visitingNurse' },
        ...{ dueOn: '2026-12-08', since: '2026-12-01', fix: { route: `/cases/${nameless}` } },
      },
    ]);
  });

  it('tells nobody of a category that it does not read', async () => {
    const canaries = async (name: string) =>
      [...JSON.stringify(await tasksOf(name)).matchAll(/canary-\w+|同意/g)].map(([text]) => text);
    // The lead reads names and consents; what was written stands in no list at all.
    expect(new Set(await canaries('nurse'))).toEqual(new Set(['canary-shared', 'canary-nameless', '同意']));
    for (const name of ['visitor', 'coordinator', 'stranger']) expect(await canaries(name), name).toEqual([]);
    for (const name of ['coordinator', 'stranger']) expect((await tasksOf(name)).tasks, name).toEqual([]);
    expect((await ask('keeper', '/tasks')).status).toBe(403);
    expect((await api.ask('GET', '/tasks')).status).toBe(401);
  });

  it('changes sides with a question, and ends when it is done', async () => {
    const question = { handoffId: 'ho', questionId: 'q1', section: 'breathing', question: 'canary-question' };
    await must('visitor', shared, 'handoff.asked', question);
    expect(await kindsOf('visitor', shared)).toEqual(['hold']);
    const asked = (await tasksOf('nurse')).tasks.find(({ kind }) => kind === 'question');
    expect(asked).toMatchObject({
      caseId: shared,
      fix: { route: `/cases/${shared}/handoffs/ho` },
    });
    expect(JSON.stringify(asked)).not.toContain('canary-question');
    await must('nurse', shared, 'handoff.answered', { handoffId: 'ho', questionId: 'q1', answer: '4' });
    await must('visitor', shared, 'hold.removed', { holdId: 'h1' });
    expect(await kindsOf('visitor', shared)).toEqual(['handoff']);
    await must('nurse', shared, 'hold.removed', { holdId: 'h2' });
    expect(await kindsOf('nurse', shared)).toEqual(['deadline', 'turn']);
  });

  it('falls to the lead when whoever owns it has left', async () => {
    const gone = { holdId: 'h3', code: 'housing', owner: 'leaver-station', recheckOn: '2026-12-20' };
    await must('nurse', shared, 'hold.added', gone);
    expect(await kindsOf('nurse', shared)).toEqual(['deadline', 'turn']);
    await api.store.memberships.update('leaver-station', { untilOn: '2026-11-30' });
    expect(await kindsOf('nurse', shared)).toEqual(['deadline', 'hold', 'turn']);
    await must('nurse', shared, 'hold.removed', { holdId: 'h3' });
  });

  it('is said as something to do, never as what was done', async () => {
    const planned = { conferenceId: 'k1', conferenceKind: 'joint', plannedOn: '2026-12-04' };
    await must('nurse', shared, 'conference.planned', planned);
    const said = (await tasksOf('nurse')).tasks.filter(({ caseId }) => caseId === shared).map(({ what }) => what.ja);
    expect(said).toContain('会議を開く');
    expect(said.filter(text => /た[)]?$/.test(text))).toEqual([]);
  });

  it('is given to a colleague and moved to another day, as entries of the history, and gone with the task', async () => {
    const find = async (name: string) =>
      (await tasksOf(name)).tasks.find(({ caseId, key }) => caseId === shared && key === 'deadline.conference.k1');
    expect(await find('ward')).toBeUndefined();
    const task = 'deadline.conference.k1';
    await must('nurse', shared, 'task.assigned', { task, owner: 'ward-hospital' });
    await must('nurse', shared, 'task.dueMoved', { task, dueOn: '2026-12-03', reason: 'canary-reason' });
    const route = `/cases/${shared}`;
    expect(await find('ward')).toMatchObject({ owner: { person: 'ward' }, dueOn: '2026-12-03', fix: { route } });
    expect((await find('ward'))?.owner.isOther).toBeUndefined();
    expect(await find('nurse')).toMatchObject({ owner: { person: 'ward', isOther: true }, dueOn: '2026-12-03' });
    const { json } = await ask('nurse', `/cases/${shared}/events?limit=500`);
    expect((json.events as { type: string; body: object; texts: object }[]).slice(-2)).toMatchObject([
      { type: 'task.assigned', label: 'タスクの担当を変えた', body: { task, owner: 'ward-hospital' } },
      { type: 'task.dueMoved', body: { task, dueOn: '2026-12-03' }, texts: { reason: 'canary-reason' } },
    ]);
    const held = { conferenceId: 'k1', attended: ['dischargeNurse'], actionItems: [] };
    await must('nurse', shared, 'conference.held', held);
    expect([await find('ward'), await find('nurse')]).toEqual([undefined, undefined]);
    expect(JSON.stringify(await ask('nurse', `/cases/${shared}`))).not.toContain(task);
  });

  it('of a turn is told by the card to its own house, so that the count of turns follows', async () => {
    const turnOf = async (name = 'nurse') =>
      ((await ask(name, `/cases/${shared}`)).json.card as { turn?: { owner?: string } }).turn;
    const own = (await tasksOf('nurse')).tasks.find(({ caseId, kind }) => caseId === shared && kind === 'turn');
    expect((await turnOf())?.owner).toBeUndefined();
    await must('nurse', shared, 'task.assigned', { task: own?.key, owner: 'ward-hospital' });
    expect((await turnOf())?.owner).toBe('ward-hospital');
    expect((await turnOf('visitor'))?.owner).toBeUndefined();
    await must('nurse', shared, 'task.assigned', { task: own?.key, owner: 'nurse-hospital' });
  });

  it('is given to nobody of another organisation, and is not another organisation’s to give', async () => {
    await must('nurse', shared, 'hold.added', { holdId: 'h4', code: 'housing', recheckOn: '2026-12-20' });
    const send = async (name: string, body: object) => {
      const { json } = await ask('nurse', `/cases/${shared}`);
      const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
      const answer = await ask(name, `/cases/${shared}/events`, 'POST', { type: 'task.assigned', ...body }, headers);
      const { reasons = [], issues = [] } = answer.json as {
        reasons?: { code: string }[];
        issues?: { path: string }[];
      };
      return [answer.status, ...reasons.map(({ code }) => code), ...issues.map(({ path }) => path)];
    };
    expect(await send('nurse', { task: 'hold.h4', owner: 'visitor-station' })).toEqual([400, 'owner']);
    expect(await send('visitor', { task: 'hold.h4', owner: 'visitor-station' })).toEqual([409, 'task.notYours']);
    expect(await send('nurse', { task: 'hold.h9', owner: 'ward-hospital' })).toEqual([409, 'task.gone']);
    expect(await send('nurse', { task: 'no such', owner: 'ward-hospital' })).toEqual([400, 'task']);
    await must('nurse', shared, 'hold.removed', { holdId: 'h4' });
  });

  it('is given to nobody who cannot see it: whose account is suspended, or whose role sees no case', async () => {
    await must('nurse', shared, 'hold.added', { holdId: 'h6', code: 'housing', recheckOn: '2026-12-20' });
    await api.store.people.update('gone', { disabled: true });
    const owners = (await ask('nurse', `/cases/${shared}`)).json.people as {
      members: Record<string, { open: boolean }>;
    };
    expect(owners.members).toHaveProperty('ward-hospital');
    for (const name of ['gone-hospital', 'keeper-hospital']) expect(owners.members).not.toHaveProperty(name);
    const why = async (type: string, body: object) => {
      const { json } = await ask('nurse', `/cases/${shared}`);
      const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${json.version}"` };
      const answer = await ask('nurse', `/cases/${shared}/events`, 'POST', { type, ...body }, headers);
      return [answer.status, answer.json.issues];
    };
    const suspended = [{ path: 'owner', message: 'この人は利用を停止されています。ほかの人を選んでください。' }];
    const without = [
      { path: 'owner', message: 'この人の役割ではお子さんのケースが見られません。ほかの人を選んでください。' },
    ];
    const hold = { holdId: 'h7', code: 'other', recheckOn: '2026-12-20' };
    for (const [type, body] of [
      ['task.assigned', { task: 'hold.h6' }],
      ['hold.added', hold],
    ] as const) {
      expect(await why(type, { ...body, owner: 'gone-hospital' })).toEqual([400, suspended]);
      expect(await why(type, { ...body, owner: 'keeper-hospital' })).toEqual([400, without]);
    }
    await must('nurse', shared, 'hold.removed', { holdId: 'h6' });
  });

  it('of a conference’s action item says what was written of it, also once it has an owner', async () => {
    await must('nurse', shared, 'conference.planned', {
      conferenceId: 'k5',
      conferenceKind: 'joint',
      plannedOn: '2026-12-01',
    });
    const actionItems = [{ id: 'i1', what: 'canary-item', dueOn: '2026-12-04' }, { id: 'i2' }];
    await must('nurse', shared, 'conference.held', { conferenceId: 'k5', attended: ['dischargeNurse'], actionItems });
    const said = async (name: string) =>
      (await tasksOf(name)).tasks.flatMap(({ caseId, kind, what }) =>
        caseId === shared && kind === 'actionItem' ? [what.ja] : [],
      );
    expect(await said('nurse')).toEqual(['宿題の担当と期限を決める:canary-item', '宿題の担当と期限を決める']);
    const given = { actionItemId: 'i1', owner: 'visitor-station', dueOn: '2026-12-03' };
    await must('nurse', shared, 'actionItem.assigned', given);
    expect(await said('visitor')).toEqual(['宿題を終える:canary-item']);
    const { json } = await ask('nurse', `/cases/${shared}/events?limit=500`);
    const held = (json.events as { body: { conferenceId?: string } }[]).findLast(
      ({ body }) => body.conferenceId === 'k5',
    );
    expect(held).toMatchObject({ body: { actionItems }, texts: {} });
    // It is a text of a record, which whoever reads the plan is told beside the facts, and no fact.
    const { facts, itemTexts } = (await ask('nurse', `/cases/${shared}`)).json;
    expect(JSON.stringify(facts)).not.toContain('canary-item');
    expect(JSON.stringify(itemTexts)).toContain('canary-item');
  });

  it('is bounded, and says that there is more', async () => {
    expect((await tasksOf('nurse')).more).toBe(false);
    for (let made = 0; made < 200; made++) await register(`many ${made}`);
    const { tasks, more } = await tasksOf('nurse');
    expect([tasks.length, more, tasks[0]?.kind]).toEqual([200, true, 'deadline']);
  });
});
