import { randomUUID } from 'node:crypto';
import type { CaseFee, HouseCounts } from '@kaerimichi/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
let child = '';

const ask = (name: string, method: string, path: string, body?: object, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', headers: { 'idempotency-key': randomUUID(), ...headers }, body });
async function send(name: string, body: Readonly<Record<string, unknown>>) {
  const { json } = await ask('nurse', 'GET', `/cases/${child}`);
  return ask(name, 'POST', `/cases/${child}/events`, body, { 'if-match': `"${json.version}"` });
}
const fee = async (id: string): Promise<CaseFee> => {
  const { status, json } = await ask('nurse', 'GET', `/cases/${child}/fees`);
  expect(status).toBe(200);
  const found = (json as unknown as CaseFee[]).find(one => one.id === id);
  if (!found) throw new Error(`no fee ${id}`);
  return found;
};
const missingOf = ({ conditions }: CaseFee) => conditions.flatMap(({ needs }) => needs.map(need => need.fact));

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', other: 'hospital' },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      keeper: ['hospital', 'admin', ['orgAdmin']],
      stranger: ['other', 'dischargeNurse', ['orgAdmin']],
    },
  );
  const registration = { lead: 'hospital', familyName: '青木', bornOn: '2024-03-07', reason: 'x', origin: 'ward' };
  child = String((await ask('nurse', 'POST', '/cases', registration)).json.id);
});
afterAll(() => api.stop());

const standards = { fromOn: '2026-04-01', notified: ['a246.3', 'a246.child'], video: false, dpc: false };

describe('facts of the accounts', () => {
  it('are missing until somebody recorded them, each with the form that supplies it', async () => {
    const needs = (await fee('a246.3')).conditions.flatMap(one => one.needs);
    expect(needs.find(({ fact }) => fact === 'wardFee')?.event).toBe('account.recorded');
    expect(needs.find(({ fact }) => fact === 'notified')?.event).toBeNull();
  });

  it('of the case are one entry of money, which the next person’s panel rests on', async () => {
    const account = {
      ...{ type: 'account.recorded', admittedOn: '2026-11-20', dpc: false, claimsAreWhole: true },
      wards: [{ wardFee: 'A302', from: '2026-11-20' }],
    };
    expect((await send('ward', account)).status).toBe(403);
    expect(await send('nurse', account)).toMatchObject({ status: 200 });
    const missing = missingOf(await fee('a246.3'));
    for (const fact of ['wardFee', 'dpc', 'admittedOn', 'claimedSameStay']) expect(missing).not.toContain(fact);
    // Who reads no money is told of no ward fee: neither among the facts nor in the history.
    const read = await Promise.all([`/cases/${child}`, `/cases/${child}/events`].map(path => ask('ward', 'GET', path)));
    expect(JSON.stringify(read.map(({ json }) => json))).not.toMatch(/A302|admittedOn/);
    const whole = await ask('nurse', 'GET', `/cases/${child}`);
    expect(whole.json.facts).toMatchObject({ money: { account: { wards: [{ wardFee: 'A302' }] } } });
  });

  it('of the house are kept by day by whoever administers it, and are no other house’s', async () => {
    expect((await ask('nurse', 'PUT', '/reports/house/standards', standards)).status).toBe(403);
    const wrong = await ask('keeper', 'PUT', '/reports/house/standards', { ...standards, notified: ['b004'] });
    expect(wrong).toMatchObject({ status: 400, json: { issues: [{ path: 'notified.0' }] } });
    expect(missingOf(await fee('a246.3'))).toContain('notified');
    expect(await ask('keeper', 'PUT', '/reports/house/standards', standards)).toMatchObject({ status: 200 });
    const later = { ...standards, fromOn: '2027-04-01', notified: [] };
    expect(await ask('keeper', 'PUT', '/reports/house/standards', later)).toMatchObject({ status: 200 });
    const notified = (await fee('a246.3')).conditions.find(({ basis }) => basis.some(({ how }) => how === 'house'));
    expect(notified).toMatchObject({ ok: true });
    expect(missingOf(await fee('a246.3'))).not.toContain('notified');
    const house = async (who: string) => (await ask(who, 'GET', '/reports/house')).json as unknown as HouseCounts;
    expect((await house('nurse')).standards.map(({ fromOn }) => fromOn)).toEqual(['2026-04-01', '2027-04-01']);
    expect((await house('stranger')).standards).toEqual([]);
    // Said again of the same day it takes the place of what was said.
    await ask('keeper', 'PUT', '/reports/house/standards', { ...standards, notified: [] });
    const not = (await fee('a246.3')).conditions.find(({ basis }) => basis.some(({ how }) => how === 'house'));
    expect(not).toMatchObject({ ok: false });
    expect((await house('keeper')).standards).toHaveLength(2);
  });

  it('are still a reference calculation with its source', async () => {
    expect(await fee('a246.3')).toMatchObject({
      note: expect.stringContaining('参考計算'),
      source: expect.any(String),
    });
  });
});
