import { randomUUID } from 'node:crypto';
import { withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const keeper = ['hospital', 'admin', ['orgAdmin']] as const;
  const people = { keeper, second: keeper, nurse: ['hospital'] } as const;
  tokens = await startPeople(api, { hospital: 'childrensHospital' }, people);
});
afterAll(() => api.stop());

const ask = (name: string, method: string, path: string, body?: unknown) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers: { 'idempotency-key': randomUUID() } });

type Row = Record<'action' | 'person' | 'org' | 'case_id' | 'what' | 'outcome', string | null>;

/** What the work leaves in the access log, oldest first. */
async function leaves(work: () => Promise<unknown>): Promise<Row[]> {
  const rows = async () => {
    await api.store.log.flush();
    const text = 'SELECT action, person, org, case_id, what, outcome FROM access_log ORDER BY id';
    return (await withOwner(api.adminUrl, client => client.query<Row>(text))).rows;
  };
  const before = (await rows()).length;
  await work();
  return (await rows()).slice(before);
}

const byKeeper = { action: 'administration', person: 'keeper', org: 'hospital', case_id: null };

describe('what administrators change', () => {
  it('is in the access log: an organisation, and a person with what they were given', async () => {
    let [organisation, person] = ['', ''];
    const founded = await leaves(async () => {
      const { json } = await ask('keeper', 'POST', '/admin/organisations', { kind: 'clinic', name: '青空診療所' });
      organisation = String(json.id);
    });
    expect(founded).toEqual([{ ...byKeeper, what: `organisation ${organisation} clinic`, outcome: 'added' }]);
    const brought = await leaves(async () => {
      const newcomer = { identifier: 'colleague', displayName: '鈴木', org: 'hospital', role: 'dischargeNurse' };
      const { json } = await ask('keeper', 'POST', '/admin/people', { ...newcomer, flags: ['mayWaive'] });
      person = String(json.id);
    });
    expect(brought).toEqual([
      { ...byKeeper, what: `person ${person} in hospital: dischargeNurse mayWaive`, outcome: 'added' },
      { ...byKeeper, action: 'password', what: `slip ${person}`, outcome: 'given' },
    ]);
  });

  it('is there with what was before and after: of a membership that changes or ends', async () => {
    const change = (body: object) => leaves(() => ask('keeper', 'PUT', '/memberships/nurse-hospital', body));
    const before = 'dischargeNurse 2026-01-01/';
    const after = 'dischargeNurse mayWaive 2026-01-01/2027-03-31';
    expect(await change({ flags: ['mayWaive'], until: '2027-03-31' })).toEqual([
      { ...byKeeper, what: `membership nurse-hospital: ${before} > ${after}`, outcome: 'changed' },
    ]);
    expect(await change({ end: true })).toEqual([
      {
        ...byKeeper,
        what: `membership nurse-hospital: ${after} > dischargeNurse mayWaive 2026-01-01/2026-11-30`,
        outcome: 'changed',
      },
    ]);
    // Refused at its field: nothing changed, and nothing is said.
    expect(await change({ role: 'school' })).toEqual([]);
  });

  it('is there of somebody who is shut out and let in again', async () => {
    const set = (disabled: boolean) => ask('keeper', 'PUT', '/admin/people/second/disabled', { disabled });
    const entry = { ...byKeeper, what: 'person second' };
    expect(await leaves(() => set(true))).toEqual([{ ...entry, outcome: 'disabled' }]);
    // Whoever founds is let in again by two, and by one alone where nobody else could confirm.
    expect(await leaves(() => set(false))).toEqual([{ ...entry, outcome: 'enabled alone' }]);
  });

  it('begins with the first set-up', async () => {
    const { token } = await api.store.setupLinks.create();
    const first = { identifier: 'first', displayName: '佐藤', password: 'long enough words' };
    let made: Record<string, { id: string }> = {};
    const rows = await leaves(async () => {
      const { json } = await api.ask('POST', '/setup', {
        body: { token, organisation: { kind: 'hub', name: '拠点' }, person: first },
      });
      made = json as typeof made;
    });
    const by = { action: 'administration', person: made.person?.id, org: made.organisation?.id, case_id: null };
    expect(rows).toEqual([{ ...by, what: 'first set-up', outcome: 'done' }]);
  });
});
