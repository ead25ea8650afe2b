import { withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newInLog } from './testing/new-in-log.ts';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    {
      hospital: 'childrensHospital',
      other: 'hospital',
      station: 'visitingNursingStation',
      city: 'municipality',
      school: 'school',
    },
    {
      nurse: ['hospital'],
      ward: ['hospital', 'wardNurse'],
      stranger: ['other'],
      visits: ['station', 'visitingNurse'],
      phn: ['city', 'publicHealthNurse'],
      teacher: ['school', 'school'],
      admin: ['hospital', 'admin'],
    },
  );
});
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object, key: string = crypto.randomUUID()) =>
  api.ask(method, path, { token: tokens[who] ?? '', body, headers: { 'idempotency-key': key } });
const told = {
  ...{
    to: 'hospital',
    consent: 'agreed',
    agreedBy: '森 あき(母)',
    familyName: '森',
    familyKana: 'もり',
    bornOn: '2026-03-01',
  },
  ...{ origin: 'home', reason: '在宅での支援をお願いします', needs: ['oxygen'], telephone: '000-0000' },
};
const send = async (who = 'visits', body: object = told) =>
  String((await ask(who, 'POST', '/referrals', body)).json.id);
const rows = async (who: string, box: 'in' | 'out') =>
  (await ask(who, 'GET', `/referrals?box=${box}`)).json.referrals as { id: string; state: string }[];
const stateIn = async (who: string, id: string) => (await ask(who, 'GET', `/referrals/${id}`)).json.state;
/** What of a child is told in an answer about a referral, in the list and alone. */
const isNamed = async (who: string, box: 'in' | 'out', id: string) => {
  const listed = (await rows(who, box)).find(row => row.id === id);
  const told = (await ask(who, 'GET', `/referrals/${id}`)).json;
  return [listed, told].map(one => /森|もり|2026-03-01|支援|oxygen|000-0000/.test(JSON.stringify(one)));
};
const inLog = newInLog('referral');
const logged = () => inLog(api);
const pathsOf = (json: Record<string, unknown>) => (json.issues as { path: string }[]).map(({ path }) => path).sort();

