import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const cases: Record<string, string> = {};

const ask = (name: string, path: string, method = 'GET', body?: unknown, headers = {}) =>
  api.ask(method, path, { token: tokens[name] ?? '', body, headers });
const keyed = () => ({ 'idempotency-key': randomUUID() });

async function must(name: string, child: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  const { json } = await ask('nurse', `/cases/${cases[child]}`);
  const headers = { ...keyed(), 'if-match': `"${json.version}"` };
  const sent = await ask(name, `/cases/${cases[child]}/events`, 'POST', body, headers);
  expect([body.type, sent.status, sent.json]).toEqual([body.type, 200, expect.anything()]);
}

const slots = [
  { id: 's1', slotOn: '2026-12-10', slotAt: '15:00' },
  { id: 's2', slotOn: '2026-12-11', slotAt: '10:00' },
];
const k1 = { conferenceId: 'k1' };
const poll = {
  ...{ ...k1, type: 'conference.polled', conferenceKind: 'joint', slots, note: '青木さくらの退院前カンファ' },
  asked: [
    { id: 'nurse', function: 'dischargeNurse', organisation: 'hospital' },
    { id: 'clinic', function: 'homePhysician', who: '大野医院 大野医師' },
    { id: 'pharmacy', function: 'pharmacist', who: 'みどり薬局' },
    { id: 'home', function: 'family' },
  ],
};
const linkPath = (child: string, seat: string, conference = 'k1') =>
  `/cases/${cases[child]}/conferences/${conference}/seats/${seat}/link`;
const give = (name: string, child: string, seat: string) => ask(name, linkPath(child, seat), 'POST', {}, keyed());
async function linkFor(child: string, seat: string): Promise<string> {
  const { status, json } = await give('nurse', child, seat);
  expect(status).toBe(201);
  return (json.link as { token: string }).token;
}
/** Without an account: no cookie goes with it. */
const guest = (path: string, body: unknown) => api.ask('POST', `/guest${path}`, { body });
const both = (first: string, second: string) => [
  { slot: 's1', answer: first },
  { slot: 's2', answer: second },
];
const seatOf = async (child: string, id: string) => {
  const { json } = await ask('nurse', `/cases/${cases[child]}/conferences`);
  const [conference] = json.conferences as {
    seats: { id: string; answers: unknown; comment: string; link: unknown }[];
  }[];
  return conference?.seats.find(seat => seat.id === id);
};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'childrensHospital', station: 'visitingNursingStation' },
    {
      nurse: ['hospital'],
      officer: ['hospital', 'dischargeNurse', ['privacyOfficer']],
      ward: ['hospital', 'wardNurse'],
      visitor: ['station', 'visitingNurse'],
    },
  );
  for (const name of ['one', 'other']) {
    const child = { familyName: '青木', givenName: 'さくら', familyKana: 'あおき', givenKana: 'さくら' };
    const needs = ['ventilator'];
    const body = { lead: 'hospital', ...child, bornOn: '2024-03-07', reason: '気管切開', origin: 'ward', needs };
    cases[name] = String((await ask('nurse', '/cases', 'POST', body, keyed())).json.id);
    await must('nurse', name, poll);
  }
});
afterAll(() => api.stop());

