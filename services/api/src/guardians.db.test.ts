import { withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BORN,
  type Body,
  canaries,
  consent,
  type FamilyApi,
  PASSWORD,
  startFamilyApi,
} from './testing/start-family-api.ts';

let family: FamilyApi;
beforeAll(async () => {
  family = await startFamilyApi();
}, 60_000);
afterAll(() => family.api.stop());

describe('inviting a guardian', () => {
  it('is for whoever records the family’s consent as the lead; those who see the family’s situation read who was', async () => {
    const path = `/cases/${family.caseId}/guardians`;
    const reads = async (name: string) => (await family.ask(name, path)).status;
    expect([await reads('nurse'), await reads('ward'), await reads('doctor')]).toEqual([200, 200, 200]);
    expect([await reads('visitor'), await reads('admin'), await reads('nobody')]).toEqual([403, 404, 401]);
    const invites = async (name: string) => (await family.invite({}, name)).status;
    expect([await invites('ward'), await invites('doctor'), await invites('visitor')]).toEqual([403, 403, 403]);
    expect([await invites('admin'), await invites('nobody'), await invites('nurse')]).toEqual([404, 401, 201]);
    expect((await family.ask('doctor', path)).json).toMatchObject({ mayInvite: false, whyNot: null });
  });

  it('answers its code once: a retry is told the same invitation and no code', async () => {
    const body = { relation: 'father', categories: ['contacts'], decides: false };
    const key = family.keyed();
    const first = await family.ask('nurse', `/cases/${family.caseId}/guardians`, 'POST', body, key);
    const again = await family.ask('nurse', `/cases/${family.caseId}/guardians`, 'POST', body, key);
    expect(first.json).toMatchObject({ slip: { codeUntil: '2026-12-15T00:00:00.000Z' } });
    expect(again.json).toEqual({ id: first.json.id, slip: null });
    const guardians = await family.guardians();
    expect(guardians.find(({ id }) => id === first.json.id)).toEqual({
      ...{ id: first.json.id, relation: 'father', categories: ['contacts'], decides: false, state: 'invited' },
      ...{ from: '2026-12-01', until: null, invitedAt: '2026-12-01T00:00:00.000Z', joinedAt: null, name: null },
      renewal: null,
      withdrawnBy: null,
      codeUntil: '2026-12-15T00:00:00.000Z',
    });
  });

  it('is told of every fault by its field, and writes nothing', async () => {
    const faults = async (body: Body) => {
      const { status, json } = await family.invite(body);
      return [status, (json.issues as { path: string }[]).map(({ path }) => path).sort()];
    };
    expect(await faults({ relation: 'x', categories: [], decides: 'yes' })).toEqual([
      400,
      ['categories', 'decides', 'relation'],
    ]);
    expect(await faults({ categories: ['protection'] })).toEqual([400, ['categories.0']]);
    expect(await faults({ until: '2026-11-30' })).toEqual([400, ['until']]);
    expect(await faults({ from: '2026-12-24', until: '2026-12-20' })).toEqual([400, ['until']]);
  });
});

