import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId: string;
let tokens: Record<string, string> = {};
const kinds = ['prefecture', 'school', 'deviceVendor', 'pharmacy', 'visitingNursingStation', 'municipality'] as const;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const organisations = { first: 'hospital', second: 'hospital', third: 'hub' } as const;
  const neverLeading = Object.fromEntries(kinds.map(kind => [kind, kind]));
  tokens = await startPeople(
    api,
    { ...organisations, ...neverLeading },
    { first: ['first'], second: ['second'], third: ['third', 'coordinator'] },
  );
  const made = await ask('first', 'POST', '/cases', {
    lead: 'first',
    bornOn: '2026-03-01',
    reason: 'x',
    origin: 'ward',
  });
  caseId = String(made.json.id);
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': crypto.randomUUID(), 'if-match': '"1"' },
  });
const offer = (organisation: string) =>
  ask('first', 'POST', `/cases/${caseId}/events`, { type: 'lead.offered', organisation });
const canOf = async (who: string) => (await ask(who, 'GET', `/cases/${caseId}`)).json.can as string[];

describe('the lead', () => {
  it.each(kinds)('is not offered to an organisation that can never lead: %s', async organisation => {
    expect(await offer(organisation)).toMatchObject({
      status: 400,
      json: { issues: [{ path: 'organisation', message: expect.stringContaining('主担当になれません') }] },
    });
  });

  it('is accepted, and offered as a form, only where it was offered', async () => {
    for (const who of ['first', 'third']) expect(await canOf(who), who).not.toContain('lead.accepted');
    expect((await offer('second')).status).toBe(200);
    expect(await canOf('second')).toContain('lead.accepted');
    for (const who of ['first', 'third']) expect(await canOf(who), who).not.toContain('lead.accepted');
  });
});
