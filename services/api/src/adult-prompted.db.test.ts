import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let caseId = '';
let tokens: Record<string, string> = {};
const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });

async function send(event: object): Promise<void> {
  const { json } = await ask('nurse', `/cases/${caseId}`);
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': `"${json.version}"` };
  expect((await ask('nurse', `/cases/${caseId}/events`, 'POST', event, headers)).json).toMatchObject({
    accepted: true,
  });
}
const share = (consentId: string, recipient: string, categories: readonly string[]) =>
  send({
    ...{ type: 'consent.recorded', consentId, scope: 'recipient', recipient, categories, purpose: 'care' },
    ...{ from: '2026-11-01', givers: [{ relation: 'mother', authority: 'parental' }], method: 'paper' },
  });

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', planOnly: 'visitingNursingStation', withContacts: 'visitingNursingStation' },
    {
      nurse: ['hospital'],
      'at-planOnly': ['planOnly', 'visitingNurse'],
      'at-withContacts': ['withContacts', 'visitingNurse'],
    },
  );
  const registration = { lead: 'hospital', bornOn: '2014-12-02', reason: 'x', origin: 'ward' };
  const made = await ask('nurse', '/cases', 'POST', registration, { 'idempotency-key': 'made' });
  caseId = String(made.json.id);
  for (const org of ['planOnly', 'withContacts'])
    await send({ type: 'candidate.asked', candidateId: `c-${org}`, function: 'visitingNurse', organisation: org });
  await share('c-1', 'planOnly', ['plan']);
  await share('c-2', 'withContacts', ['plan', 'contacts']);
});
afterAll(() => api.stop());

describe('the prompt at twelve, which comes on the birthday', () => {
  it('is told to nobody who is told of the plan and not of the birth date', async () => {
    const adultOf = async (name: string) => (await ask(name, `/cases/${caseId}`)).json.adult;
    for (const name of Object.keys(tokens)) expect(await adultOf(name), name).toBe('none');
    expect(await api.casework.sendTimeEvent(caseId, { type: 'adult.prompted', body: {} })).toMatchObject({ ok: true });
    expect(await adultOf('nurse')).toBe('prompted');
    expect(await adultOf('at-withContacts')).toBe('prompted');
    expect(await adultOf('at-planOnly')).toBe('none');
  });

  it('gives nothing away once the transition is open, which somebody decided', async () => {
    await send({ type: 'adult.opened' });
    for (const name of Object.keys(tokens)) expect((await ask(name, `/cases/${caseId}`)).json.adult, name).toBe('open');
  });
});
