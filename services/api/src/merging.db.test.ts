import { verifyChains, withOwner } from '@kaerimichi/store';
import { aMember, anOrganisation } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  await anOrganisation(api.store, 'east', 'childrensHospital');
  await anOrganisation(api.store, 'west', 'hospital');
  await anOrganisation(api.store, 'third', 'hospital');
  await anOrganisation(api.store, 'hub', 'hub');
  await anOrganisation(api.store, 'station', 'visitingNursingStation');
  for (const [name, org, role] of [
    ['east1', 'east', 'dischargeNurse'],
    ['east2', 'east', 'doctor'],
    ['west1', 'west', 'dischargeNurse'],
    ['third1', 'third', 'dischargeNurse'],
    ['coord', 'hub', 'coordinator'],
    ['visits', 'station', 'visitingNurse'],
  ] as const) {
    await aMember(api.store, { name, org, role });
    tokens[name] = (await api.store.sessions.open(`${name}-${org}`))?.token ?? '';
  }
});
afterAll(() => api.stop());

const ask = (
  who: string,
  method: string,
  path: string,
  body?: object,
  version = 1,
  key: string = crypto.randomUUID(),
) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    body,
    headers: { 'idempotency-key': key, 'if-match': `"${version}"` },
  });
type Case = { readonly id: string; readonly no: string };
const raise = (_caseId: string, fault: unknown) => {
  throw fault;
};
let children = 0;
/** One child in two hospitals; the coordinator has been told. */
async function twice(): Promise<{ east: Case; west: Case; id: string }> {
  const child = { familyKana: 'いしい', givenKana: `そら${'あ'.repeat(++children)}`, bornOn: '2026-09-10' };
  const register = async (who: 'east1' | 'west1') =>
    (await ask(who, 'POST', '/cases', { lead: who.slice(0, 4), reason: 'x', origin: 'nicu', ...child }))
      .json as unknown as Case;
  const [east, west] = [await register('east1'), await register('west1')];
  while ((await api.store.merges.compareNext(50, raise)) > 0);
  const merges = (await ask('coord', 'GET', '/merges')).json.merges as { id: string; sides: Case[] }[];
  const found = merges.find(({ sides }) => sides.some(({ id }) => id === east.id));
  return { east, west, id: found?.id ?? '' };
}
const decide = (who: string, id: string, body: object, key?: string) =>
  ask(who, 'POST', `/merges/${id}/decision`, { reason: '母子手帳で確かめた', ...body }, 1, key);
/** What the program found, once the coordinator has pointed to it. */
async function pointedTo(id: string, { id: survivor }: Case): Promise<string> {
  expect((await decide('coord', id, { act: 'propose', survivor })).status).toBe(200);
  return id;
}
/** One of the two leads takes it up, the other confirms. */
async function merge(id: string, { id: survivor }: Case): Promise<void> {
  expect(
    (await decide('east1', await pointedTo(id, { id: survivor, no: '' }), { act: 'propose', survivor })).status,
  ).toBe(200);
  expect((await decide('west1', id, { act: 'confirm' })).status).toBe(200);
}
const send = async (who: string, { id }: Case, version: number, body: object) =>
  expect((await ask(who, 'POST', `/cases/${id}/events`, body, version)).status).toBe(200);
const consent = {
  ...{ type: 'consent.recorded', consentId: 'c1', scope: 'recipient', recipient: 'station', purpose: 'care' },
  ...{ categories: ['contacts', 'clinical', 'plan'], from: '2026-12-01', until: '2027-03-31', method: 'paper' },
  givers: [{ relation: 'mother', authority: 'parental' }],
};