describe('a link for a guest without an account', () => {
  it('is given by the lead, for a seat of a guest and for no other', async () => {
    expect((await give('ward', 'one', 'clinic')).status).toBe(403);
    expect((await give('visitor', 'one', 'clinic')).status).toBe(404);
    for (const seat of ['nurse', 'home', 'nobody'])
      expect([seat, (await give('nurse', 'one', seat)).status]).toEqual([seat, 404]);
    expect((await ask('nurse', linkPath('one', 'clinic', 'k9'), 'POST', {}, keyed())).status).toBe(404);
  });

  it('shows case number, host and times, and no word of the child, the care or what was written', async () => {
    const token = await linkFor('one', 'clinic');
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { status, json, headers } = await guest('', { token });
    expect(status).toBe(200);
    expect(Object.keys(json).sort()).toEqual(['answers', 'asks', 'host', 'no', 'settled', 'slots', 'who']);
    expect(json).toMatchObject({ asks: 'answer', who: '大野医院 大野医師', answers: null, settled: null });
    expect(JSON.stringify(json)).not.toMatch(/青木|さくら|あおき|気管|ventilator|カンファ|joint|薬局|家族/);
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('answers for its seat alone, whatever else a body names, and can change it until the date is settled', async () => {
    const token = await linkFor('one', 'clinic');
    const answered = await guest('/answers', { token, answers: both('fitsNot', 'fits'), comment: '午後は外来です' });
    expect([answered.status, answered.json.answers]).toEqual([200, { s1: 'fitsNot', s2: 'fits' }]);
    expect(await seatOf('one', 'clinic')).toMatchObject({
      answers: { s1: 'fitsNot', s2: 'fits' },
      comment: '午後は外来です',
    });
    expect(await seatOf('one', 'pharmacy')).toMatchObject({ answers: null });
    expect(await seatOf('other', 'clinic')).toMatchObject({ answers: null });
    const more = { token, answers: both('fits', 'fits') };
    for (const beside of [{ askedId: 'pharmacy' }, { caseId: cases.other }, { conferenceId: 'k2' }])
      expect((await guest('/answers', { ...more, ...beside })).status).toBe(400);
    expect((await guest('/answers', { token, answers: [{ slot: 's1', answer: 'fits' }] })).status).toBe(409);
    expect((await guest('/answers', more)).status).toBe(200);
  });

  it('is kept as a hash, and stands in no log', async () => {
    const token = await linkFor('one', 'pharmacy');
    const rows = await api.store.guestLinks.ofCase(cases.one ?? '');
    expect(JSON.stringify(rows)).not.toContain(token);
    const log = await ask('officer', `/cases/${cases.one}/access-log`);
    expect(JSON.stringify(log.json)).toContain('guest.invited');
    expect(JSON.stringify(log.json)).not.toContain(token);
  });

  it('ends with a new one, when it is revoked, and by its time: told apart by nobody', async () => {
    const first = await linkFor('one', 'clinic');
    const second = await linkFor('one', 'clinic');
    expect((await guest('', { token: first })).status).toBe(404);
    expect((await guest('', { token: second })).status).toBe(200);
    expect((await ask('ward', linkPath('one', 'clinic'), 'DELETE')).status).toBe(403);
    expect((await ask('nurse', linkPath('one', 'clinic'), 'DELETE')).status).toBe(204);
    const revoked = await guest('', { token: second });
    const never = await guest('', { token: randomBytes(32).toString('base64url') });
    expect([revoked.status, revoked.json.detail]).toEqual([404, never.json.detail]);
    expect((await guest('/answers', { token: second, answers: both('fits', 'fits') })).status).toBe(404);
    expect(await seatOf('one', 'clinic')).toMatchObject({ link: { until: null } });
  });

  it('writes no more than twenty times, so that nobody fills a history by it', async () => {
    const token = await linkFor('other', 'pharmacy');
    const statuses: number[] = [];
    for (let n = 0; n < 22; n++)
      statuses.push((await guest('/answers', { token, answers: both('fits', n % 2 ? 'fits' : 'fitsNot') })).status);
    expect(statuses).toEqual([...Array(20).fill(200), 404, 404]);
    expect((await guest('', { token })).status).toBe(200);
  });

  it('shows the settled time, and confirms the minutes without a word of them', async () => {
    const token = await linkFor('one', 'clinic');
    await must('nurse', 'one', {
      ...k1,
      type: 'conference.planned',
      conferenceKind: 'joint',
      plannedOn: '2026-12-11',
      startsAt: '10:00',
      place: '青木さん宅',
    });
    const settled = await guest('', { token });
    expect(settled.json).toMatchObject({ asks: 'nothing', slots: [], settled: { on: '2026-12-11', at: '10:00' } });
    expect(JSON.stringify(settled.json)).not.toContain('青木');
    expect((await guest('/confirmations', { token })).status).toBe(409);
    expect((await guest('/answers', { token, answers: both('fits', 'fits') })).status).toBe(409);
  });

  it('opens nothing once the case is closed', async () => {
    const token = await linkFor('other', 'clinic');
    await must('nurse', 'other', { type: 'case.closed', how: 'movedOut', reason: '転居' });
    expect((await guest('', { token })).status).toBe(404);
    expect((await guest('/answers', { token, answers: both('fits', 'fits') })).status).toBe(404);
  });
});

describe('guessing', () => {
  it('is slowed down for the address after ten wrong tokens, and a right one is not compared then either', async () => {
    const token = await linkFor('one', 'pharmacy');
    const wrong = () => guest('', { token: randomBytes(32).toString('base64url') });
    const statuses = (await Promise.all(Array.from({ length: 30 }, wrong))).map(({ status }) => status);
    // Earlier tests of this address were wrong some times already.
    expect(statuses.filter(status => status === 404).length).toBeLessThanOrEqual(10);
    expect(statuses.filter(status => status === 429).length).toBeGreaterThanOrEqual(20);
    expect((await guest('', { token })).status).toBe(429);
    expect((await guest('/answers', { token, answers: both('fits', 'fits') })).status).toBe(429);
    api.clock.advance({ minutes: 16 });
    expect((await guest('', { token })).status).toBe(200);
    api.clock.advance({ days: 60 });
    expect((await guest('', { token })).status).toBe(404);
  });
});
