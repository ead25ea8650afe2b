import { verifyChains } from '@kaerimichi/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newInLog } from './testing/new-in-log.ts';
import { type Case, type Hospitals, merge, send, startHospitals, twice } from './testing/start-hospitals.ts';

let hospitals: Hospitals;
let api: Hospitals['api'];
let tokens: Hospitals['tokens'];
let ask: Hospitals['ask'];
let decide: Hospitals['decide'];
let compare: Hospitals['compare'];

beforeAll(async () => {
  hospitals = await startHospitals();
  ({ api, tokens, ask, decide, compare } = hospitals);
});
afterAll(() => api.stop());

const inLog = newInLog('merge');
const logged = async () => (await inLog(api)).sort();
const consent = {
  ...{ type: 'consent.recorded', consentId: 'c1', scope: 'recipient', recipient: 'station', purpose: 'care' },
  ...{
    categories: ['contacts', 'clinical', 'plan', 'family'],
    from: '2026-12-01',
    until: '2027-03-31',
    method: 'paper',
  },
  givers: [{ relation: 'mother', authority: 'parental' }],
};

describe('two cases of one child', () => {
  it('become one by two people: the other takes over, the number is found, both histories stay and verify', async () => {
    const { east, west, id } = await twice(hospitals);
    await send(hospitals, 'west1', west, 1, {
      type: 'candidate.asked',
      candidateId: 't1',
      function: 'visitingNurse',
      organisation: 'station',
    });
    await send(hospitals, 'west1', west, 2, consent);
    await send(hospitals, 'west1', west, 3, {
      type: 'hold.added',
      holdId: 'h1',
      code: 'housing',
      recheckOn: '2026-12-20',
    });
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
        consents: [
          {
            ...{ recipient: 'station', categories: ['contacts', 'clinical', 'plan', 'family'], until: '2027-03-31' },
            // Who agreed, and in which case it was recorded.
            ...{ givers: consent.givers, fromCase: west.no },
          },
        ],
      },
    });
    expect((goesOn.deadlines as { kind: string }[]).map(({ kind }) => kind)).toContain('lapse.consent');

    // Whoever had part in the one has part in the other, as the family agreed.
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'partner' });
    expect((await ask('visits', 'GET', `/cases/${west.id}`)).json).toMatchObject({ id: east.id, no: east.no });
    expect((await ask('visits', 'GET', `/cases/${west.id}/events`)).status).toBe(404);
    // That there was another case is the lead's to know.
    for (const path of ['', '/events'])
      expect(JSON.stringify((await ask('visits', 'GET', `/cases/${east.id}${path}`)).json)).not.toContain(west.no);
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
    const { east, west, id } = await twice(hospitals);
    const asked = { type: 'candidate.asked', candidateId: 't1', function: 'visitingNurse', organisation: 'station' };
    await send(hospitals, 'west1', west, 1, asked);
    await send(hospitals, 'west1', west, 2, { ...consent, until: undefined });
    await merge(hospitals, id, east);
    const { facts } = (await ask('east1', 'GET', `/cases/${east.id}`)).json as unknown as {
      facts: { plan: { team: { id: string }[] }; family: { consents: { id: string }[] } };
    };
    const consentId = facts.family.consents[0]?.id;
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'partner' });
    await send(hospitals, 'east1', east, 2, { type: 'consent.withdrawn', consentId });
    expect((await ask('visits', 'GET', `/cases/${east.id}`)).json).toMatchObject({ class: 'numberOnly' });
    const candidateId = facts.plan.team[0]?.id;
    await send(hospitals, 'visits', east, 3, {
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
    await send(hospitals, 'west1', west, 4, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect((await ask('visits', 'GET', `/cases/${west.id}`)).json).toMatchObject({ class: 'numberOnly', facts: {} });
  });

  it('have the guardians whom the lead of the one that goes on invites: the page of the other ends', async () => {
    const { east, west, id } = await twice(hospitals);
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
    await merge(hospitals, id, east);
    expect((await ask('mai', 'GET', '/family')).status).toBe(401);
    expect((await join(unused.slip.code, 'dai')).status).not.toBe(201);
    const { guardians } = (await ask('west1', 'GET', `/cases/${west.id}/guardians`)).json;
    expect((guardians as { state: string }[]).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
    expect(await ask('west1', 'POST', `/cases/${west.id}/guardians`, invitation)).toMatchObject({
      status: 400,
      json: { issues: [{ path: '', message: expect.stringContaining('統合先のケースで招待してください。') }] },
    });
    expect((await ask('east1', 'GET', `/cases/${east.id}/guardians`)).json.guardians).toEqual([]);
  });

  it('lead whoever sees the one that goes on there from the old address, and nobody else', async () => {
    const { east, west, id } = await twice(hospitals);
    await merge(hospitals, id, east);
    expect((await ask('east1', 'GET', `/cases/${west.id}`)).json).toMatchObject({ id: east.id, no: east.no });
    const cookie = `kaerimichi_session=${tokens.east1}`;
    const moved = await fetch(`${api.url}/cases/${west.id}`, { headers: { cookie }, redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/api/v1/cases/${east.id}`]);
    const [gone, never] = await Promise.all([west.id, 'nowhere'].map(one => ask('third1', 'GET', `/cases/${one}`)));
    expect([gone?.status, { ...gone?.json, requestId: '' }]).toEqual([404, { ...never?.json, requestId: '' }]);
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

  it('are parted by reopening the one that ended, whose old number is then its own', async () => {
    const { east, west, id } = await twice(hospitals);
    await merge(hospitals, id, east);
    await send(hospitals, 'west1', west, 2, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    expect((await ask('west1', 'GET', `/cases/${west.id}`)).json).toMatchObject({
      stage: 'screening',
      mergedInto: null,
    });
    expect((await ask('east1', 'GET', `/cases/${west.id}`)).status).toBe(404);
  });

  it('count as two once parted, and are made one anew by people; the program finds them no second time', async () => {
    const { east, west, id } = await twice(hospitals);
    await merge(hospitals, id, east);
    expect((await ask('coord', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'merged', can: [] });
    expect((await decide('coord', id, { act: 'propose', survivor: east.id })).status).toBe(409);
    await send(hospitals, 'west1', west, 2, { type: 'case.reopened', to: 'screening', reason: '別のお子さんだった' });
    await send(hospitals, 'west1', west, 3, { type: 'birth.recorded', bornOn: '2026-09-10' });
    await compare();
    const open = async () =>
      ((await ask('coord', 'GET', '/merges')).json.merges as { id: string; sides: Case[] }[]).filter(({ sides }) =>
        sides.some(side => side.id === west.id),
      );
    expect(await open()).toEqual([]);
    expect((await ask('third1', 'GET', `/merges/${id}`)).status).toBe(404);
    expect((await ask('west1', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'merged', can: ['propose'] });
    for (const act of ['confirm', 'reject']) expect((await decide('west1', id, { act })).status).toBe(409);
    const again = await decide('west1', id, { act: 'propose', survivor: east.id, reason: 'やはり同じお子さんだった' });
    expect(again).toMatchObject({ status: 200, json: { state: 'proposed' } });
    const next = String(again.json.id);
    expect(next).not.toBe(id);
    expect((await open()).map(merge => merge.id)).toEqual([next]);
    const seen = (await ask('east1', 'GET', `/merges/${next}`)).json;
    expect(seen).toMatchObject({ state: 'proposed', reason: 'やはり同じお子さんだった', can: ['confirm', 'reject'] });
    expect(seen.earlier).toMatchObject([
      {
        ...{ id, state: 'merged', survivor: east.id, reason: '母子手帳で確かめた' },
        ...{
          proposed: { name: 'east1' },
          decided: { name: 'west1', org: { id: 'west' }, reason: '母子手帳で確かめた' },
        },
      },
    ]);
    // What was decided before is left as it was, and is not what is decided now.
    expect((await ask('west1', 'GET', `/merges/${id}`)).json).toMatchObject({ state: 'merged', can: [] });
    expect((await decide('west1', next, { act: 'confirm' })).status).toBe(403);
    expect((await decide('east1', next, { act: 'confirm' })).json).toMatchObject({ id: next, state: 'merged' });
    expect((await ask('west1', 'GET', `/cases/${west.id}`)).json).toMatchObject({ stage: 'closed' });
    expect(await verifyChains(api.adminUrl)).toMatchObject({ bad: 0, findings: [] });
    const cards = (await ask('east1', 'POST', '/search', { q: west.no })).json.cards as Case[];
    expect(cards.map(card => card.id)).toEqual([east.id]);
  });

  it('stand in the log with who read and decided; in that of a case only once a person has proposed it', async () => {
    const { east, west, id } = await twice(hospitals);
    await logged();
    // Before a proposal the leads are told nothing: not by who looked at their case either.
    await ask('coord', 'GET', `/merges/${id}`);
    await ask('west1', 'GET', `/merges/${id}`);
    expect(await logged()).toEqual([`coord read merge ${id}`]);
    const both = (row: string) => [east.id, west.id].sort().map(caseId => `${row} ${caseId}`);
    await decide('coord', id, { act: 'propose', survivor: east.id });
    await decide('east1', id, { act: 'propose', survivor: east.id });
    expect(await logged()).toEqual([
      ...both(`coord administration merge.proposed ${id}`),
      ...both(`east1 administration merge.proposed ${id}`),
    ]);
    await ask('west1', 'GET', `/merges/${id}`);
    await decide('west1', id, { act: 'confirm' });
    expect(await logged()).toEqual([
      ...both(`west1 administration merge.confirmed ${id}`),
      ...both(`west1 read merge ${id}`),
    ]);
    const { entries } = (await ask('officer', 'GET', `/cases/${west.id}/access-log`)).json;
    const told = (entries as { what: string; by: { name: string | null } }[]).filter(({ what }) => /^merge/.test(what));
    expect(told.map(({ what, by }) => [what, by.name]).sort()).toEqual([
      ['merge', 'west1'],
      ['merge.confirmed', 'west1'],
      // Of the other lead, which has no part in this case, no person is named; the hub has one.
      ['merge.proposed', null],
      ['merge.proposed', 'coord'],
    ]);

    const other = await twice(hospitals);
    await logged();
    await ask('coord', 'GET', '/merges');
    await api.ask('GET', '/merges', { token: tokens.coord ?? '', headers: { 'x-background': '1' } });
    await decide('coord', other.id, { act: 'reject' });
    expect(await logged()).toEqual([`coord administration merge.rejected ${other.id}`, 'coord read merges']);
  });
});
