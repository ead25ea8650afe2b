import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseAsker } from './testing/case-asker.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

type Group = {
  caseId: string;
  no: string;
  name?: string;
  version: number;
  items: { kind: string; label?: { ja: string }; what?: { ja: string }; by?: { org: string; role: string } }[];
};
type Answer = { turn: Group[]; changes: Group[]; more: boolean; muted: (Group & { kinds: string[] })[] };

let api: TestApi;
let caseId = '';
const tokens: Record<string, string> = {};
const { ask, must, consentTo } = caseAsker({ api: () => api, tokens, caseId: () => caseId, lead: () => 'nurse' });

async function inboxOf(name: string): Promise<Answer> {
  const { status, json } = await ask(name, 'GET', '/inbox');
  expect([name, status]).toEqual([name, 200]);
  return json as unknown as Answer;
}
const kindsOf = async (name: string, tab: 'turn' | 'changes') =>
  (await inboxOf(name))[tab].map(({ items }) => items.map(({ kind }) => kind));
const read = async (name: string, version = 1_000) =>
  (await ask(name, 'PUT', '/inbox/read', { cases: [{ caseId, version }] })).json;
const note = (name: string) => must(name, 'note.added', { note: 'canary-note' });

beforeAll(async () => {
  api = await startTestApi('2026-12-01T14:55:00.000Z');
  Object.assign(
    tokens,
    await startPeople(
      api,
      {
        hospital: ['childrensHospital', 'こども病院'],
        station: 'visitingNursingStation',
        other: 'visitingNursingStation',
      },
      {
        nurse: ['hospital'],
        ward: ['hospital', 'wardNurse'],
        visitor: ['station', 'visitingNurse'],
        stranger: ['other', 'visitingNurse'],
        keeper: ['hospital', 'admin'],
      },
    ),
  );
  const child = { lead: 'hospital', familyName: 'canary-name', bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  caseId = String((await ask('nurse', 'POST', '/cases', child)).json.id);
  await must('nurse', 'candidate.asked', {
    ...{ candidateId: 't-1', function: 'visitingNurse', organisation: 'station', replyBy: '2026-12-08' },
  });
});
afterAll(() => api.stop());

describe('あなたの番', () => {
  it('tells whoever was asked, by case, until the case is read; what there is to do stays', async () => {
    expect(await kindsOf('visitor', 'turn')).toEqual([['enquiry']]);
    expect((await inboxOf('visitor')).turn[0]).toMatchObject({ caseId, no: expect.stringMatching(/^K-/) });
    // Asked without consent: of the child nothing but the number.
    expect(JSON.stringify(await inboxOf('visitor'))).not.toContain('canary-name');
    expect(await read('visitor')).toEqual({ read: 1 });
    expect(await kindsOf('visitor', 'turn')).toEqual([]);
    const { json } = await ask('visitor', 'GET', '/tasks');
    expect(json.tasks).toMatchObject([{ kind: 'enquiry' }]);
  });

  it('says to whoever waits that it was read there, and by nobody in particular', async () => {
    const { json } = await ask('nurse', 'GET', '/tasks');
    expect(json.waiting).toMatchObject([
      { kind: 'enquiry', org: 'station', told: { mailed: null, readAt: '2026-12-01T14:55:00.000Z' } },
    ]);
    expect(JSON.stringify(json.waiting)).not.toContain('visitor');
  });

  it('tells it to a colleague all the same, and names the child to whom its card does', async () => {
    const [own] = (await inboxOf('nurse')).turn;
    expect(own).toMatchObject({ caseId, name: 'canary-name' });
    expect(own?.items.map(({ kind }) => kind)).toContain('turn');
    await read('nurse');
    expect((await inboxOf('nurse')).turn).toEqual([]);
    // It is told anew once something else waits.
    await must('nurse', 'hold.added', { holdId: 'h1', code: 'equipment', recheckOn: '2026-12-01' });
    expect(await kindsOf('nurse', 'turn')).toEqual([['hold']]);
  });

  it('tells once more of what became overdue, and on the last business day before something', async () => {
    for (const [holdId, recheckOn] of [
      ['h-near', '2026-12-03'],
      ['h-ahead', '2026-12-04'],
    ])
      await must('nurse', 'hold.added', { holdId, code: 'housing', recheckOn });
    await read('nurse');
    expect(await kindsOf('nurse', 'turn')).toEqual([]);
    // Past midnight in Japan.
    api.clock.advance({ minutes: 10 });
    const items = (await inboxOf('nurse')).turn[0]?.items as unknown as { ref: string }[];
    expect(items.map(({ ref }) => ref).sort()).toEqual(['h-near', 'h1']);
    await read('nurse');
    expect(await kindsOf('nurse', 'turn')).toEqual([]);
  });
});

describe('変更のお知らせ', () => {
  it('tells what others did in a case that one has read once, not what one did oneself', async () => {
    expect((await inboxOf('ward')).changes).toEqual([]);
    await note('nurse');
    expect((await inboxOf('ward')).changes).toEqual([]);
    await read('ward');
    await note('nurse');
    await note('ward');
    const [group] = (await inboxOf('ward')).changes;
    expect(group).toMatchObject({
      ...{ caseId, name: 'canary-name' },
      items: [{ kind: 'notes', label: { ja: '書き込んだ' }, by: { org: 'hospital', role: 'dischargeNurse' } }],
    });
    expect(JSON.stringify(group)).not.toContain('canary-note');
  });

  it('is cleared by reading as far as was seen, and never comes back', async () => {
    const before = (await inboxOf('ward')).changes[0]?.version ?? 0;
    await note('nurse');
    await read('ward', before);
    expect(await kindsOf('ward', 'changes')).toEqual([['notes']]);
    await read('ward');
    await read('ward', 1);
    expect(await kindsOf('ward', 'changes')).toEqual([]);
  });

  it('says nothing of what the clock reminds of: that stands in あなたの番 alone', async () => {
    await read('ward');
    const reminded = await api.casework.sendTimeEvent(caseId, { type: 'due.reminded', body: {} });
    expect(reminded.ok).toBe(true);
    expect((await inboxOf('ward')).changes).toEqual([]);
  });

  it('tells a partner of its categories alone, and of nothing at once when its sight ends', async () => {
    await must('visitor', 'candidate.answered', { candidateId: 't-1', answer: 'accepted' });
    await consentTo('station', ['plan']);
    await read('visitor');
    await must('nurse', 'whereabouts.recorded', { place: 'hospital' });
    expect(await kindsOf('visitor', 'changes')).toEqual([]);
    await note('nurse');
    expect(await kindsOf('visitor', 'changes')).toEqual([['notes']]);
    expect(await kindsOf('ward', 'changes')).toEqual([
      expect.arrayContaining(['notes', 'consents', 'team', 'entries']),
    ]);
    await must('nurse', 'consent.withdrawn', { consentId: 'c-station' });
    expect((await inboxOf('visitor')).changes).toEqual([]);
  });
});

describe('what one wants to hear no more', () => {
  it('is left out of one case, and told again', async () => {
    await read('ward');
    await note('nurse');
    expect((await ask('ward', 'PUT', '/inbox/muted', { caseId, kinds: ['notes'] })).status).toBe(200);
    const { changes, muted } = await inboxOf('ward');
    expect(changes).toEqual([]);
    expect(muted).toMatchObject([{ caseId, name: 'canary-name', kinds: ['notes'] }]);
    await ask('ward', 'PUT', '/inbox/muted', { caseId, kinds: [] });
    expect(await kindsOf('ward', 'changes')).toEqual([['notes']]);
  });

  it('is left out of every case by the settings', async () => {
    await ask('ward', 'PUT', '/me/settings', { muted: ['notes'] });
    expect((await inboxOf('ward')).changes).toEqual([]);
    await ask('ward', 'PUT', '/me/settings', { muted: [] });
    expect(await kindsOf('ward', 'changes')).toEqual([['notes']]);
  });
});

describe('a stranger', () => {
  it('reads and mutes nothing of a case that it does not see', async () => {
    expect(await read('stranger')).toEqual({ read: 0 });
    expect((await ask('stranger', 'PUT', '/inbox/muted', { caseId, kinds: [] })).status).toBe(404);
    expect((await ask('keeper', 'GET', '/inbox')).status).toBe(403);
  });
});

it('keeps no name and no word of what was written', async () => {
  const marks = [await api.store.inbox.marksOf('nurse-hospital'), await api.store.inbox.marksOf('ward-hospital')];
  expect(marks.flat().length).toBe(2);
  expect(JSON.stringify(marks)).not.toContain('canary');
});
