import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token = '';

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  token = (await signedInAs(api.store, 'nurse-hospital')).token;
});
afterAll(() => api.stop());

const tell = (body: unknown, by?: string) =>
  api.ask('POST', '/page-faults', {
    ...(by ? { token: by } : {}),
    body,
    headers: { 'idempotency-key': crypto.randomUUID() },
  });

it('a page that a browser could not show has a number, by which the log has it', async () => {
  const told = await tell({ kind: 'TypeError', places: ['assets/board-page.js:1:20'] }, token);
  expect([told.status, String(told.json.number)]).toEqual([200, expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{2}$/)]);
});

it('takes no sentence, which may name a child, and nothing from outside', async () => {
  expect((await tell({ kind: '青木 ひな is not defined', places: [] }, token)).status).toBe(400);
  expect((await tell({ kind: 'TypeError', places: ['青木 ひな:1:1'] }, token)).status).toBe(400);
  expect((await tell({ kind: 'TypeError', places: [] })).status).toBe(401);
});
