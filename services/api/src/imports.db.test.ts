import type { RoleId } from '@kaerimichi/discharge';
import { withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'hospital');
  await aMember(api.store, { name: 'nurse', org: 'hospital' });
  token = (await api.store.sessions.open('nurse-hospital'))?.token ?? '';
});
afterAll(() => api.stop());

const child = (id: string, birthDate: string) => ({ resourceType: 'Patient', id, birthDate });
const send = (body: unknown, key: string | null, path = '/imports/fhir') =>
  api.ask('POST', path, { body, token, headers: key === null ? {} : { 'idempotency-key': key } });
const become = (role: RoleId) =>
  api.store.memberships.update('nurse-hospital', { role, flags: [], fromOn: '2026-01-01', untilOn: null });
const kept = (table: string) =>
  withOwner(api.adminUrl, async client => (await client.query(`SELECT FROM ${table}`)).rows.length);

describe('a file sent again with its key', () => {
  it('is answered as the first time, and writes nothing, however much was imported meanwhile', async () => {
    const first = await send(child('a', '2025-01-01'), 'first');
    expect(first).toMatchObject({ status: 200, json: { drafts: 1, updated: 0, unchanged: 0 } });
    await send(child('a', '2025-02-02'), 'second');
    const before = await kept('import_draft_version');
    const again = await send(child('a', '2025-01-01'), 'first');
    expect(again.json).toEqual(first.json);
    expect(await kept('import_draft_version')).toBe(before);
  });

  it('is refused where another file came with it', async () => {
    await send(child('b', '2025-01-01'), 'third');
    expect(await send(child('b', '2025-01-02'), 'third')).toMatchObject({ status: 422, json: { code: 'key-reused' } });
    expect(await kept('import_draft')).toBe(2);
  });

  it('is read once when it comes five times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(child('c', '2025-01-01'), 'fourth')));
    for (const { status, json } of answers) expect({ status, json }).toEqual({ status: 200, json: answers[0]?.json });
    expect(answers[0]?.json).toMatchObject({ unchanged: 0 });
  });

  it('keeps its answer also from somebody who may import no more', async () => {
    const first = await send(child('d', '2025-01-01'), 'fifth');
    await aMember(api.store, { name: 'former', org: 'hospital', role: 'wardNurse' });
    const opened = await api.store.sessions.open('former-hospital');
    const headers = { 'idempotency-key': 'fifth' };
    const sent = { body: child('d', '2025-01-01'), token: opened?.token ?? '', headers };
    expect(await api.ask('POST', '/imports/fhir', sent)).toMatchObject({ status: 403 });
    await become('wardNurse');
    expect((await send(child('d', '2025-01-01'), 'fifth')).json).toEqual(first.json);
    expect(await send(child('d', '2025-01-01'), 'sixth')).toMatchObject({ status: 403 });
    await become('dischargeNurse');
  });
});

describe('a dry run', () => {
  it('needs no key, keeps none and finds none', async () => {
    const before = await kept('idempotency_key');
    expect(await send(child('e', '2025-01-01'), null, '/imports/fhir?dryRun=1')).toMatchObject({
      status: 200,
      json: { dryRun: true, unchanged: 0 },
    });
    await send(child('e', '2025-01-01'), 'dry', '/imports/fhir?dryRun=1');
    expect(await send(child('e', '2025-01-02'), 'dry')).toMatchObject({ status: 200 });
    expect(await kept('idempotency_key')).toBe(before + 1);
  });
});