describe('a guardian', () => {
  it('reads the page of its own child, and no word of what is not for it', async () => {
    const { answer } = await family.joinAs('mai');
    expect(answer.status).toBe(201);
    const { status, json } = await family.ask('mai', '/family');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      child: 'そら',
      relation: 'mother',
      over: null,
      now: { step: 1, stage: 'screening' },
      arranging: ['equipment'],
      dates: [{ kind: 'conference', on: '2026-12-10', to: null }],
      contacts: [{ when: 'night', topic: null, text: 'こども病院 045-111-2222' }],
      team: [
        { org: { name: 'こども病院' }, lead: true, telephone: '045-000-0000' },
        { org: { name: '訪看' }, lead: false, functions: ['visitingNurse'] },
      ],
      care: ['ventilator'],
      skills: [{ procedure: 'suctionOral', level: 3 }],
      schemes: [{ kind: 'dailyEquipment', state: 'applied' }],
      consents: [
        { id: 'c-1', recipient: { name: '訪看' }, state: 'valid', mayWithdraw: true },
        { id: 'c-2', recipient: null, state: 'valid', mayWithdraw: false },
      ],
      power: { checked: true, plan: false },
    });
    const seen = await family.ask('mai', `/cases/${family.caseId}`);
    expect(seen).toMatchObject({ status: 200, json: { class: 'invited', card: { holds: [] }, deadlines: [] } });
    expect(seen.json.can).toEqual(['consent.withdrawn', 'skill.selfRated']);
    const history = await family.ask('mai', `/cases/${family.caseId}/events`);
    expect(new Set((history.json.events as Body[]).map(({ type }) => type))).toEqual(new Set(['hidden']));
    const all = JSON.stringify([json, seen.json, history.json]);
    for (const word of [...Object.values(canaries), 'familyCircumstances']) expect(all).not.toContain(word);
  });

  it('sees no other child, no board, no search, no list and no people', async () => {
    const status = async (path: string, method = 'GET', body?: unknown) =>
      (await family.ask('mai', path, method, body, family.keyed())).status;
    for (const path of ['', '/events', '/transitions', '/guardians', '/handoffs', '/access-log'])
      expect(await status(`/cases/${family.otherCase}${path}`), path).toBe(404);
    expect(await status('/board')).toBe(403);
    expect(await status('/search', 'POST', { q: '試験' })).toBe(403);
    expect(await status('/tasks')).toBe(403);
    expect((await family.ask('mai', '/handoffs?box=in')).json).toMatchObject({ handoffs: [] });
    expect((await family.ask('mai', `/cases/${family.caseId}/transitions`)).json).toEqual([]);
    expect(await status(`/cases/${family.caseId}/guardians`)).toBe(403);
    expect(await status(`/cases/${family.caseId}/access-log`)).toBe(403);
    expect(await status('/admin/people')).toBe(403);
    expect(await status('/imports/drafts')).toBe(403);
    expect((await family.ask('nurse', '/family')).status).toBe(404);
  });

  it('is told nothing that was not granted to it', async () => {
    await family.joinAs('apart', { relation: 'father', categories: ['disaster'], decides: true });
    const { json } = await family.ask('apart', '/family');
    expect(json).toMatchObject({ child: null, now: null, granted: ['disaster'], power: { checked: true } });
    for (const part of [
      'arranging',
      'dates',
      'contacts',
      'team',
      'care',
      'tasks',
      'skills',
      'schemes',
      'received',
      'consents',
    ])
      expect(json[part], part).toEqual([]);
    for (const word of ['そら', '試験', BORN, '045-111-2222', 'ventilator', '訪看', 'c-1'])
      expect(JSON.stringify(json)).not.toContain(word);
    expect((await family.tell('apart', { type: 'consent.withdrawn', consentId: 'c-1' })).status).toBe(403);
  });

  it('who was not granted the plan reads nowhere where the case stands or who leads it', async () => {
    await family.joinAs('purse', { relation: 'father', categories: ['money'], decides: true });
    const page = await family.ask('purse', '/family');
    expect(page.json).toMatchObject({ now: null, team: [], schemes: [{ kind: 'dailyEquipment' }] });
    const asked = ['', '/events', '/transitions', '/handoffs', '/handoff-proposal'];
    const answers = [page];
    for (const path of asked) {
      const answer = await family.ask('purse', `/cases/${family.caseId}${path}`);
      expect(answer.status, path).toBe(403);
      answers.push(answer);
    }
    expect(JSON.stringify(answers.map(({ json }) => json))).not.toMatch(/screening|hospital|こども病院/);
    const { entries } = await family.api.store.log.pageOfCase(family.caseId, { before: null, limit: 100, org: null });
    expect(entries.filter(({ what, outcome }) => what === 'case' && outcome === 'not-permitted')).toHaveLength(1);
    // What it may end is answered without the stage, and so is what is too old.
    await family.joinAs('ending', { categories: ['family'], decides: true });
    await family.told('nurse', { ...consent, consentId: 'c-9', scope: 'recipient', recipient: 'station' });
    const withdrawn = { type: 'consent.withdrawn', consentId: 'c-9' };
    const old = await family.ask('ending', `/cases/${family.caseId}/events`, 'POST', withdrawn, {
      ...family.keyed(),
      'if-match': '"1"',
    });
    expect([old.status, old.json.current]).toEqual([409, { version: family.version(), stage: null }]);
    expect(await family.tell('ending', withdrawn)).toMatchObject({ status: 200, json: { stage: null } });
  });

  it('closes a task that was given to it, and none of another', async () => {
    const { membership } = await family.joinAs('sei', { decides: false });
    const view = (await family.ask('nurse', `/cases/${family.caseId}`)).json as {
      people: { members: Record<string, Body> };
    };
    expect(view.people.members[membership]).toMatchObject({ name: 'sei', role: 'family', open: true });
    const held = { type: 'conference.held', conferenceId: 'k-1', attended: ['attendingDoctor'] };
    const items = [
      { id: 'a-1', what: '電気の契約を確かめる', owner: membership, dueOn: '2026-12-08' },
      { id: 'a-2', what: 'canary-task', owner: 'nurse-hospital', dueOn: '2026-12-08' },
    ];
    await family.told('nurse', { ...held, actionItems: items });
    expect((await family.ask('sei', '/family')).json.tasks).toEqual([
      { id: 'a-1', what: '電気の契約を確かめる', since: '2026-12-01', dueOn: '2026-12-08', doneOn: null },
    ]);
    expect((await family.ask('mai', '/family')).json.tasks).toEqual([]);
    // Whoever reads the whole plan tells one from another by what it says; nobody else reads a line.
    const linesFor = async (who: string) => (await family.ask(who, `/cases/${family.caseId}`)).json.itemTexts;
    expect(await linesFor('nurse')).toEqual({ 'a-1': '電気の契約を確かめる', 'a-2': 'canary-task' });
    expect([await linesFor('sei'), await linesFor('mai')]).toEqual([{}, {}]);
    expect((await family.tell('sei', { type: 'actionItem.closed', actionItemId: 'a-2' })).status).toBe(403);
    expect((await family.tell('mai', { type: 'actionItem.closed', actionItemId: 'a-1' })).status).toBe(403);
    expect((await family.tell('sei', { type: 'actionItem.closed', actionItemId: 'a-1' })).status).toBe(200);
    expect((await family.ask('sei', '/family')).json.tasks).toMatchObject([{ id: 'a-1', doneOn: '2026-12-01' }]);
    const { events } = (await family.ask('nurse', `/cases/${family.caseId}/events?after=${family.version() - 1}`))
      .json as { events: Body[] };
    expect(events.at(-1)).toMatchObject({ type: 'actionItem.closed', by: { name: 'sei', org: null, role: 'family' } });
  });

  it('is one look of whoever leaves the list of guardians open, and no activity', async () => {
    const { api, caseId } = family;
    const token = (await api.store.sessions.open('nurse-hospital'))?.token ?? '';
    const looks = async () => {
      await api.store.log.flush();
      const text = `SELECT count(*)::integer AS n FROM access_log WHERE action = 'read' AND case_id = $1`;
      return (await withOwner(api.adminUrl, client => client.query(text, [caseId]))).rows[0].n;
    };
    const list = (headers = {}) => api.ask('GET', `/cases/${caseId}/guardians`, { token, headers });
    const before = await looks();
    expect((await list()).status).toBe(200);
    const start = api.clock.now();
    for (let n = 0; n < 14; n++) {
      api.clock.advance({ minutes: 1 });
      expect((await list({ 'x-background': '1' })).status).toBe(200);
    }
    expect(await looks()).toBe(before + 1);
    api.clock.advance({ minutes: 1 });
    expect((await list({ 'x-background': '1' })).status).toBe(401);
    api.clock.set(start);
  });

  it('is named to nobody who does not read the family’s situation whole, as an owner or in the history', async () => {
    // To whoever reads the plan the task is told, and that somebody of the family has done it.
    const seen = await family.ask('visitor', `/cases/${family.caseId}`);
    expect(JSON.stringify(seen.json.facts)).toContain('"a-1"');
    expect((seen.json.people as { members: Body }).members).toHaveProperty('visitor-station');
    const { json } = await family.ask('visitor', `/cases/${family.caseId}/events`);
    const closed = (json.events as Body[]).filter(({ type }) => type === 'actionItem.closed');
    expect(closed).toMatchObject([{ by: { name: null, org: null, role: 'family' } }]);
    expect(JSON.stringify([seen.json.people, json])).not.toMatch(/"name":"(sei|mai|apart)"/);
    const tasks = await family.ask('doctor', '/tasks');
    expect(JSON.stringify(tasks.json)).not.toContain('sei');
  });

  it('is given no task of an organisation’s own people', async () => {
    const { membership } = await family.joinAs('own');
    const task = { type: 'task.assigned', task: 'hold.h-2', owner: membership };
    const answer = await family.tell('nurse', task);
    expect([answer.status, answer.json.issues]).toMatchObject([400, [{ path: 'owner' }]]);
    expect((await family.tell('nurse', { ...task, owner: 'ward-hospital' })).status).toBe(200);
  });

  it('owns nothing of another child', async () => {
    const { membership } = await family.joinAs('only');
    const hold = { type: 'hold.added', holdId: 'h-9', code: 'other', recheckOn: '2026-12-05', owner: membership };
    const headers = { ...family.keyed(), 'if-match': '"1"' };
    const answer = await family.ask('nurse', `/cases/${family.otherCase}/events`, 'POST', hold, headers);
    expect([answer.status, answer.json.issues]).toMatchObject([400, [{ path: 'owner' }]]);
  });

  it('ends what was shared where it holds parental authority; the lead cannot take that back', async () => {
    expect((await family.tell('sei', { type: 'consent.withdrawn', consentId: 'c-1' })).status).toBe(403);
    expect((await family.tell('mai', { type: 'consent.withdrawn', consentId: 'c-2' })).status).toBe(403);
    expect((await family.ask('visitor', `/cases/${family.caseId}`)).json).toMatchObject({ class: 'partner' });
    expect((await family.tell('mai', { type: 'consent.withdrawn', consentId: 'c-1' })).status).toBe(200);
    expect((await family.ask('visitor', `/cases/${family.caseId}`)).json).toMatchObject({ class: 'numberOnly' });
    const corrected = { type: 'entry.corrected', seq: family.version(), reason: 'まちがい' };
    expect((await family.tell('nurse', corrected)).status).toBe(403);
  });

  it('is not kept by an administrator: no list names it, nothing about it can be changed there', async () => {
    const { membership, answer } = await family.joinAs('mine');
    const person = (answer.json.person as Body).id;
    const people = JSON.stringify((await family.ask('admin', '/admin/people')).json);
    expect(people).toContain('nurse');
    expect(people).not.toContain('mine');
    const refused = async (path: string, method: string, body?: unknown) =>
      (await family.ask('admin', path, method, body, family.keyed())).status;
    expect(await refused(`/memberships/${membership}`, 'PUT', { role: 'doctor' })).toBe(404);
    expect(await refused(`/admin/people/${person}/disabled`, 'PUT', { disabled: true })).toBe(404);
    expect(await refused(`/admin/people/${person}/password-slip`, 'POST')).toBe(404);
  });

  it('is out with the next request once it is withdrawn, and the log of the child says who did what', async () => {
    const { id } = await family.joinAs('leaving');
    expect((await family.ask('leaving', '/family')).status).toBe(200);
    const withdraw = (name: string, of = family.caseId) => family.ask(name, `/cases/${of}/guardians/${id}`, 'DELETE');
    expect([(await withdraw('ward')).status, (await withdraw('nurse', family.otherCase)).status]).toEqual([403, 404]);
    expect((await withdraw('nurse')).status).toBe(204);
    expect((await family.ask('leaving', '/family')).status).toBe(401);
    expect(
      (await family.api.ask('POST', '/session', { body: { identifier: 'leaving', password: PASSWORD } })).status,
    ).toBe(401);
    const guardians = await family.guardians();
    expect(guardians.find(guardian => guardian.id === id)).toMatchObject({
      ...{ state: 'withdrawn', name: 'leaving', withdrawnBy: 'nurse' },
    });
    const { entries } = await family.api.store.log.pageOfCase(family.caseId, { before: null, limit: 500, org: null });
    const noted = entries.filter(({ action }) => action === 'administration').map(({ what }) => what);
    expect(new Set(noted)).toEqual(new Set(['guardian.invited', 'guardian.joined', 'guardian.withdrawn']));
    expect(entries.filter(({ what }) => what === 'guardian.withdrawn')).toMatchObject([{ person: 'nurse' }]);
    const kept = await family.api.store.guardians.ofCase(family.caseId);
    expect(kept.filter(guardian => guardian.withdrawnAt !== null)).toMatchObject([
      { id, by: 'nurse-hospital', withdrawnBy: 'nurse-hospital' },
    ]);
    expect(entries.filter(({ what }) => what === 'family').length).toBeGreaterThan(0);
  });
});
