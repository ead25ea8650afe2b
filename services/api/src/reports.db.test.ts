import type { HouseCounts, OverrideProposal, ToldOverride } from '@kaerimichi/contracts';
import { tokyoDay } from '@kaerimichi/discharge';
import { countedTypes, withOwner } from '@kaerimichi/store';
import { signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string> = {};
const made: string[] = [];

const people = {
  ken: ['ken', 'prefecture'],
  kenadmin: ['ken', 'admin'],
  nurse: ['hospital', 'dischargeNurse'],
  doctor: ['hospital', 'doctor'],
  hub: ['hub', 'coordinator'],
  town: ['town', 'publicHealthNurse'],
  keeper: ['hospital', 'admin', ['orgAdmin']],
  matron: ['hospital', 'dischargeNurse', ['mayWaive', 'orgAdmin']],
  head: ['hospital', 'wardNurse', ['mayWaive']],
  physician: ['hospital', 'doctor', ['mayWaive']],
  other: ['another', 'dischargeNurse', ['orgAdmin']],
} as const;

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  const ofTheNetwork = { ken: 'prefecture', hub: 'hub', town: 'municipality' } as const;
  const organisations = { ...ofTheNetwork, hospital: 'childrensHospital', another: 'hospital' } as const;
  tokens = await startPeople(api, organisations, people);
  for (let n = 0; n < 50; n++) await begin(n < 30 ? '2026-03-01' : n < 48 ? '2018-05-01' : '2012-05-01');
});
afterAll(() => api.stop());

