import { randomUUID } from 'node:crypto';
import { usualColumns } from '@kaerimichi/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newInLog } from './testing/new-in-log.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string>;
let children: string[];
const logged = newInLog('board.csv');
const printed = newInLog('boardList.print');

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: ['hospital', '=県立こども病院'], another: 'hospital', hub: 'hub' },
    {
      nurse: ['hospital'],
      stranger: ['another'],
      coordinator: ['hub', 'coordinator'],
      keeper: ['hospital', 'admin', ['orgAdmin']],
    },
  );
  children = [];
  for (const familyName of ['=HYPERLINK("x")', '石井', '森']) children.push(await register(familyName));
});
afterAll(() => api.stop());

async function register(familyName: string): Promise<string> {
  const child = { lead: 'hospital', familyName, givenName: 'そら', bornOn: '2025-09-10', needs: ['ventilator'] };
  const headers = { 'idempotency-key': randomUUID() };
  const body = { ...child, reason: 'x', origin: 'ward' };
  const { json } = await api.ask('POST', '/cases', { token: tokens.nurse ?? '', headers, body });
  return String(json.id);
}

async function csv(who: string, cases: readonly string[], over: object = {}) {
  const body = { cases, columns: [...usualColumns, 'lead'], language: 'ja', ...over };
  const { status, json } = await api.ask('POST', '/board/csv', { token: tokens[who] ?? '', body });
  const lines = String(json.text ?? '').split('\r\n');
  return { status, json, lines };
}

describe('the list of the board as a file', () => {
  it('has the cases in the order that was asked for, as words, and opens as text in a spreadsheet', async () => {
    const [odd = '', ishii = '', mori = ''] = children;
    const { status, json, lines } = await csv('nurse', [mori, odd, ishii, mori]);
    expect(status).toBe(200);
    expect(json).toMatchObject({ rows: 3, fileName: '連携ボード一覧-2026-12-01.csv' });
    expect(lines[0]).toBe(
      '\uFEFF番号,名前,年齢,段階,次にすること,いまの番,期限,条件,止まっている理由,必要なケア,主担当',
    );
    expect(lines[1]).toMatch(/^K-\d+,森 そら,1歳2か月,依頼・スクリーニング,/);
    expect(lines[1]).toContain(',呼吸器,');
    expect(lines[2]).toContain(`"'=HYPERLINK(""x"") そら"`);
    for (const line of lines.slice(1, 4)) expect(line.endsWith(",'=県立こども病院")).toBe(true);
    expect(lines.slice(4)).toEqual(['']);
    expect((await csv('nurse', [ishii], { language: 'en', columns: ['stage'] })).lines[0]).toBe(
      '\uFEFFNumber,Name,Stage',
    );
  });

  it('holds only what the person may see: no case of others, of a shared number the number', async () => {
    const [, ishii = ''] = children;
    expect((await csv('stranger', children)).json).toMatchObject({ rows: 0 });
    const { json, lines } = await csv('coordinator', [ishii, randomUUID()]);
    expect(json).toMatchObject({ rows: 1 });
    expect(lines[1]).toMatch(/^K-\d+,,,依頼・スクリーニング,,/);
    expect(String(json.text)).not.toContain('石井');
    expect((await csv('keeper', [ishii])).status).toBe(403);
    expect((await csv('nurse', [ishii], { columns: ['kana'] })).status).toBe(400);
  });

  it('stands in the log of every case that is in it, before it is given out', async () => {
    const [odd = '', ishii = ''] = children;
    await logged(api);
    await csv('nurse', [odd, ishii, randomUUID()]);
    await csv('stranger', [odd]);
    const person = 'nurse';
    expect(await logged(api)).toEqual([`${person} export board.csv ${odd}`, `${person} export board.csv ${ishii}`]);
  });

  it('stands there too when it is printed, of the cases that the person sees', async () => {
    const [odd = '', ishii = ''] = children;
    await printed(api);
    const print = (who: string, cases: readonly string[]) =>
      api.ask('POST', '/board/prints', { token: tokens[who] ?? '', body: { cases, paper: 'boardList' } });
    expect((await print('nurse', [odd, ishii, randomUUID()])).json).toEqual({ noted: 2 });
    expect((await print('stranger', [odd])).json).toEqual({ noted: 0 });
    expect((await print('keeper', [odd])).status).toBe(403);
    expect(await printed(api)).toEqual([
      `nurse export boardList.print ${odd}`,
      `nurse export boardList.print ${ishii}`,
    ]);
  });
});