describe('two cases of one child', () => {
  it('stay two where the session of whoever confirms has ended, of which this process has not heard', async () => {
    const { east, id } = await twice();
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    const session = await api.store.sessions.open('west1-west');
    const elsewhere = { token: session?.token ?? '', headers: { 'idempotency-key': crypto.randomUUID() } };
    // Heard of at once by the other processes, unless the call is lost: then within a second.
    const change = 'UPDATE session SET revoked_at = $2, epoch = epoch + 1 WHERE id = $1';
    const values = [session?.signedIn.session.id, api.clock.now()];
    await withOwner(api.adminUrl, client => client.query(change, values));
    const body = { act: 'confirm', reason: '母子手帳で確かめた' };
    expect((await api.ask('POST', `/merges/${id}/decision`, { ...elsewhere, body })).status).toBe(401);
    expect((await ask('coord', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'proposed' });
  });

  it('become one by two people: the other takes over, the number is found, both histories stay and verify', async () => {
    const { east, west, id } = await twice();
    await send('west1', west, 1, {
      type: 'candidate.asked',
      candidateId: 't1',
      function: 'visitingNurse',
      organisation: 'station',
    });
    await send('west1', west, 2, consent);
    await send('west1', west, 3, { type: 'hold.added', holdId: 'h1', code: 'housing', recheckOn: '2026-12-20' });
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).status).toBe(404);
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).json).toMatchObject({
      state: 'proposed',
    });

    // Told to both leads now, with the number of the other and no more of it; one of them takes it up.
    const seen = (await ask('west1', 'GET', `/merges/${id}`)).json;
    expect(seen).toMatchObject({ state: 'proposed', survivor: east.id, can: ['propose', 'reject'] });
    expect((await decide('west1', id, { act: 'confirm' })).status).toBe(403);
    expect((await decide('east1', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    expect((await ask('west1', 'GET', `/merges/${id}`)).json).toMatchObject({ can: ['confirm', 'reject'] });
    const sides = seen.sides as { id: string; no: string; card: object | null }[];
    expect(sides.map(side => [side.no, side.card !== null])).toEqual(
      expect.arrayContaining([
        [east.no, false],
        [west.no, true],
      ]),
    );
    const key = crypto.randomUUID();
    expect(await decide('west1', id, { act: 'confirm' }, key)).toMatchObject({
      status: 200,
      json: { state: 'merged' },
    });
    expect(await decide('west1', id, { act: 'confirm' }, key)).toMatchObject({
      status: 200,
      json: { state: 'merged' },
    });

    const ended = (await ask('west1', 'GET', `/cases/${west.id}`)).json;
    expect(ended).toMatchObject({ stage: 'closed', no: west.no, mergedInto: null, deadlines: [] });
    const goesOn = (await ask('east1', 'GET', `/cases/${east.id}`)).json;
    expect(goesOn).toMatchObject({ stage: 'screening', mergedInto: null });
    expect(goesOn.facts).toMatchObject({
      plan: { team: [{ org: 'station', state: 'asked' }] },
      family: {
        consents: [{ recipient: 'station', categories: ['contacts', 'clinical', 'plan'], until: '2027-03-31' }],
      },
    });
    expect((goesOn.deadlines as { kind: string }[]).map(({ kind }) => kind)).toContain('lapse.consent');

    // Whoever had part in the one has part in the other, as the family agreed.
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'partner' });
    expect((await ask('visits', 'GET', `/cases/${west.id}`)).json).toMatchObject({ id: east.id, no: east.no });
    expect((await ask('visits', 'GET', `/cases/${west.id}/events`)).status).toBe(404);
    const history = (await ask('west1', 'GET', `/cases/${west.id}/events`)).json.events as object[];
    expect(history.at(-1)).toMatchObject({ type: 'case.merged', texts: { reason: '母子手帳で確かめた' } });
    expect((await ask('east1', 'GET', `/cases/${east.id}/events`)).json.events).toMatchObject([
      { type: 'case.registered' },
      { type: 'case.absorbed', body: { no: west.no }, correctable: false },
    ]);
    expect(await verifyChains(api.adminUrl)).toMatchObject({ bad: 0, findings: [] });

    const found = async (who: string) =>
      ((await ask(who, 'POST', '/search', { q: west.no })).json.cards as Case[]).map(card => card.id).sort();
    expect(await found('east1')).toEqual([east.id]);
    expect(await found('third1')).toEqual([]);
    expect(await found('visits')).toEqual([east.id]);
  });

  it('are both closed to a partner once the family takes its consent back where it stands now', async () => {
    const { east, west, id } = await twice();
    const asked = { type: 'candidate.asked', candidateId: 't1', function: 'visitingNurse', organisation: 'station' };
    await send('west1', west, 1, asked);
    await send('west1', west, 2, { ...consent, until: undefined });
    await merge(id, east);
    const { facts } = (await ask('east1', 'GET', `/cases/${east.id}`)).json as unknown as {
      facts: { plan: { team: { id: string }[] }; family: { consents: { id: string }[] } };
    };
    const consentId = facts.family.consents[0]?.id;
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'partner' });
    await send('east1', east, 2, { type: 'consent.withdrawn', consentId });
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'numberOnly' });
    const candidateId = facts.plan.team[0]?.id;
    await send('visits', east, 3, {
      type: 'candidate.answered',
      candidateId,
      answer: 'declined',
      declineReason: 'hours',
    });
    const never = await ask('visits', 'GET', '/cases/nowhere');
    for (const one of [east, west]) {
      for (const path of ['', '/events', '/transitions']) {
        const { status, json } = await ask('visits', 'GET', `/cases/${one.id}${path}`);
        expect([path, status, { ...json, requestId: '' }]).toEqual([path, 404, { ...never.json, requestId: '' }]);
      }
    }
    // Reopened, it is a case without the family's agreement to share it.
    await send('west1', west, 4, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect((await ask('visits', 'GET', `/cases/${west.id}`)).json).toMatchObject({ class: 'numberOnly', facts: {} });
  });

  it('have the guardians whom the lead of the one that goes on invites: the page of the other ends', async () => {
    const { east, west, id } = await twice();
    const invitation = { relation: 'mother', categories: ['contacts', 'plan'], decides: true };
    const invite = async () =>
      (await ask('west1', 'POST', `/cases/${west.id}/guardians`, invitation)).json as unknown as {
        slip: { code: string };
      };
    const [{ slip }, unused] = [await invite(), await invite()];
    const join = (code: string, identifier: string) =>
      api.ask('POST', '/join', {
        body: { code, bornOn: '2026-09-10', name: identifier, identifier, password: 'ひつじとゆうやけの台所とふね' },
      });
    const cookie = (await join(slip.code, 'mai')).headers.get('set-cookie') ?? '';
    tokens.mai = /kaerimichi_session=([^;]+)/.exec(cookie)?.[1] ?? '';
    expect((await ask('mai', 'GET', '/family')).status).toBe(200);
    await merge(id, east);
    expect((await ask('mai', 'GET', '/family')).status).toBe(401);
    expect((await join(unused.slip.code, 'dai')).status).not.toBe(201);
    const { guardians } = (await ask('west1', 'GET', `/cases/${west.id}/guardians`)).json;
    expect((guardians as { state: string }[]).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect((await ask('east1', 'GET', `/cases/${east.id}/guardians`)).json.guardians).toEqual([]);
  });

  it('lead whoever sees the one that goes on there from the old address, and nobody else', async () => {
    const { east, west, id } = await twice();
    await merge(id, east);
    expect((await ask('east1', 'GET', `/cases/${west.id}`)).json).toMatchObject({ id: east.id, no: east.no });
    const cookie = `kaerimichi_session=${tokens.east1}`;
    const moved = await fetch(`${api.url}/cases/${west.id}`, { headers: { cookie }, redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/api/v1/cases/${east.id}`]);
    const [gone, never] = await Promise.all([west.id, 'nowhere'].map(one => ask('third1', 'GET', `/cases/${one}`)));
    expect([gone?.status, { ...gone?.json, requestId: '' }]).toEqual([404, { ...never?.json, requestId: '' }]);
  });

  it('are made one by no person alone, and by nobody who leads neither', async () => {
    const { east, west, id } = await twice();
    for (const who of ['east1', 'west1', 'third1'])
      expect((await decide(who, id, { act: 'confirm' })).status).toBe(404);
    expect((await decide('coord', id, { act: 'confirm' })).status).toBe(403);
    expect((await decide('coord', id, { act: 'propose', survivor: 'nowhere' })).status).toBe(400);
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    expect((await decide('coord', id, { act: 'confirm' })).status).toBe(403);
    // Neither lead is passed over: one takes up what the coordinator pointed to, the other agrees.
    expect((await decide('west1', id, { act: 'confirm' })).status).toBe(403);
    expect((await decide('east1', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    expect((await decide('east1', id, { act: 'confirm' })).status).toBe(403);
    expect((await decide('west1', id, { act: 'propose', survivor: west.id })).status).toBe(409);
    expect((await decide('third1', id, { act: 'confirm' })).status).toBe(404);
    const both = await Promise.all([decide('west1', id, { act: 'confirm' }), decide('west1', id, { act: 'confirm' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (const one of [east, west])
      expect((await api.store.cases.listEvents(one.id, 0, 9)).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('of one lead are made one by two of its people', async () => {
    const child = {
      lead: 'east',
      familyKana: 'もり',
      givenKana: 'あお',
      bornOn: '2026-08-01',
      reason: 'x',
      origin: 'ward',
    };
    const [one, two] = [
      (await ask('east1', 'POST', '/cases', child)).json,
      (await ask('east1', 'POST', '/cases', child)).json,
    ];
    const proposal = { survivor: one.no, absorbed: two.no, reason: '二重に登録した' };
    const { status, json } = await ask('east1', 'POST', '/merges', proposal);
    expect(status).toBe(201);
    expect((await decide('east1', String(json.id), { act: 'confirm' })).status).toBe(403);
    expect((await decide('east2', String(json.id), { act: 'confirm' })).status).toBe(200);
    expect((await ask('east1', 'GET', `/cases/${two.id}`)).json).toMatchObject({ mergedInto: { id: one.id } });
  });

  it('that differ in day of birth, sex or order are not made one, and none of a closed case is proposed', async () => {
    const child = { lead: 'east', familyKana: 'はら', givenKana: 'みお', reason: 'x', origin: 'ward' };
    const register = async (born: object) => (await ask('east1', 'POST', '/cases', { ...child, ...born })).json;
    const one = await register({ bornOn: '2026-08-01', birthOrder: 1 });
    const two = await register({ bornOn: '2026-08-01', birthOrder: 2 });
    const propose = () =>
      ask('east1', 'POST', '/merges', { survivor: one.no, absorbed: two.no, reason: '二重に登録した' });
    const proposal = await propose();
    expect(proposal.status).toBe(201);
    const refusal = await decide('east2', String(proposal.json.id), { act: 'confirm' });
    expect(refusal).toMatchObject({ status: 409, json: { reasons: [{ code: 'merge.differs' }] } });
    await send('east1', two as unknown as Case, 1, { type: 'case.closed', how: 'movedOut', reason: '転居' });
    expect(await propose()).toMatchObject({ status: 409, json: { reasons: [{ code: 'merge.closed' }] } });
  });

  it('that are two children are not proposed again, by the program or by hand', async () => {
    const { east, west, id } = await twice();
    expect((await decide('coord', id, { act: 'reject', reason: 'いとこ' })).json).toMatchObject({ state: 'rejected' });
    await send('west1', west, 1, { type: 'birth.recorded', bornOn: '2026-09-10' });
    while ((await api.store.merges.compareNext(50, raise)) > 0);
    const open = (await ask('coord', 'GET', '/merges')).json.merges as { id: string }[];
    expect(open.map(merge => merge.id)).not.toContain(id);
    // A coordinator who is not shown the names proposes nothing by number: it would tell whether two names are one.
    const again = await ask('coord', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' });
    expect(again).toMatchObject({ status: 400, json: { issues: [{ path: 'survivor' }, { path: 'absorbed' }] } });
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).status).toBe(409);
  });

  it('of three: what ended is no candidate any more, neither found nor waiting for anybody', async () => {
    const { east, west, id } = await twice();
    const child = { familyKana: 'いしい', givenKana: `そら${'あ'.repeat(children)}`, bornOn: '2026-09-10' };
    const register = async () =>
      (await ask('third1', 'POST', '/cases', { lead: 'third', reason: 'x', origin: 'nicu', ...child }))
        .json as unknown as Case;
    const third = await register();
    while ((await api.store.merges.compareNext(50, raise)) > 0);
    const pairs = async () => {
      const merges = (await ask('coord', 'GET', '/merges')).json.merges as { sides: Case[] }[];
      return merges
        .map(({ sides }) => sides.map(({ no }) => no).sort())
        .filter(nos => nos.some(no => [east.no, west.no, third.no].includes(no)))
        .sort();
    };
    const of = (...cases: Case[]) => cases.map(({ no }) => no).sort();
    expect(await pairs()).toEqual([of(east, west), of(east, third), of(west, third)].sort());
    await merge(id, east);
    expect(await pairs()).toEqual([of(east, third)]);
    const similar = await ask('west1', 'POST', '/cases/similar', child);
    expect(similar.json.cards).toEqual([]);
    const fourth = await register();
    while ((await api.store.merges.compareNext(50, raise)) > 0);
    expect(await pairs()).toEqual([of(east, third), of(east, fourth)].sort());
    // Reopened, it is a case of its own, and may be the same child as others.
    await send('west1', west, 2, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect(await pairs()).toContainEqual(of(west, third));
  });

  it('are parted by reopening the one that ended, whose old number is then its own', async () => {
    const { east, west, id } = await twice();
    await merge(id, east);
    await send('west1', west, 2, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect((await ask('west1', 'GET', `/cases/${west.id}`)).json).toMatchObject({
      stage: 'screening',
      mergedInto: null,
    });
    expect((await ask('east1', 'GET', `/cases/${west.id}`)).status).toBe(404);
  });

  it('of which one is closed are not merged, and nothing is written', async () => {
    const { east, west, id } = await twice();
    await decide('east1', await pointedTo(id, east), { act: 'propose', survivor: east.id });
    await send('east1', east, 1, { type: 'case.closed', how: 'movedOut', reason: '転居' });
    const refusal = await decide('west1', id, { act: 'confirm' });
    expect(refusal).toMatchObject({ status: 409, json: { reasons: [{ code: 'merge.closed' }] } });
    expect((await ask('west1', 'GET', `/cases/${west.id}`)).json).toMatchObject({ stage: 'screening', version: 1 });
    expect((await ask('west1', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'proposed' });
  });

  it('are named with every fault of what was sent', async () => {
    const issues = async (body: object) =>
      ((await ask('coord', 'POST', '/merges', body)).json.issues as { path: string }[]).map(({ path }) => path).sort();
    expect(await issues({ survivor: 'x', reason: ' ' })).toEqual(['absorbed', 'reason', 'survivor']);
    expect(await issues({ survivor: 'x', absorbed: 'x', reason: 'x\0' })).toEqual(['absorbed', 'reason', 'survivor']);
    expect(await issues({ survivor: 'K-000000', absorbed: 'K-000000', reason: 'x' })).toEqual([
      'absorbed',
      'absorbed',
      'survivor',
    ]);
    const { east, west } = await twice();
    // The number of a case that one is not shown does not exist.
    const hidden = await ask('east1', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' });
    const none = await ask('east1', 'POST', '/merges', { survivor: east.no, absorbed: 'K-000000', reason: 'x' });
    expect(hidden.json.issues).toEqual(none.json.issues);
    expect((await ask('visits', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' })).status).toBe(
      403,
    );
  });
});