async function begin(bornOn = '2026-03-01'): Promise<string> {
  const body = { lead: 'hospital', familyName: '白鳥', bornOn, reason: 'x', origin: 'ward' };
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const { status, json } = await api.ask('POST', '/cases', { token: tokens.nurse ?? '', body, headers });
  expect(status).toBe(201);
  made.push(String(json.id), String(json.no));
  return String(json.id);
}
const ask = (who: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  api.ask(method, path, {
    token: tokens[who] ?? '',
    headers: { 'idempotency-key': crypto.randomUUID(), ...headers },
    body,
  });
const caseOf = async (id = '') => (await api.store.cases.loadFresh(id)) ?? expect.unreachable();
async function sent(who: string, id: string, event: object): Promise<number> {
  const { version } = await caseOf(id);
  const answer = await ask(who, 'POST', `/cases/${id}/events`, event, { 'if-match': `"${version}"` });
  expect(answer).toMatchObject({ status: 200 });
  return version + 1;
}
/** Sessions end by themselves when days pass. */
async function goOnTo(instant: string): Promise<void> {
  api.clock.set(instant);
  for (const [name, [org]] of Object.entries(people))
    tokens[name] = (await signedInAs(api.store, `${name}-${org}`)).token;
}
const countsFor = (name: string) => api.ask('GET', '/reports/counts', { token: tokens[name] ?? '' });
type Table = { id: string; total: unknown; rows: { key: string; count: unknown }[] };

describe('counts of the network', () => {
  it('are told to the prefecture, small cells hidden, and no name, number or id with them', async () => {
    const { status, json } = await countsFor('ken');
    expect(status).toBe(200);
    expect(json).toMatchObject({ at: '2026-12-01T00:00:00.000Z', yearFrom: '2026-04-01' });
    const tables = Object.fromEntries((json.tables as Table[]).map(table => [table.id, table]));
    expect(Object.keys(tables)).toEqual(['column', 'lead', 'age', 'need', 'hold', 'closed']);
    expect(tables.age?.total).toBe(50);
    // 30, 18 and 2: with the 18 shown, the 2 would be the rest of the total.
    const ages = tables.age?.rows.map(({ count }) => count);
    expect(ages).toEqual([30, 'under5', 'under5', 'withheld', 'under5', 'under5', 'under5', 'under5']);
    expect(tables.closed?.total).toBe('under5');
    const text = JSON.stringify(json);
    expect(text).not.toMatch(/"(count|total)":[0-4]\b/);
    for (const word of [...made, '白鳥', '2012-05-01', '2026-03-01']) expect(text).not.toContain(word);
  });

  it('are refused to everybody else, whose page is not offered them either', async () => {
    for (const [name, [, role]] of Object.entries(people)) {
      const { status, json } = await countsFor(name);
      const me = await api.ask('GET', '/me', { token: tokens[name] ?? '' });
      const isTold = role === 'prefecture';
      expect([status, (me.json.abilities as { counts: boolean }).counts], name).toEqual([isTold ? 200 : 403, isTold]);
      if (!isTold) expect(json.code).toBe('not-permitted');
    }
    expect((await api.ask('GET', '/reports/counts')).status).toBe(401);
  });

  it('open no case, no board and no search to the prefecture', async () => {
    const token = tokens.ken ?? '';
    expect((await api.ask('GET', `/cases/${made[0]}`, { token })).status).toBe(404);
    expect((await api.ask('GET', '/board', { token })).status).toBe(403);
    expect((await api.ask('POST', '/search', { token, body: { q: '白鳥' } })).status).toBe(403);
  });
});

describe('the override register', () => {
  const waived: string[] = [];
  const reasons = new Map<string, string>();
  async function waive(who: string, id: string, body: object, reason = `理由 ${id.slice(0, 6)}`): Promise<void> {
    reasons.set(id, reason);
    await sent(who, id, { type: 'requirement.waived', ...body, reason });
  }
  type Register = {
    version: number | null;
    counts: { requirement: string; individual: number; disaster: number; half: number }[];
    overrides: ToldOverride[];
    untold: number;
    proposals: OverrideProposal[];
    kept: { requirement: string; reason: string; by: string | null; overrides: number }[];
  };
  const register = async (who: string, query = '') =>
    (await ask(who, 'GET', `/rule-sets/overrides${query}`)).json as unknown as Register;
  const countOf = async (requirement: string) =>
    (await register('keeper')).counts.find(one => one.requirement === requirement);

  it('begins with the rules as they are', async () => {
    expect(await register('matron')).toMatchObject({ version: null, counts: [], proposals: [] });
    const { json } = await ask('keeper', 'PUT', '/rule-sets/draft', { content: { caregivers: 2 }, revision: 0 });
    const wish = { revision: json.revision, fromOn: '2026-12-01' };
    expect((await ask('keeper', 'POST', '/rule-sets/versions', wish)).status).toBe(201);
    await goOnTo('2026-12-01T01:00:00.000Z');
  });

  it('counts what was passed over in the own cases: by condition, both of two together, nothing that was taken back', async () => {
    for (let n = 0; n < 9; n += 1) waived.push(await begin());
    for (const id of waived) await waive('head', id, { requirementId: 'month1' });
    // Said again, by the other who may: still one exception for this child.
    await waive('physician', waived[0] ?? '', { requirementId: 'month1' }, 'わたしからも');
    await waive('head', waived[0] ?? '', { requirementId: 'equipmentReady' });
    expect(await countOf('equipmentReady')).toMatchObject({ individual: 0, half: 1 });
    await waive('physician', waived[0] ?? '', { requirementId: 'equipmentReady' });
    expect(await countOf('equipmentReady')).toMatchObject({ individual: 1, half: 0 });
    await waive('head', waived[1] ?? '', { requirementId: 'month3', ground: 'disaster' });
    expect(await countOf('month3')).toMatchObject({ individual: 0, disaster: 1 });
    expect(await countOf('month1')).toMatchObject({ individual: 9, disaster: 0, half: 0 });
    // Another house has its own.
    expect((await register('other')).counts).toEqual([]);
    const { seq } = (await caseOf(waived[8])).facts.waivers.at(-1) ?? { seq: 0 };
    await sent('head', waived[8] ?? '', { type: 'entry.corrected', seq, reason: '間違えました' });
    expect(await countOf('month1')).toMatchObject({ individual: 8 });
  });

  it('proposes a change with the tenth, and tells reasons and cases to whoever reads them alone', async () => {
    for (let n = 0; n < 2; n += 1) {
      const id = await begin();
      waived.push(id);
      expect((await register('matron')).proposals).toEqual([]);
      await waive('head', id, { requirementId: 'month1' });
    }
    const told = await register('matron');
    expect(told.proposals).toMatchObject([
      {
        requirement: 'month1',
        count: 10,
        changes: ['off', 'approvers'],
        staysOn: null,
        approved: { headNurse: 10, doctor: 1 },
      },
    ]);
    const lines = told.overrides.filter(({ requirement }) => requirement === 'month1');
    expect(lines).toHaveLength(10);
    expect(lines.find(({ caseId }) => caseId === waived[10])).toMatchObject({
      ...{ version: 1, isWhole: true },
      grants: [{ as: 'headNurse', reason: reasons.get(waived[10] ?? '') }],
    });
    expect(lines.map(({ no }) => no).every(no => /^K-\d{5}$/.test(no))).toBe(true);
    // No name of a child, whoever reads it; no word of a case to whoever administers without seeing any.
    expect(JSON.stringify(told)).not.toContain('白鳥');
    const blind = await register('keeper');
    expect(blind).toMatchObject({ overrides: [], untold: told.overrides.length, counts: told.counts });
    expect(blind.proposals).toEqual(told.proposals);
    for (const word of ['理由', 'K-', ...waived]) expect(JSON.stringify(blind), word).not.toContain(word);
    const log = await api.store.log.pageOfCase(waived[0] ?? '', { before: null, limit: 20, org: null });
    expect(log.entries.filter(({ what }) => what === 'overrides').map(({ person }) => person)).toContain('matron');
    expect((await ask('nurse', 'GET', '/rule-sets/overrides')).status).toBe(403);
  });

  it('looks back as far as it is asked', async () => {
    await goOnTo('2027-02-20T00:00:00.000Z');
    expect((await register('matron', '?days=30')).counts).toEqual([]);
    expect((await register('matron', '?days=90')).counts).toHaveLength(3);
    expect((await ask('matron', 'GET', '/rule-sets/overrides?days=7')).status).toBe(400);
  });

  it('leaves a rule as it is with a reason that is kept, and counts anew from then on', async () => {
    const keep = (who: string, body: object) => ask(who, 'POST', '/rule-sets/overrides/kept', body);
    expect((await keep('nurse', { requirement: 'month1', reason: 'x' })).status).toBe(403);
    expect((await keep('keeper', { requirement: 'month3', reason: 'x' })).status).toBe(404);
    expect((await keep('keeper', { requirement: 'month1', reason: ' ' })).status).toBe(400);
    const named = await keep('matron', { requirement: 'month1', reason: '白鳥さんのことがあったので' });
    expect(named).toMatchObject({ status: 400, json: { issues: [{ path: 'reason' }] } });
    const reason = '1か月の面談は、外来でかならず会うまで残す';
    expect(await keep('keeper', { requirement: 'month1', reason })).toMatchObject({ status: 201 });
    const { proposals, kept } = await register('matron');
    expect(proposals).toEqual([]);
    expect(kept).toMatchObject([{ requirement: 'month1', reason, overrides: 10, by: 'keeper' }]);
    expect((await keep('keeper', { requirement: 'month1', reason })).status).toBe(404);
    await waive('head', await begin(), { requirementId: 'month1' });
    expect((await register('matron')).proposals).toEqual([]);
  });

  it('reads by an index that holds every kind it counts', async () => {
    const [index] = await withOwner(api.adminUrl, async client => {
      const { rows } = await client.query<{ text: string }>(
        `SELECT indexdef AS text FROM pg_indexes WHERE indexname = 'case_event_counted_idx'`,
      );
      return rows;
    });
    for (const type of countedTypes) expect(index?.text).toContain(`'${type}'`);
  });
});

describe('what a house counts of itself', () => {
  const house = async (who: string, query = '') =>
    (await ask(who, 'GET', `/reports/house${query}`)).json as unknown as HouseCounts;
  const counter = async (id: string, query = '') =>
    (await house('nurse', query)).counters.find(one => one.id === id) ?? expect.unreachable();

  it('is told to its own people, and names no child', async () => {
    const id = await begin();
    const candidate = { candidateId: 'v1', function: 'visitingNurse', organisation: 'another' };
    await sent('nurse', id, { type: 'candidate.asked', ...candidate });
    await sent('nurse', id, { type: 'candidate.answered', candidateId: 'v1', answer: 'accepted' });
    const plannedOn = tokyoDay(api.clock.now());
    await sent('nurse', id, { type: 'conference.planned', conferenceId: 'k1', conferenceKind: 'joint', plannedOn });
    const attended = ['dischargeNurse', 'visitingNurse', 'homePhysician', 'supportPlanner', 'family'];
    await sent('nurse', id, { type: 'conference.held', conferenceId: 'k1', attended, actionItems: [] });
    const told = await house('nurse');
    expect(told).toMatchObject({
      partners: [{ org: 'another', name: 'another', times: 1, lastOn: plannedOn }],
      ...{ unnamed: 2, beds: null, mayKeepBeds: false },
    });
    const figures = Object.fromEntries(told.counters.map(one => [one.id, [one.figure, one.needed, one.standing]]));
    expect(figures).toEqual({
      partners: [0, 25, 'missing'],
      plannerContacts: [1, null, 'review'],
      screenedWithin3: [0, null, 'review'],
      screenedWithin7: [0, null, 'review'],
      conferencesOfThree: [1, null, 'counted'],
    });
    for (const word of ['白鳥', id, 'K-']) expect(JSON.stringify(told), word).not.toContain(word);
    expect((await house('other')).partners).toEqual([]);
    // A correction takes the conference out again.
    const held = (await caseOf(id)).version;
    await sent('nurse', id, { type: 'entry.corrected', seq: held, reason: '別の日でした' });
    expect((await house('nurse')).partners).toEqual([]);
  });

  it('is refused to everybody else, and offered where a house leads cases', async () => {
    const isTold = {
      nurse: true,
      doctor: true,
      head: true,
      keeper: true,
      other: true,
      ken: false,
      hub: false,
      town: false,
    };
    for (const [name, told] of Object.entries(isTold)) {
      expect((await ask(name, 'GET', '/reports/house')).status, name).toBe(told ? 200 : 403);
      const { abilities } = (await ask(name, 'GET', '/me')).json as { abilities: { houseCounts: boolean } };
      expect(abilities.houseCounts, name).toBe(told);
    }
    const ofPrefecture = (await ask('kenadmin', 'GET', '/me')).json as { abilities: { houseCounts: boolean } };
    expect(ofPrefecture.abilities.houseCounts).toBe(false);
  });

  it('knows its beds from a day on, as an administrator said; claims are assumed and kept nowhere', async () => {
    const beds = { fromOn: '2026-04-01', general: 20, longTerm: 0, child: 100 };
    const keep = (who: string, body: object) => ask(who, 'PUT', '/reports/house/beds', body);
    expect((await keep('nurse', beds)).status).toBe(403);
    expect((await keep('keeper', { ...beds, child: -1 })).status).toBe(400);
    expect(await keep('keeper', beds)).toMatchObject({ status: 200, json: { ...beds, by: 'keeper' } });
    expect((await keep('keeper', { ...beds, fromOn: '2027-04-01', child: 999 })).status).toBe(200);
    expect((await house('keeper')).beds).toEqual({ ...beds, by: 'keeper' });
    expect(await counter('plannerContacts')).toMatchObject({ needed: 9, standing: 'review' });
    expect(await counter('plannerContacts', '?claims=9')).toMatchObject({ figure: 9, standing: 'met' });
    expect(await counter('plannerContacts', '?claims=8')).toMatchObject({ figure: 8, standing: 'missing' });
    expect((await ask('nurse', 'GET', '/reports/house?claims=many')).status).toBe(400);
  });
});
