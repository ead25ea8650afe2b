import { setTimeout as sleep } from 'node:timers/promises';
import { withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

const NOW = '2026-12-01T00:00:00.000Z';
const ROUNDS = 8;
let first: TestApi;
let second: TestApi;
let tokens: Record<'keeper' | 'nurse', string>;

beforeAll(async () => {
  first = await startTestApi(NOW);
  second = await startTestApi(NOW, null, { beside: first });
  const keeper = ['hospital', 'admin', ['orgAdmin']] as const;
  tokens = await startPeople(first, { hospital: 'childrensHospital' }, { keeper, nurse: ['hospital'] });
});
afterAll(async () => {
  await second.stop();
  await first.stop();
});

const rowsOf = (text: string) => withOwner(first.adminUrl, async client => (await client.query(text)).rows);

/** The same request to both processes at the same moment, twice to each. */
async function sendToBoth(path: string, { token, body, key }: { token: string; body: unknown; key: string }) {
  const headers = { 'idempotency-key': key };
  return Promise.all([first, second, first, second].map(api => api.ask('POST', path, { token, body, headers })));
}
const written = (answers: Awaited<ReturnType<typeof sendToBoth>>) =>
  new Set(answers.map(({ status, json }) => `${status} ${JSON.stringify(json)}`));

describe('two processes that are sent one key at the same moment', () => {
  it('do what an administrator wants once, and answer the same byte for byte', async () => {
    for (let n = 0; n < ROUNDS; n++) {
      const body = { kind: 'clinic', name: `診療所 ${n}` };
      const answers = await sendToBoth('/admin/organisations', { token: tokens.keeper, body, key: `founding-${n}` });
      expect([...written(answers)]).toEqual([expect.stringMatching(/^201 /)]);
    }
    expect(await rowsOf(`SELECT id FROM organisation WHERE kind = 'clinic'`)).toHaveLength(ROUNDS);
  });

  it('read a file once, and answer the same byte for byte', async () => {
    for (let n = 0; n < ROUNDS; n++) {
      const body = { resourceType: 'Patient', id: `child-${n}`, birthDate: '2025-01-01' };
      const answers = await sendToBoth('/imports/fhir', { token: tokens.nurse, body, key: `file-${n}` });
      expect([...written(answers)]).toEqual([expect.stringContaining('"unchanged":0')]);
    }
  });

  it('refuse the one that came later with other content', async () => {
    const send = (api: TestApi, name: string) =>
      api.ask('POST', '/admin/organisations', {
        token: tokens.keeper,
        body: { kind: 'clinic', name },
        headers: { 'idempotency-key': 'reused' },
      });
    const answers = await Promise.all([send(first, '一つめ'), send(second, '二つめ')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

describe('work that is done once', () => {
  it('is under way at most eight times in a process, whatever its endpoints', async () => {
    const { tryLead } = first.store;
    let [open, most] = [0, 0];
    const watched: typeof tryLead = async name => {
      const lead = await tryLead(name);
      most = Math.max(most, ++open);
      await sleep(200);
      return lead && { release: () => lead.release().finally(() => open--) };
    };
    Object.assign(first.store, { tryLead: watched });
    const send = (method: string, path: string, token: string, body?: object) =>
      first.ask(method, path, { token, body, headers: { 'idempotency-key': crypto.randomUUID() } });
    const twelve = Array.from({ length: 12 }, (_, n) => n);
    const answers = await Promise.all([
      ...twelve.map(n => send('POST', '/admin/organisations', tokens.keeper, { kind: 'clinic', name: `多い ${n}` })),
      ...twelve.map(n => send('DELETE', `/imports/drafts/none-${n}`, tokens.nurse)),
      ...twelve.map(n => send('DELETE', `/imports/files/none-${n}`, tokens.nurse)),
    ]).finally(() => Object.assign(first.store, { tryLead }));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(12);
    expect(most).toBe(8);
  });
});