describe('a referral', () => {
  it.each(['visits', 'phn', 'teacher', 'ward'])(
    'is sent by a %s; before it is accepted there is no case',
    async who => {
      const before = (await ask('nurse', 'GET', '/board')).json.rows as unknown[];
      const answer = await ask(who, 'POST', '/referrals', { ...told, to: who === 'ward' ? 'other' : 'hospital' });
      expect(answer).toMatchObject({ status: 201, json: { state: 'sent' } });
      expect((await ask('nurse', 'GET', '/board')).json.rows).toEqual(before);
    },
  );

  it('is sent by nobody who works with no case', async () => {
    expect((await ask('admin', 'POST', '/referrals', told)).status).toBe(403);
  });

  it('is one, however often it is pressed', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => ask('phn', 'POST', '/referrals', told, key)));
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
    expect((await ask('phn', 'POST', '/referrals', { ...told, reason: 'x' }, key)).status).toBe(422);
  });

  it('names every fault of what was sent', async () => {
    const wrong = {
      to: 'hospital',
      consent: 'notAsked',
      bornOn: '2027-01-01',
      expectedOn: '2027-01-01',
      givenName: 'a',
    };
    const { status, json } = await ask('visits', 'POST', '/referrals', { ...wrong, surprise: 1 });
    expect(status).toBe(400);
    expect([...new Set(pathsOf(json))]).toEqual(['bornOn', 'expectedOn', 'givenName', 'origin', 'reason', 'surprise']);
    // Who agreed is told beside that somebody did, and nobody is named who was not asked.
    for (const agreedBy of [undefined, ' '])
      expect(pathsOf((await ask('visits', 'POST', '/referrals', { ...told, agreedBy })).json)).toEqual(['agreedBy']);
    const unasked = { to: 'hospital', consent: 'notAsked', origin: 'home', reason: 'x', agreedBy: '母' };
    expect(pathsOf((await ask('visits', 'POST', '/referrals', unasked)).json)).toEqual(['agreedBy']);
    for (const to of ['nowhere', 'city', 'station'])
      expect(pathsOf((await ask('visits', 'POST', '/referrals', { ...told, to })).json), to).toEqual(['to']);
  });

  it('is kept as it was typed, a backslash too; controls are a fault', async () => {
    const reason = 'x\\u0000 C:\\temp\n2行目';
    const id = await send('visits', { ...told, reason });
    expect((await ask('nurse', 'GET', `/referrals/${id}`)).json).toMatchObject({ child: { reason } });
    for (const wrong of ['x\0y', '\u202e', ' \u200b ']) {
      const { status, json } = await ask('visits', 'POST', '/referrals', { ...told, reason: wrong });
      expect([status, new Set(pathsOf(json))]).toEqual([400, new Set(['reason'])]);
    }
  });

  it('is read by its two ends and by nobody else', async () => {
    const id = await send();
    for (const who of ['nurse', 'visits']) expect((await ask(who, 'GET', `/referrals/${id}`)).status, who).toBe(200);
    for (const who of ['stranger', 'phn', 'ward', 'admin', 'teacher'])
      expect((await ask(who, 'GET', `/referrals/${id}`)).status, who).toBe(404);
    expect((await rows('nurse', 'in')).map(row => row.id)).toContain(id);
    expect((await rows('stranger', 'in')).map(row => row.id)).not.toContain(id);
    expect((await ask('ward', 'GET', '/referrals?box=in')).status).toBe(403);
  });

  it('becomes a case by the receiver’s registration, of which the sender learns the state alone', async () => {
    const id = await send();
    const registration = {
      ...{ lead: 'hospital', familyName: '森', bornOn: '2026-03-01', origin: 'home', reason: '在宅支援', referral: id },
    };
    const stranger = await ask('stranger', 'POST', '/cases', { ...registration, lead: 'other' });
    expect(pathsOf(stranger.json)).toEqual(['referral']);
    const key = crypto.randomUUID();
    const made = await ask('nurse', 'POST', '/cases', registration, key);
    expect(made.status).toBe(201);
    expect((await ask('nurse', 'POST', '/cases', registration, key)).json).toEqual(made.json);
    expect(pathsOf((await ask('nurse', 'POST', '/cases', registration)).json)).toEqual(['referral']);

    const mine = (await ask('nurse', 'GET', `/referrals/${id}`)).json;
    expect(mine).toMatchObject({ state: 'accepted', case: { id: made.json.id, no: made.json.no }, can: [] });
    const theirs = (await ask('visits', 'GET', `/referrals/${id}`)).json;
    expect(theirs).toMatchObject({ state: 'accepted', case: null, can: [] });
    expect(JSON.stringify([theirs, await rows('visits', 'out')])).not.toContain(String(made.json.no));
    expect((await ask('visits', 'GET', `/cases/${made.json.id}`)).status).toBe(404);
    const [registered] = (await ask('nurse', 'GET', `/cases/${made.json.id}/events`)).json.events as object[];
    expect(registered).toMatchObject({ body: { referral: id } });
  });

  it('of two who accept it at once makes one case', async () => {
    const id = await send();
    const registration = { lead: 'hospital', bornOn: '2026-03-01', origin: 'home', reason: 'x', referral: id };
    const answers = await Promise.all([1, 2, 3, 4].map(() => ask('nurse', 'POST', '/cases', registration)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  it('is counted for whoever answers, without a look at any child, and a list left open is one look', async () => {
    const looks = async () => {
      await api.store.log.flush();
      const text = `SELECT count(*)::integer AS n FROM access_log WHERE what LIKE 'referral%' AND person = 'nurse'`;
      return (await withOwner(api.adminUrl, client => client.query(text))).rows[0].n;
    };
    const waiting = async () => (await ask('nurse', 'GET', '/referrals/waiting')).json;
    const listed = (headers = {}, token = tokens.nurse ?? '') =>
      api.ask('GET', '/referrals?box=in', { token, headers });
    const before = await looks();
    const { count } = await waiting();
    await send();
    expect(await waiting()).toEqual({ count: Number(count) + 1 });
    for (const who of ['ward', 'visits', 'admin'])
      expect((await ask(who, 'GET', '/referrals/waiting')).status, who).toBe(403);
    expect(await looks()).toBe(before);
    const isOpen = { 'x-background': '1' };
    await listed();
    for (let n = 0; n < 3; n++) expect((await listed(isOpen)).status).toBe(200);
    expect(await looks()).toBe(before + 1);
    await listed();
    expect(await looks()).toBe(before + 2);
    // Nobody reads unlogged by calling it the background.
    const other = (await api.store.sessions.open('nurse-hospital'))?.token ?? '';
    for (let n = 0; n < 3; n++) await listed(isOpen, other);
    expect(await looks()).toBe(before + 3);
  });

  it('is declined with a neutral reason, once, by the receiver alone', async () => {
    const id = await send();
    const decline = { decision: 'declined', reason: 'noCapacity' };
    const decide = (who: string, body: object = decline) => ask(who, 'POST', `/referrals/${id}/decision`, body);
    expect((await decide('visits')).status).toBe(403);
    expect((await decide('stranger')).status).toBe(404);
    expect(pathsOf((await decide('nurse', { decision: 'declined', reason: 'alreadyHere' })).json)).toEqual(['reason']);
    expect((await decide('nurse')).status).toBe(200);
    expect((await ask('visits', 'GET', `/referrals/${id}`)).json).toMatchObject({
      state: 'declined',
      declineReason: 'noCapacity',
    });
    expect((await ask('nurse', 'GET', `/referrals/${id}`)).json).toMatchObject({
      ...{ state: 'declined', declineReason: 'noCapacity', from: { id: 'station' }, child: null, isWithheld: true },
    });
    expect(await isNamed('nurse', 'in', id)).toEqual([false, false]);
    expect(await isNamed('visits', 'out', id)).toEqual([true, true]);
    expect(await decide('nurse')).toMatchObject({ status: 409, json: { code: 'wrong-stage' } });
    expect((await decide('visits', { decision: 'withdrawn' })).status).toBe(409);
  });

  it('is withdrawn by the sender, and added by the receiver to a case that it leads', async () => {
    const [first, second] = [await send(), await send()];
    expect(await isNamed('nurse', 'in', first)).toEqual([true, true]);
    expect((await ask('visits', 'POST', `/referrals/${first}/decision`, { decision: 'withdrawn' })).status).toBe(200);
    expect(await stateIn('nurse', first)).toBe('withdrawn');
    expect(await isNamed('nurse', 'in', first)).toEqual([false, false]);
    expect(await isNamed('visits', 'out', first)).toEqual([true, true]);
    const case1 = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
    const known = (await ask('nurse', 'POST', '/cases', case1)).json;
    const foreign = (await ask('stranger', 'POST', '/cases', { ...case1, lead: 'other' })).json;
    const add = (caseId: unknown) =>
      ask('nurse', 'POST', `/referrals/${second}/decision`, { decision: 'accepted', caseId });
    for (const caseId of [foreign.id, 'nowhere']) expect(pathsOf((await add(caseId)).json)).toEqual(['caseId']);
    expect((await add(known.id)).status).toBe(200);
    expect((await ask('nurse', 'GET', `/referrals/${second}`)).json).toMatchObject({ case: { id: known.id } });
    expect(await isNamed('nurse', 'in', second)).toEqual([true, true]);
  });

  it('stands in the log with who sent, read and answered it, and in that of the case once there is one', async () => {
    await logged();
    const [declined, withdrawn, added, accepted] = [await send(), await send(), await send(), await send()];
    const decide = (who: string, id: string, body: object) => ask(who, 'POST', `/referrals/${id}/decision`, body);
    expect(await logged()).toEqual(
      [declined, withdrawn, added, accepted].map(id => `visits administration referral.sent ${id}`),
    );
    await ask('nurse', 'GET', `/referrals/${declined}`);
    await decide('nurse', declined, { decision: 'declined', reason: 'noCapacity' });
    await decide('visits', withdrawn, { decision: 'withdrawn' });
    expect(await logged()).toEqual([
      `nurse read referral ${declined}`,
      `nurse administration referral.declined ${declined}`,
      `visits administration referral.withdrawn ${withdrawn}`,
    ]);
    const child = { lead: 'hospital', bornOn: '2026-03-01', reason: 'x', origin: 'ward' };
    const known = (await ask('nurse', 'POST', '/cases', child)).json;
    await decide('nurse', added, { decision: 'accepted', caseId: known.id });
    const key = crypto.randomUUID();
    const made = (await ask('nurse', 'POST', '/cases', { ...child, referral: accepted }, key)).json;
    await ask('nurse', 'POST', '/cases', { ...child, referral: accepted }, key);
    await ask('nurse', 'POST', '/cases', { ...child, referral: accepted });
    await decide('nurse', added, { decision: 'declined', reason: 'noCapacity' });
    await ask('nurse', 'GET', `/referrals/${added}`);
    // Of the case that follows the sender is told nothing, not by the log of that case either.
    await ask('visits', 'GET', `/referrals/${added}`);
    expect(await logged()).toEqual([
      `nurse administration referral.accepted ${added} ${known.id}`,
      `nurse administration referral.accepted ${accepted} ${made.id}`,
      `nurse read referral ${added} ${known.id}`,
      `visits read referral ${added}`,
    ]);
  });

  it('that nobody took on is kept for thirty days, an accepted one stays', async () => {
    const before = await rows('nurse', 'in');
    expect(before.map(({ state }) => state)).toEqual(expect.arrayContaining(['accepted', 'declined', 'withdrawn']));
    await api.store.pruneEnded('2026-12-30T00:00:00.000Z');
    expect((await rows('nurse', 'in')).length).toBe(before.length);
    await api.store.pruneEnded('2027-01-01T00:00:00.000Z');
    // The session of whoever asks has ended too.
    const kept = (await api.store.referrals.list('hospital', 'in')).referrals.map(({ state }) => state);
    expect(new Set(kept)).toEqual(new Set(['sent', 'accepted']));
  });

  it('that nobody answers is withdrawn after ninety days, told so at both ends, and then kept as one that was', async () => {
    // Sessions have ended by then, too.
    const pruned = async (at: string) => {
      await api.store.pruneEnded(at);
      for (const [name, org] of [
        ['nurse', 'hospital'],
        ['visits', 'station'],
      ] as const)
        tokens[name] = (await api.store.sessions.open(`${name}-${org}`))?.token ?? '';
    };
    await pruned('2027-01-01T00:00:00.000Z');
    const id = await send();
    await pruned('2027-03-01T00:00:00.000Z');
    expect(await stateIn('nurse', id)).toBe('sent');
    await pruned('2027-03-01T00:00:00.001Z');
    const told = { state: 'withdrawn', isLapsed: true, can: [], decidedAt: '2027-03-01T00:00:00.001Z' };
    for (const who of ['nurse', 'visits']) expect((await ask(who, 'GET', `/referrals/${id}`)).json).toMatchObject(told);
    expect(await isNamed('nurse', 'in', id)).toEqual([false, false]);
    expect(await isNamed('visits', 'out', id)).toEqual([true, true]);
    const late = await ask('nurse', 'POST', `/referrals/${id}/decision`, {
      decision: 'declined',
      reason: 'noCapacity',
    });
    expect(late.status).toBe(409);
    await pruned('2027-03-31T00:00:00.001Z');
    expect(await stateIn('nurse', id)).toBe('withdrawn');
    await pruned('2027-03-31T00:00:00.002Z');
    expect((await ask('nurse', 'GET', `/referrals/${id}`)).status).toBe(404);
  });
});
