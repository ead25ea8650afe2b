import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const CASES = 230;
let api: TestApi;
let token: string;
/** The latest closed first; the last one needs a ventilator. */
let nos: string[];

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  const person = await signedInAs(api.store, 'nurse-hospital');
  token = person.token;
  const names = { familyName: null, givenName: null, familyKana: null, givenKana: null };
  for (let n = 0; n < CASES; n++) {
    const registered = await api.casework.register({
      who: person.signedIn,
      key: { key: `key-${n}`, bodyHash: '' },
      registration: {
        lead: 'hospital',
        identity: { ...names, sex: 'unknown', hospitalNumber: null, municipality: null },
        bornOn: '2026-03-01',
        reason: 'x',
        origin: 'ward',
      },
      meta: { requestId: 'test', language: 'ja' },
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
  }
  nos = await withOwner(api.adminUrl, async client => {
    await client.query(`UPDATE board_card b SET closed_at = '2026-11-01T00:00:00Z'::timestamptz + c.ordinal * interval '1 minute'
      FROM care_case c WHERE c.id = b.case_id`);
    await client.query(
      'UPDATE case_access a SET closed_at = b.closed_at FROM board_card b WHERE b.case_id = a.case_id',
    );
    const { rows } = await client.query<{ no: string }>(
      'SELECT c.no FROM care_case c JOIN board_card b ON b.case_id = c.id ORDER BY b.closed_at DESC, c.id',
    );
    const own = `UPDATE board_card b SET card = jsonb_set(b.card::jsonb, '{needs}', '["ventilator"]')
      FROM care_case c WHERE c.id = b.case_id AND c.no = $1`;
    await client.query(own, [rows.at(-1)?.no]);
    return rows.map(({ no }) => no);
  });
});
afterAll(() => api.stop());

async function closed(query: Record<string, string>) {
  const { status, json } = await api.ask('GET', `/board?${new URLSearchParams({ closed: '1', ...query })}`, { token });
  const at = ((json.columns ?? []) as string[]).indexOf('no');
  return { status, nos: ((json.rows ?? []) as unknown[][]).map(row => row[at]), next: json.next, json };
}

describe('closed cases', () => {
  it('come in pages, the latest first, none left out and none twice', async () => {
    const first = await closed({});
    expect(first.nos).toEqual(nos.slice(0, 200));
    const second = await closed({ after: String(first.next) });
    expect(second.nos).toEqual(nos.slice(200));
    expect(second.next).toBeNull();
  });

  it('are filtered before a page is cut, by what every card shows and by what this one shows', async () => {
    const oldest = nos.at(-1) ?? '';
    expect((await closed({ need: 'ventilator' })).nos).toEqual([oldest]);
    expect((await closed({ need: 'ventilator', lead: 'hospital' })).nos).toEqual([oldest]);
    expect(await closed({ lead: 'nobody' })).toMatchObject({ nos: [], next: null });
    const first = await closed({ stage: 'screening' });
    const second = await closed({ stage: 'screening', after: String(first.next) });
    expect([...first.nos, ...second.nos]).toEqual(nos);
  });

  it('refuse a place that no page has given', async () => {
    const never = ['2026-02-31T00:00:00.000Z_a', '0000-01-01T00:00:00.000Z_a', '2026-11-01T24:00:00.000Z_a'];
    for (const after of ['x', '2026-13-01T00:00:00.000Z_id', '2026-11-01T00:00:00.000Z_', 'infinity_id', ...never])
      expect(await closed({ after })).toMatchObject({ status: 400, json: { issues: [{ path: 'after' }] } });
  });

  it('are not on the board, which is whole and has no next page', async () => {
    const { status, json } = await api.ask('GET', '/board', { token });
    expect({ status, next: json.next, rows: json.rows }).toEqual({ status: 200, next: null, rows: [] });
  });
});

describe('the filters of the board', () => {
  it('take no text: a name stands in no URL, and is looked for by POST /search', async () => {
    const answer = await api.ask('GET', '/board?text=K', { token });
    expect(answer).toMatchObject({ status: 400, json: { code: 'bad-input' } });
  });

  it('find any hold, and what is due, as the console does', async () => {
    expect((await closed({ hold: 'any' })).nos).toEqual([]);
    expect((await closed({ stage: 'screening', due: 'none' })).nos).not.toEqual([]);
    expect((await closed({ turn: 'hospital' })).nos.length).toBeGreaterThan(0);
  });
});
