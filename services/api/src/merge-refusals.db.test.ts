import { withOwner } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Case, type Hospitals, merge, pointedTo, send, startHospitals, twice } from './testing/start-hospitals.ts';

let hospitals: Hospitals;
let api: Hospitals['api'];
let ask: Hospitals['ask'];
let decide: Hospitals['decide'];
let compare: Hospitals['compare'];

beforeAll(async () => {
  hospitals = await startHospitals();
  ({ api, ask, decide, compare } = hospitals);
});
afterAll(() => api.stop());

describe('two cases that may be one child', () => {
  it('stay two where the session of whoever confirms has ended, of which this process has not heard', async () => {
    const { east, id } = await twice(hospitals);
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    expect((await decide('east1', id, { act: 'propose', survivor: east.id })).status).toBe(200);
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

  it('tell a lead how they agreed when it was proposed: no guess in the own case tells what the other says', async () => {
    const { east, west, id } = await twice(hospitals);
    const toldTo = async (who: string) => {
      const { json } = await ask(who, 'GET', `/merges/${id}`);
      const box = json.state === 'rejected' ? '/merges?decided=1' : '/merges';
      const row = ((await ask(who, 'GET', box)).json.merges as { id: string; agreeing: string[] }[]).find(
        one => one.id === id,
      );
      const same = (json.agreement as { field: string; how: string }[]).filter(({ how }) => how === 'same');
      return [same.map(({ field }) => field), row?.agreeing];
    };
    await pointedTo(hospitals, id, east);
    const asProposed = ['family', 'given', 'birth'];
    expect(await toldTo('west1')).toEqual([asProposed, asProposed]);
    await send(hospitals, 'west1', west, 1, { type: 'child.named', givenName: '葉', givenKana: 'よう' });
    expect(await toldTo('west1')).toEqual([asProposed, asProposed]);
    expect(await toldTo('coord')).toEqual([
      ['family', 'birth'],
      ['family', 'birth'],
    ]);
    // Taken up by a lead, it is no new comparison.
    expect((await decide('west1', id, { act: 'propose', survivor: east.id })).status).toBe(200);
    expect(await toldTo('west1')).toEqual([asProposed, asProposed]);
    expect((await decide('west1', id, { act: 'reject' })).status).toBe(200);
    expect(await toldTo('west1')).toEqual([[], []]);
    expect((await toldTo('coord'))[0]).toEqual(['family', 'birth']);
  });

  it('are made one by no person alone, and by nobody who leads neither', async () => {
    const { east, west, id } = await twice(hospitals);
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
    await send(hospitals, 'east1', two as unknown as Case, 1, { type: 'case.closed', how: 'movedOut', reason: '転居' });
    expect(await propose()).toMatchObject({ status: 409, json: { reasons: [{ code: 'merge.closed' }] } });
  });

  it('that are two children are proposed by the program no second time; by a person, with a reason', async () => {
    const { east, west, id } = await twice(hospitals);
    expect((await decide('coord', id, { act: 'reject', reason: 'いとこ' })).json).toMatchObject({ state: 'rejected' });
    await send(hospitals, 'west1', west, 1, { type: 'birth.recorded', bornOn: '2026-09-10' });
    await compare();
    const open = (await ask('coord', 'GET', '/merges')).json.merges as { id: string }[];
    expect(open.map(merge => merge.id)).not.toContain(id);
    // A coordinator who is not shown the names proposes nothing by number: it would tell whether two names are one.
    const again = await ask('coord', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' });
    expect(again).toMatchObject({ status: 400, json: { issues: [{ path: 'survivor' }, { path: 'absorbed' }] } });
    const decided = async () =>
      ((await ask('coord', 'GET', '/merges?decided=1')).json.merges as { id: string; can: string[] }[]).find(
        merge => merge.id === id,
      );
    // A list tells nothing of who said what: that is read pair by pair, and noted for its cases.
    const days = { foundAt: expect.any(String), decidedAt: '2026-12-01T00:00:00.000Z' };
    const row = { id, state: 'rejected', ...days, sides: expect.any(Array), can: ['propose'] };
    expect(await decided()).toEqual({ ...row, agreeing: expect.arrayContaining(['family', 'given', 'birth']) });
    expect((await ask('coord', 'GET', `/merges/${id}`)).json).toMatchObject({ decided: { reason: 'いとこ' } });
    for (const who of ['east1', 'west1'])
      expect((await decide(who, id, { act: 'propose', survivor: east.id })).status).toBe(404);
    expect((await decide('coord', id, { act: 'propose', survivor: east.id, reason: ' ' })).status).toBe(400);
    expect((await decide('coord', id, { act: 'reject', reason: 'x' })).status).toBe(409);
    const both = await Promise.all([
      decide('coord', id, { act: 'propose', survivor: east.id, reason: '戸籍を確かめた' }),
      decide('coord', id, { act: 'propose', survivor: east.id, reason: '戸籍を確かめた' }),
    ]);
    const [next = '', ...more] = new Set(both.flatMap(({ json }) => (json.id === undefined ? [] : String(json.id))));
    expect(more).toEqual([]);
    expect(await decided()).toBeUndefined();
    expect(await decide('east1', next, { act: 'propose', survivor: east.id })).toMatchObject({ status: 200 });
    expect(await decide('west1', next, { act: 'propose', survivor: east.id })).toMatchObject({
      status: 409,
      json: { reasons: [{ code: 'merge.proposed' }] },
    });
    const seen = (await ask('west1', 'GET', `/merges/${next}`)).json;
    expect(seen).toMatchObject({ state: 'proposed', reason: '母子手帳で確かめた', can: ['confirm', 'reject'] });
    expect(seen.earlier).toMatchObject([
      { id, state: 'rejected', proposed: null, decided: { name: 'coord', org: { id: 'hub' }, reason: 'いとこ' } },
    ]);
    expect((await decide('west1', next, { act: 'reject', reason: 'いとこ' })).status).toBe(200);
    expect((await ask('west1', 'GET', `/merges/${next}`)).json).toMatchObject({ can: ['propose'] });
  });

  it('of three: what ended is no candidate any more, neither found nor waiting for anybody', async () => {
    const { east, west, id, child } = await twice(hospitals);
    const register = async () =>
      (await ask('third1', 'POST', '/cases', { lead: 'third', reason: 'x', origin: 'nicu', ...child }))
        .json as unknown as Case;
    const third = await register();
    await compare();
    const pairs = async () => {
      const merges = (await ask('coord', 'GET', '/merges')).json.merges as { sides: Case[] }[];
      return merges
        .map(({ sides }) => sides.map(({ no }) => no).sort())
        .filter(nos => nos.some(no => [east.no, west.no, third.no].includes(no)))
        .sort();
    };
    const of = (...cases: Case[]) => cases.map(({ no }) => no).sort();
    expect(await pairs()).toEqual([of(east, west), of(east, third), of(west, third)].sort());
    await merge(hospitals, id, east);
    expect(await pairs()).toEqual([of(east, third)]);
    const similar = await ask('west1', 'POST', '/cases/similar', child);
    expect(similar.json.cards).toEqual([]);
    const fourth = await register();
    await compare();
    expect(await pairs()).toEqual([of(east, third), of(east, fourth)].sort());
    // Reopened, it is a case of its own, and may be the same child as others.
    await send(hospitals, 'west1', west, 2, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect(await pairs()).toContainEqual(of(west, third));
  });

  it('of which one is closed are not merged, and nothing is written', async () => {
    const { east, west, id } = await twice(hospitals);
    await decide('east1', await pointedTo(hospitals, id, east), { act: 'propose', survivor: east.id });
    await send(hospitals, 'east1', east, 1, { type: 'case.closed', how: 'movedOut', reason: '転居' });
    const refusal = await decide('west1', id, { act: 'confirm' });
    expect(refusal).toMatchObject({ status: 409, json: { reasons: [{ code: 'merge.closed' }] } });
    expect((await ask('west1', 'GET', `/cases/${west.id}`)).json).toMatchObject({ stage: 'screening', version: 1 });
    expect((await ask('west1', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'proposed', can: ['reject'] });
  });

  it('of which one is closed are proposed by nobody, as the program found them or as they were decided', async () => {
    const { east, west, id } = await twice(hospitals);
    await send(hospitals, 'east1', east, 1, { type: 'case.closed', how: 'movedOut', reason: '転居' });
    const can = async () => (await ask('coord', 'GET', `/merges/${id}`)).json.can;
    const propose = () => decide('coord', id, { act: 'propose', survivor: west.id });
    const refused = { status: 409, json: { reasons: [{ code: 'merge.closed' }] } };
    expect(await can()).toEqual(['reject']);
    expect(await propose()).toMatchObject(refused);
    expect((await decide('coord', id, { act: 'reject' })).status).toBe(200);
    expect(await can()).toEqual([]);
    expect(await propose()).toMatchObject(refused);
    await send(hospitals, 'east1', east, 2, { type: 'case.reopened', to: 'screening', reason: '戻った' });
    expect(await can()).toEqual(['propose']);
    expect((await propose()).status).toBe(200);
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
    const { east, west } = await twice(hospitals);
    // The number of a case that one is not shown does not exist.
    const hidden = await ask('east1', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' });
    const none = await ask('east1', 'POST', '/merges', { survivor: east.no, absorbed: 'K-000000', reason: 'x' });
    expect(hidden.json.issues).toEqual(none.json.issues);
    expect((await ask('visits', 'POST', '/merges', { survivor: east.no, absorbed: west.no, reason: 'x' })).status).toBe(
      403,
    );
  });
});
