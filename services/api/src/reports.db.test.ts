import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const made: string[] = [];

const people = {
  ken: ['ken', 'prefecture'],
  kenadmin: ['ken', 'admin'],
  nurse: ['hospital', 'dischargeNurse'],
  doctor: ['hospital', 'doctor'],
  hub: ['hub', 'coordinator'],
  town: ['town', 'publicHealthNurse'],
} as const;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const organisations = { ken: 'prefecture', hospital: 'childrensHospital', hub: 'hub', town: 'municipality' } as const;
  tokens = await startPeople(api, organisations, people);
  for (let n = 0; n < 50; n++) await register(n < 30 ? '2026-03-01' : n < 48 ? '2018-05-01' : '2012-05-01');
});
afterAll(() => api.stop());

async function register(bornOn: string) {
  const body = { lead: 'hospital', familyName: '白鳥', bornOn, reason: 'x', origin: 'ward' };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const { status, json } = await api.ask('POST', '/cases', { token: tokens.nurse ?? '', body, headers });
  expect(status).toBe(201);
  made.push(String(json.id), String(json.no));
}
const countsFor = (name: string) => api.ask('GET', '/reports/counts', { token: tokens[name] ?? '' });
type Table = { id: string; total: unknown; rows: { key: string; count: unknown }[] };

describe('counts of the network', () => {
  it('are told to the prefecture, small cells hidden, and no name, number or id with them', async () => {
    const { status, json } = await countsFor('ken');
    expect(status).toBe(200);
    expect(json).toMatchObject({ at: '2026-12-01T00:00:00.000Z', yearFrom: '2026-04-01' });
    const tables = Object.fromEntries((json.tables as Table[]).map(table => [table.id, table]));
    expect(Object.keys(tables)).toEqual(['column', 'lead', 'age', 'need', 'hold', 'closed']);
    expect(tables.age?.total).toBe(50);
    // 30, 18 and 2: with the 18 shown, the 2 would be the rest of the total.
    const ages = tables.age?.rows.map(({ count }) => count);
    expect(ages).toEqual([30, 'under5', 'under5', 'withheld', 'under5', 'under5', 'under5', 'under5']);
    expect(tables.closed?.total).toBe('under5');
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/"(count|total)":[0-4]\b/);
    for (const word of [...made, '白鳥', '2012-05-01', '2026-03-01']) expect(text).not.toContain(word);
  });

  it('are refused to everybody else, whose page is not offered them either', async () => {
    for (const [name, [, role]] of Object.entries(people)) {
      const { status, json } = await countsFor(name);
      const me = await api.ask('GET', '/me', { token: tokens[name] ?? '' });
      const isTold = role === 'prefecture';
      expect([status, (me.json.abilities as { counts: boolean }).counts], name).toEqual([isTold ? 200 : 403, isTold]);
      if (!isTold) expect(json.code).toBe('not-permitted');
    }
    expect((await api.ask('GET', '/reports/counts')).status).toBe(401);
  });

  it('open no case, no board and no search to the prefecture', async () => {
    const token = tokens.ken ?? '';
    expect((await api.ask('GET', `/cases/${made[0]}`, { token })).status).toBe(404);
    expect((await api.ask('GET', '/board', { token })).status).toBe(403);
    expect((await api.ask('POST', '/search', { token, body: { q: '白鳥' } })).status).toBe(403);
  });
});
