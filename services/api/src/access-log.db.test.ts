import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const send = (name: string, event: unknown) =>
  ask(name, `/cases/${caseId}/events`, 'POST', event, { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' });
type Entry = {
  at: string;
  action: string;
  what: string;
  outcome: string;
  by: { name: string | null; org: string | null; role: string } | null;
};
const logOf = async (name: string, query = '') => {
  const { status, json } = await ask(name, `/cases/${caseId}/access-log${query}`);
  return { status, entries: (json.entries ?? []) as Entry[], next: json.next as string | null };
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
      officer: ['hospital', 'dischargeNurse', ['privacyOfficer']],
      wardOfficer: ['hospital', 'wardNurse', ['privacyOfficer']],
      administrator: ['hospital', 'admin', ['privacyOfficer', 'orgAdmin']],
      visitor: ['station', 'visitingNurse'],
      visitingOfficer: ['station', 'visitingNurse', ['privacyOfficer']],
      strange: ['stranger', 'doctor', ['privacyOfficer']],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  const enquiry = { type: 'candidate.asked', candidateId: 'c-1', function: 'visitingNurse', organisation: 'station' };
  expect(await send('nurse', enquiry)).toMatchObject({ status: 200 });
  for (const name of ['nurse', 'visitor', 'strange']) {
    api.clock.advance({ minutes: 1 });
    await ask(name, `/cases/${caseId}`);
  }
});
afterAll(() => api.stop());

describe('who looked at a child', () => {
  it('is told to the privacy officer of the lead, newest first, the own question on top', async () => {
    const { status, entries } = await logOf('officer');
    expect(status).toBe(200);
    expect(entries.map(({ by, what, outcome }) => [by?.name, by?.org, what, outcome])).toEqual([
      ['officer', 'こども病院', 'access-log', 'ok'],
      // Somebody without a part in the case is no name that the history would tell.
      [null, 'よその診療所', 'case', 'not-found'],
      ['visitor', '訪看', 'case', 'ok'],
      ['nurse', 'こども病院', 'case', 'ok'],
    ]);
    expect(entries[1]?.by?.role).toBe('doctor');
    expect((await ask('officer', `/cases/${caseId}`)).json.accessLog).toBe(true);
  });

  it('is told to that of a partner as far as the own people go', async () => {
    const { entries } = await logOf('visitingOfficer');
    expect(new Set(entries.map(({ by }) => by?.org))).toEqual(new Set(['訪看']));
    expect(entries.map(({ by }) => by?.name)).toContain('visitor');
  });

  it('is told to nobody else, like a case that does not exist to whoever sees none', async () => {
    expect((await logOf('nurse')).status).toBe(403);
    expect((await logOf('visitor')).status).toBe(403);
    expect((await ask('nurse', `/cases/${caseId}`)).json.accessLog).toBe(false);
    for (const name of ['administrator', 'strange']) expect((await logOf(name)).status, name).toBe(404);
    const [last] = (await logOf('officer')).entries.filter(({ by }) => by?.name === 'nurse' && by.role !== '');
    expect(last).toMatchObject({ what: 'case' });
    const refusals = (await logOf('officer')).entries.filter(({ what }) => what === 'access-log');
    expect(refusals.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(['not-permitted', 'not-found']));
  });

  it('names a refused event as the history does: not to whoever sees nothing of its kind', async () => {
    const scheme = { type: 'entitlement.updated', kind: 'dailyEquipment', state: 'granted', until: 'never' };
    expect((await send('nurse', scheme)).status).toBe(400);
    const refusedFor = async (name: string) => (await logOf(name)).entries.find(({ action }) => action === 'refused');
    expect(await refusedFor('officer')).toMatchObject({ what: 'entitlement.updated', by: { name: 'nurse' } });
    expect(await refusedFor('wardOfficer')).toMatchObject({ what: 'hidden', by: null });
  });

  it('keeps nothing of a type that does not exist: it is free text, and may be a name', async () => {
    api.clock.advance({ minutes: 1 });
    for (const type of ['山田はなこ', 'no.such', 7]) expect((await send('nurse', { type })).status).toBe(400);
    const { entries } = await logOf('officer');
    const refused = entries.filter(({ action }) => action === 'refused').slice(0, 3);
    expect(refused.map(({ what, by }) => [what, by?.name])).toEqual(Array(3).fill(['', 'nurse']));
  });

  it('comes in pages, none left out and none twice, also where many fall on one instant', async () => {
    for (let n = 0; n < 25; n++) await ask('nurse', `/cases/${caseId}/transitions`);
    const { entries: all } = await logOf('officer', '?limit=500');
    // Each question is an entry of its own, newer than what is told.
    api.clock.advance({ minutes: 1 });
    const seen: Entry[] = [];
    let place: string | null = '';
    while (place !== null) {
      const page = await logOf('officer', `?limit=7${place && `&before=${place}`}`);
      seen.push(...page.entries);
      place = page.next;
    }
    expect(seen.filter(({ at }) => at <= (all[0]?.at ?? ''))).toEqual(all);
    expect(all.filter(({ what }) => what === 'transitions')).toHaveLength(25);
  });

  it('refuses a place that no page has given', async () => {
    const never = ['2026-02-30T00:00:00.000Z_0', '0000-01-01T00:00:00.000Z_0', '2026-12-01T24:00:00.000Z_0'];
    for (const before of ['7', '2026-13-01T00:00:00.000Z_0', '2026-12-01T00:00:00.000Z_-1', 'infinity_0', ...never])
      expect(await ask('officer', `/cases/${caseId}/access-log?before=${before}`), before).toMatchObject({
        status: 400,
        json: { issues: [{ path: 'before' }] },
      });
  });
});
