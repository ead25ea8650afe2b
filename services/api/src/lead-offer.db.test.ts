import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const kinds = ['prefecture', 'school', 'deviceVendor', 'pharmacy', 'visitingNursingStation', 'municipality'] as const;
  for (const kind of kinds) await anOrganisation(api.store, kind, kind);
  for (const org of ['first', 'second', 'third'] as const) {
    await anOrganisation(api.store, org, org === 'third' ? 'hub' : 'hospital');
    await aMember(api.store, { name: org, org, role: org === 'third' ? 'coordinator' : 'dischargeNurse' });
    tokens[org] = (await api.store.sessions.open(`${org}-${org}`))?.token ?? '';
  }
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
  it.each(['prefecture', 'school', 'deviceVendor', 'pharmacy', 'visitingNursingStation', 'municipality'])(
    'is not offered to an organisation that can never lead: %s',
    async organisation => {
      expect(await offer(organisation)).toMatchObject({
        status: 400,
        json: { issues: [{ path: 'organisation', message: expect.stringContaining('主担当になれません') }] },
      });
    },
  );

  it('is accepted, and offered as a form, only where it was offered', async () => {
    for (const who of ['first', 'third']) expect(await canOf(who), who).not.toContain('lead.accepted');
    expect((await offer('second')).status).toBe(200);
    expect(await canOf('second')).toContain('lead.accepted');
    for (const who of ['first', 'third']) expect(await canOf(who), who).not.toContain('lead.accepted');
  });
});
