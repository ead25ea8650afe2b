import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let child = { id: '', version: 1 };

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', other: 'hospital', office: 'prefecture' },
    {
      nurse: ['hospital'],
      doctor: ['hospital', 'doctor'],
      stranger: ['other'],
      officer: ['office', 'prefecture'],
    },
  );
});
afterAll(() => api.stop());
beforeEach(async () => {
  const body = { lead: 'hospital', reason: 'x', origin: 'ward', bornOn: '2026-03-01', familyName: '石井' };
  const { json } = await ask('nurse', 'POST', '/cases', body);
  child = { id: String(json.id), version: Number(json.version) };
});

const ask = (who: string, method: string, path: string, body?: object) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${child.version}"` },
  });
type Seen = { since: string | null; first: boolean; cases: Record<string, { version: number; card?: object }> };
const seenBy = async (who: string) => (await ask(who, 'GET', '/me/seen')).json as Seen;
const note = (who: string, cases: Record<string, number>, board?: string) =>
  ask(who, 'PUT', '/me/seen', { ...(board && { board }), cases });
/** Something is written in the case. */
const happen = async () => {
  const hold = { type: 'hold.added', holdId: crypto.randomUUID(), code: 'housing', recheckOn: '2026-12-20' };
  expect((await ask('nurse', 'POST', `/cases/${child.id}/events`, hold)).status).toBe(200);
};

describe('what somebody has seen', () => {
  it('is known at the next workplace, with how the case looked then, and to nobody else', async () => {
    await note('doctor', { [child.id]: child.version });
    expect((await seenBy('doctor')).cases[child.id]).toEqual({ version: child.version });
    await happen();
    expect((await seenBy('doctor')).cases[child.id]).toMatchObject({
      version: child.version,
      card: { holds: '', stage: expect.any(String) },
    });
    expect((await seenBy('nurse')).cases[child.id]).toBeUndefined();
    expect(JSON.stringify(await seenBy('doctor'))).not.toContain('石井');
  });

  it('of a version that is not there yet is the one that is there', async () => {
    await note('doctor', { [child.id]: 99 });
    expect((await seenBy('doctor')).cases[child.id]).toEqual({ version: child.version });
  });

  it('of a case that one does not see is not kept', async () => {
    expect((await note('stranger', { [child.id]: 1 })).status).toBe(200);
    expect((await seenBy('stranger')).cases).toEqual({});
  });

  it('is not asked of whoever sees no cases', async () => {
    expect((await ask('officer', 'GET', '/me/seen')).status).toBe(403);
    expect((await note('officer', {}, 'board')).status).toBe(403);
  });

  it('is told of few enough cases at a time', async () => {
    const many = Object.fromEntries([...Array(501).keys()].map(n => [`c${n}`, 1]));
    expect((await note('doctor', many)).status).toBe(400);
  });

  it('is everything on the first visit to a board, and afterwards what was looked at', async () => {
    const before = await seenBy('stranger');
    expect([before.first, before.since]).toEqual([true, null]);
    await note('nurse', {}, 'board');
    const now = await seenBy('nurse');
    expect([now.first, now.since]).toEqual([false, '2026-12-01T00:00:00.000Z']);
    expect(now.cases[child.id]?.version).toBe(child.version);
    await happen();
    await note('nurse', {}, 'board');
    expect((await seenBy('nurse')).cases[child.id]?.version).toBe(child.version);
  });
});

describe('how a case looked', () => {
  it('is no longer told once it is shown in another way', async () => {
    await note('doctor', { [child.id]: child.version });
    await happen();
    const [kept] = await api.store.seen.of('doctor', [child.id]);
    expect((await seenBy('doctor')).cases[child.id]?.card).toBeDefined();
    if (!kept?.shown) throw new Error('nothing was kept');
    await api.store.seen.note('doctor', [{ ...kept, shown: { ...kept.shown, sight: 'hospital partner' } }]);
    expect((await seenBy('doctor')).cases[child.id]).toEqual({ version: child.version });
  });
});

describe('whether others see where somebody is', () => {
  it('is set by that person, and kept', async () => {
    expect((await ask('doctor', 'GET', '/me')).json.showsPresence).toBe(true);
    expect((await ask('doctor', 'PUT', '/me/presence', { shown: false })).json.showsPresence).toBe(false);
    expect((await ask('doctor', 'GET', '/me')).json.showsPresence).toBe(false);
    expect((await ask('nurse', 'GET', '/me')).json.showsPresence).toBe(true);
    expect((await ask('doctor', 'PUT', '/me/presence', { shown: true })).json.showsPresence).toBe(true);
  });
});
