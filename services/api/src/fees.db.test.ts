import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token = '';
const ask = (body: object) => api.ask('POST', '/rules/fees', { token, body });

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const tokens = await startPeople(api, { hospital: 'childrensHospital' }, { nurse: ['hospital'] });
  token = tokens.nurse ?? '';
});
afterAll(() => api.stop());

const conference = {
  wardFee: 'A307-1',
  dpc: false,
  guidedOn: '2026-11-20',
  parties: ['homeDoctor', 'stationNurse', 'supportPlanner'],
};

it('answers with every condition in words, its facts and what is missing', async () => {
  const { status, json } = await ask({
    fee: 'b005.multi',
    on: '2026-12-01',
    facts: { ...conference, wardFee: 'A302' },
  });
  expect(status).toBe(200);
  expect(json).toMatchObject({ status: 'missing', points: 2000, verified: true, ruleSet: 'R8/1' });
  expect(json.note).toContain('参考計算');
  expect(json.conditions).toContainEqual({
    code: 'consent',
    ok: 'unknown',
    text: '患者・家族の同意がある',
    evidence: { facts: ['consent'] },
    needs: ['consent'],
  });
});

it('promises nothing on a children’s ward', async () => {
  const { json } = await ask({ fee: 'b005.multi', on: '2026-12-01', facts: conference });
  expect(json.status).toBe('bundled');
  expect(json.points).toBeUndefined();
});

it('names every fault with its path', async () => {
  const { status, json } = await ask({
    fee: 'b005.multi',
    on: '2026-02-30',
    facts: { ...conference, dpc: 'no', guidedOn: '2026-13-01', parties: ['neighbour'], weather: 'fine' },
  });
  expect(status).toBe(400);
  expect((json.issues as { path: string }[]).map(({ path }) => path).sort()).toEqual([
    'facts.dpc',
    'facts.guidedOn',
    'facts.parties.0',
    'facts.weather',
    'on',
  ]);
});

it('refuses a day whose schedule does not have the fee', async () => {
  expect(await ask({ fee: 'b005-1-2.2', on: '2026-12-01', facts: { guidedOn: '2026-05-31' } })).toMatchObject({
    status: 400,
    json: { code: 'bad-input', issues: [{ path: 'facts.guidedOn' }] },
  });
});

it('asks who it is', async () => {
  expect((await api.ask('POST', '/rules/fees', { body: { fee: 'b004', on: '2026-12-01', facts: {} } })).status).toBe(
    401,
  );
});
