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

describe('a draft', () => {
  const discard = (path: string, key: string, by = token) =>
    api.ask('DELETE', path, { token: by, headers: { 'idempotency-key': key } });
  const strangers = async () => {
    await anOrganisation(api.store, 'station', 'visitingNursingStation');
    await aMember(api.store, { name: 'visitor', org: 'station', role: 'visitingNurse' });
    await anOrganisation(api.store, 'clinicOf', 'childrensHospital');
    await aMember(api.store, { name: 'elsewhere', org: 'clinicOf' });
    await aMember(api.store, { name: 'ward', org: 'hospital', role: 'wardNurse' });
    const ids = ['visitor-station', 'elsewhere-clinicOf', 'ward-hospital'];
    return Promise.all(ids.map(async id => (await api.store.sessions.open(id))?.token ?? ''));
  };

  it('is discarded by whoever may import there, once, alone or with its file', async () => {
    const report = await send(
      {
        resourceType: 'Bundle',
        type: 'collection',
        entry: ['x1', 'x2', 'x3'].map(id => ({ resource: child(id, '2025-03-03') })),
      },
      'wrong-file',
    );
    const file = String(report.json.id);
    const { json } = await api.ask('GET', '/imports/drafts', { token });
    const of = (json.drafts as { id: string; bornOn: string }[]).filter(({ bornOn }) => bornOn === '2025-03-03');
    expect(of).toHaveLength(3);
    const path = `/imports/drafts/${of[0]?.id}`;
    expect((await api.ask('GET', path, { token })).json).toMatchObject({ source: file });
    const count = await kept('import_draft');
    for (const [at, stranger] of (await strangers()).entries()) {
      expect((await discard(path, `s-${at}`, stranger)).status).toBe(404);
      expect([404, 403]).toContain((await discard(`/imports/files/${file}`, `f-${at}`, stranger)).status);
    }
    expect(await kept('import_draft')).toBe(count);
    for (let n = 0; n < 2; n++)
      expect(await discard(path, 'one')).toMatchObject({ status: 200, json: { discarded: 1 } });
    expect((await discard(path, 'again')).status).toBe(404);
    expect(await discard(`/imports/files/${file}`, 'rest')).toMatchObject({ status: 200, json: { discarded: 2 } });
    expect(await kept('import_draft')).toBe(count - 3);
    await api.store.log.flush();
    const logged = await api.store.log.list({ person: 'nurse' }, { limit: 9 });
    // What was sent twice with one key was done once.
    const discards = logged.filter(({ action, what }) => action === 'import' && what.includes('discarded'));
    expect(discards.map(({ what, outcome, caseId }) => [what, outcome, caseId])).toEqual([
      [`file.discarded ${file}`, 'ok', null],
      ['draft.discarded', 'not-found', null],
      [`draft.discarded ${of[0]?.id}`, 'ok', null],
    ]);
  });

  it('that a wrong file changed is as before when the file is taken back', async () => {
    await send(child('z1', '2025-05-05'), 'right');
    const { json } = await send(child('z1', '2025-06-06'), 'mistaken');
    const ofChild = async () => {
      const listed = await api.ask('GET', '/imports/drafts', { token });
      return (listed.json.drafts as { version: number; bornOn: string }[])
        .filter(({ bornOn }) => /^2025-0[56]-0[56]/.test(bornOn))
        .map(({ version, bornOn }) => [version, bornOn]);
    };
    expect(await ofChild()).toEqual([[2, '2025-06-06']]);
    expect(await discard(`/imports/files/${json.id}`, 'take-back')).toMatchObject({
      json: { discarded: 0, setBack: 1, kept: 0 },
    });
    expect(await ofChild()).toEqual([[1, '2025-05-05']]);
  });

  it('is none of a file that nobody sent: there is nothing to take back', async () => {
    expect(await discard('/imports/files/unknown', 'unknown')).toMatchObject({
      status: 404,
      json: { code: 'not-found' },
    });
  });

  it('that became a case is not', async () => {
    await send(child('y1', '2025-04-04'), 'to-a-case');
    const { json } = await api.ask('GET', '/imports/drafts', { token });
    const draft = (json.drafts as { id: string; bornOn: string }[]).find(({ bornOn }) => bornOn === '2025-04-04');
    await withOwner(api.adminUrl, client =>
      client.query(`UPDATE import_draft SET case_id = 'some-case' WHERE id = $1`, [draft?.id]),
    );
    expect(await discard(`/imports/drafts/${draft?.id}`, 'too-late')).toMatchObject({
      status: 403,
      json: { detail: expect.stringContaining('ケースになった') },
    });
  });
});

describe('whoever looks at a draft', () => {
  it('is in the access log, whatever the answer; and at the case that the draft became', async () => {
    await send({ ...child('seen', '2025-04-01'), name: [{ text: '青木 ひな' }] }, 'seen');
    const ids = async () =>
      ((await api.ask('GET', '/imports/drafts', { token })).json.drafts as { id: string }[])[0]?.id;
    const id = (await ids()) ?? '';
    const headers = () => ({ 'idempotency-key': crypto.randomUUID() });
    const look = (of: string) => api.ask('GET', `/imports/drafts/${of}`, { token });
    const registration = { lead: 'hospital', bornOn: '2025-04-01', reason: 'x', origin: 'ward', draft: id };
    expect((await look(id)).status).toBe(200);
    expect((await look('山田はなこ')).status).toBe(404);
    const body = { fields: { bornOn: '2025-04-01' } };
    expect((await api.ask('PUT', `/imports/drafts/${id}/confirmed`, { token, body, headers: headers() })).status).toBe(
      200,
    );
    const made = await api.ask('POST', '/cases', { token, body: registration, headers: headers() });
    await look(id);
    await api.store.log.flush();
    const { rows } = await withOwner(api.adminUrl, client =>
      client.query(`SELECT person, what, outcome, case_id FROM access_log WHERE action = 'import' ORDER BY id`),
    );
    const by = { person: 'nurse', outcome: 'ok', case_id: null };
    expect(rows.slice(-4)).toEqual([
      { ...by, what: `draft ${id}` },
      { ...by, what: 'draft', outcome: 'not-found' },
      { ...by, what: `draft.confirmed ${id}` },
      { ...by, what: 'draft', case_id: made.json.id },
    ]);
  });
});
