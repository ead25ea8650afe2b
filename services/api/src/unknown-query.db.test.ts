import { besidesDemo } from '@kaerimichi/contracts';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
});
afterAll(() => api.stop());

it('refuses what no endpoint reads from its address, by name', async () => {
  const { token } = await signedInAs(api.store, 'nurse-hospital');
  // What is for wall displays alone asks for their cookie first: bad-input.gate.test.ts asks with one.
  for (const { method, path } of besidesDemo.filter(({ device }) => !device)) {
    const asked = `${path.replaceAll(/:\w+/g, 'some')}?unheardOf=1`;
    const answer = await api.ask(method, asked, { token, headers: { 'idempotency-key': crypto.randomUUID() } });
    const issues = (answer.json.issues ?? []) as { path: string }[];
    expect([answer.status, issues.map(issue => issue.path).includes('unheardOf')], `${method} ${path}`).toEqual([
      400,
      true,
    ]);
  }
  expect((await api.ask('GET', '/tasks', { token })).status).toBe(200);
});
