import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let caseId = '';
let version = 0;

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function send(name: string, event: object): Promise<void> {
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${version}"` };
  const { status, json } = await ask(name, `/cases/${caseId}/events`, 'POST', event, headers);
  expect(json).toMatchObject({ accepted: true });
  expect(status).toBe(200);
  version = Number(json.version);
}

type Entry = { seq: number; label: string; corrected: boolean; proposed: unknown; correctable: boolean };
const historyOf = async (name: string, query = ''): Promise<Entry[]> =>
  (await ask(name, `/cases/${caseId}/events${query}`)).json.events as Entry[];
const entryOf = async (name: string, seq: number) =>
  (await historyOf(name)).find(entry => entry.seq === seq) ?? expect.fail(`no entry ${seq}`);

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const hospital = ['childrensHospital', 'こども病院'] as const;
  tokens = await startPeople(api, { hospital }, { first: ['hospital'], second: ['hospital'] });
  const registration = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
  const made = await ask('first', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  version = Number(made.json.version);
  await send('first', { type: 'factors.recorded', factors: ['medicalProcedures'] });
  await send('first', { type: 'screening.completed' });
});
afterAll(() => api.stop());

describe('the correction of a move in the history', () => {
  it('is said to be proposed, and by whom, until a second person has made it too', async () => {
    const moved = version;
    expect(await entryOf('second', moved)).toMatchObject({ corrected: false, proposed: null });
    await send('first', { type: 'entry.corrected', seq: moved, reason: '誤り' });
    const proposal = version;
    const by = { name: 'first', org: 'こども病院', role: 'dischargeNurse' };
    expect(await entryOf('first', moved)).toMatchObject({ corrected: false, proposed: by, correctable: false });
    expect(await entryOf('second', moved)).toMatchObject({ corrected: false, proposed: by, correctable: true });
    // A page that holds the entry alone says the same.
    expect(await historyOf('second', `?after=${moved - 1}&limit=1`)).toMatchObject([
      { corrected: false, proposed: by },
    ]);
    expect((await entryOf('second', proposal)).label).toBe('記録の訂正を提案した');
    await send('second', { type: 'entry.corrected', seq: moved, reason: '誤り' });
    expect(await entryOf('first', moved)).toMatchObject({ corrected: true, proposed: null, correctable: false });
    expect(await historyOf('first', `?after=${moved - 1}&limit=1`)).toMatchObject([
      { corrected: true, proposed: null },
    ]);
    expect((await entryOf('first', proposal)).label).toBe('記録の訂正を提案した');
    expect((await entryOf('first', version)).label).toBe('記録を訂正した');
  });

  it('is done at once where it is of a fact', async () => {
    await send('first', { type: 'factors.recorded', factors: ['medicalProcedures'] });
    const recorded = version;
    await send('first', { type: 'entry.corrected', seq: recorded, reason: '誤り' });
    expect(await entryOf('second', recorded)).toMatchObject({ corrected: true, proposed: null });
    expect((await entryOf('second', version)).label).toBe('記録を訂正した');
  });
});
