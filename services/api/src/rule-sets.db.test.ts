import { randomUUID } from 'node:crypto';
import { parseEventBytes } from '@kaerimichi/casework';
import type { PreviewedCase, RuleSetPreview } from '@kaerimichi/contracts';
import { rulesOf, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf, redecide } from '@kaerimichi/discharge/chart';
import { signedInAs } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPeople } from './testing/start-people.ts';
import { startTestApi, type TestApi } from './testing/start-test-api.ts';

let api: TestApi;
let tokens: Record<string, string>;
const cases: string[] = [];

beforeAll(async () => {
  api = await startTestApi('2026-12-01T00:00:00.000Z');
  tokens = await startPeople(
    api,
    { hospital: 'hospital', another: 'hospital', station: 'visitingNursingStation', hub: 'hub' },
    {
      nurse: ['hospital'],
      keeper: ['hospital', 'admin', ['orgAdmin']],
      second: ['hospital', 'admin', ['orgAdmin']],
      matron: ['hospital', 'dischargeNurse', ['mayWaive', 'orgAdmin']],
      other: ['another', 'dischargeNurse', ['orgAdmin']],
      visiting: ['station', 'visitingNurse', ['orgAdmin']],
    },
  );
  for (let n = 0; n < 3; n += 1) cases.push(await registered());
  // The third is further, and its interview is still to come.
  await sent(cases[2], 1, { type: 'factors.recorded', factors: ['medicalProcedures'] });
  await sent(cases[2], 2, { type: 'screening.completed' });
  await goOnTo('2026-12-11T00:00:00.000Z');
});
/** Sessions end by themselves when days pass. */
async function goOnTo(instant: string): Promise<void> {
  api.clock.set(instant);
  for (const name of Object.keys(tokens)) {
    const org = { other: 'another', visiting: 'station' }[name] ?? 'hospital';
    tokens[name] = (await signedInAs(api.store, `${name}-${org}`)).token;
  }
}
afterAll(() => api.stop());

const ask = (who: string, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  api.ask(method, path, { token: tokens[who] ?? '', headers: { 'idempotency-key': randomUUID(), ...headers }, body });
const child = { familyName: '石井', bornOn: '2025-01-01', reason: 'x', origin: 'ward' };
async function registered(lead = 'hospital', who = 'nurse'): Promise<string> {
  const { status, json } = await ask(who, 'POST', '/cases', { ...child, givenName: 'そら', lead });
  expect(status).toBe(201);
  return String(json.id);
}
async function sent(id: string | undefined, version: number, body: object) {
  const answer = await ask('nurse', 'POST', `/cases/${id}/events`, body, { 'if-match': `"${version}"` });
  expect(answer).toMatchObject({ status: 200 });
}
const listed = async (who = 'keeper') => (await ask(who, 'GET', '/rule-sets')).json as Listed;
type Listed = {
  draft: { revision: number; content: object } | null;
  published: { version: number; state: string; content: object; isBeingAdopted: boolean }[];
};
const save = async (content: object, who = 'keeper') =>
  ask(who, 'PUT', '/rule-sets/draft', { content, revision: (await listed()).draft?.revision ?? 0 });
const previewed = async (content: object, who = 'matron', fromOn = '2026-12-11') =>
  (await ask(who, 'POST', '/rule-sets/preview', { content, fromOn })).json as unknown as RuleSetPreview;
async function publish(content: object, fromOn = '2026-12-11'): Promise<number> {
  expect(await save(content)).toMatchObject({ status: 200 });
  const revision = (await listed()).draft?.revision;
  const { status, json } = await ask('keeper', 'POST', '/rule-sets/versions', { revision, fromOn });
  expect(status).toBe(201);
  return Number(json.version);
}
/** What the worker does in a turn (`services/worker/src/adopt-rules.ts`). */
async function adopt(): Promise<string[]> {
  const done: string[] = [];
  for (const { org, version, content } of await api.store.ruleSets.listPending(tokyoDay(api.clock.now()))) {
    const rules = rulesOf(content, { lead: org, version });
    for (const id of await api.store.ruleSets.listBehind(rules, 100))
      if ((await api.casework.sendTimeEvent(id, { type: 'rules.adopted', body: rules })).ok) done.push(id);
  }
  return done.sort();
}
const loaded = async (id = '') => {
  const found = await api.store.cases.loadFresh(id);
  if (!found) throw new Error('no case');
  return found;
};

describe('a rule set', () => {
  it('is kept by whoever administers the organisation, and read by nobody else', async () => {
    for (const [who, status] of Object.entries({ keeper: 200, matron: 200, other: 200, visiting: 200, nurse: 403 })) {
      expect((await ask(who, 'GET', '/rule-sets')).status, who).toBe(status);
      const content = { stageDays: { planning: 9 } };
      const preview = await ask(who, 'POST', '/rule-sets/preview', { content, fromOn: '2026-12-11' });
      expect(preview.status === 403, who).toBe(status === 403);
    }
    expect((await ask('nurse', 'PUT', '/rule-sets/draft', { revision: 0, content: {} })).status).toBe(403);
    expect((await ask('nurse', 'POST', '/rule-sets/versions', { revision: 1, fromOn: '2026-12-11' })).status).toBe(403);
  });

  it('tells every fault of a file with its path and the rule that forbids it, and keeps nothing of it', async () => {
    const shape = await save({ stageDays: { planning: 0, preparing: 'x' }, colour: 'red', approvers: 'cook' });
    expect(shape).toMatchObject({ status: 400 });
    expect((shape.json.issues as { path: string }[]).map(({ path }) => path).sort()).toEqual(
      ['content.approvers', 'content.colour', 'content.stageDays.planning', 'content.stageDays.preparing'].sort(),
    );
    const meaning = await save({
      stageDays: { nowhere: 3 },
      off: ['month1', 'trainingReady'],
      remindDays: { lunch: 1 },
    });
    expect(meaning.json.issues).toEqual([
      { path: 'content.stageDays.nowhere', message: expect.stringContaining('段階') },
      { path: 'content.remindDays.lunch', message: expect.stringContaining('知らせ') },
      { path: 'content.off.1', message: expect.stringContaining('安全') },
    ]);
    expect((await listed()).draft).toBeNull();
    expect((await ask('keeper', 'POST', '/rule-sets/preview', { content: {}, fromOn: '2026-12-10' })).status).toBe(400);
  });

  it('is written by two administrators at once: the second is told, and nothing of the first is lost', async () => {
    const both = await Promise.all(
      ['keeper', 'second'].map(who => ask(who, 'PUT', '/rule-sets/draft', { revision: 0, content: { caregivers: 2 } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { draft } = await listed();
    const published = await Promise.all(
      ['keeper', 'second'].map(who =>
        ask(who, 'POST', '/rule-sets/versions', { revision: draft?.revision, fromOn: '2026-12-11' }),
      ),
    );
    expect(published.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await listed()).published).toMatchObject([{ version: 1, state: 'inForce', isBeingAdopted: true }]);
    expect(await adopt()).toEqual([...cases].sort());
    expect(await adopt()).toEqual([]);
  });
});

describe('a preview', () => {
  const content = {
    stageDays: { screening: 5, familyInterview: 90 },
    approvers: 'both',
    labels: { screening: { ja: '入口', en: 'Entrance' } },
  };

  it('is what then happens in every live case, and writes nothing', async () => {
    const before = await Promise.all(cases.map(loaded));
    const told = await previewed(content);
    expect(told).toMatchObject({ live: 3, counts: { touched: 3, late: 2, stuck: 0, freed: 0 } });
    expect(await Promise.all(cases.map(loaded))).toEqual(before);
    const late = told.cases.filter(({ isLate }) => isLate);
    expect(late.map(({ name }) => name)).toEqual(['石井 そら', '石井 そら']);
    expect(await publish(content)).toBe(2);
    expect(await adopt()).toEqual([...cases].sort());
    for (const one of told.cases) await happened(one);
    // Nobody is told of it case by case.
    expect(JSON.stringify((await ask('nurse', 'GET', '/inbox')).json)).not.toContain('新しいルール');
    const board = await api.store.board.of('hospital');
    const due = board.filter(({ card }) => card.stage === 'screening').map(({ card }) => card.due);
    expect(due).toEqual([
      { kind: 'stage', on: '2026-12-06' },
      { kind: 'stage', on: '2026-12-06' },
    ]);
  });

  /** The rows of the case are those that were told. */
  async function happened({ id, dates }: PreviewedCase) {
    const rows = await api.store.deadlines.listOf(id);
    const { facts } = await loaded(id);
    for (const { kind, after } of dates) {
      expect(rows.find(row => row.kind === kind)?.dueOn ?? null).toBe(after);
      expect(deadlinesOf(facts).find(row => row.kind === kind)?.on ?? null).toBe(after);
    }
  }

  it('names no child to whoever administers without seeing any', async () => {
    const told = await previewed({ stageDays: { screening: 2 } }, 'keeper');
    expect(told).toMatchObject({ live: 3, counts: { late: 0, dates: expect.any(Number) }, cases: [] });
    expect(JSON.stringify(told)).not.toContain('石井');
  });

  it('says what words, days and limits read like from then on', async () => {
    const { json } = await ask('nurse', 'GET', '/pathway');
    const stages = json.stages as { id: string; label: object; guideDays: number }[];
    expect(stages.find(({ id }) => id === 'screening')).toMatchObject({ label: { ja: '入口' }, guideDays: 5 });
    expect((json.words as Record<string, object>).screening).toEqual({ ja: '入口', en: 'Entrance' });
    const elsewhere = (await ask('other', 'GET', '/pathway')).json.words as Record<string, object>;
    expect(elsewhere.screening).not.toEqual({ ja: '入口', en: 'Entrance' });
  });

  it('is taken back by publishing the version before anew', async () => {
    const three = { off: ['earlyContact'], stageDays: { screening: 1 } };
    await publish(three);
    await adopt();
    const { published } = await listed();
    const before = published.find(({ version }) => version === 1)?.content ?? {};
    const back = await previewed(before);
    expect(back.cases.every(({ dates }) => dates.some(({ after }) => after === null))).toBe(true);
    expect(await publish(before)).toBe(4);
    await adopt();
    expect((await loaded(cases[0])).facts.rules).toMatchObject({ version: 4, caregivers: 2 });
    expect((await listed()).published.map(({ state }) => state)).toEqual([
      'inForce',
      'replaced',
      'replaced',
      'replaced',
    ]);
    expect((await api.store.deadlines.listOf(cases[0] ?? '')).map(({ kind }) => kind)).not.toContain('stage');
  });
});

describe('rules over time', () => {
  it('begin on their day, with a case that is registered after it, and not before', async () => {
    expect(await publish({ stageDays: { screening: 3 } }, '2026-12-20')).toBe(5);
    expect(await adopt()).toEqual([]);
    expect((await listed()).published.map(({ state }) => state).slice(0, 2)).toEqual(['waiting', 'inForce']);
    const early = await registered();
    expect((await loaded(early)).facts.rules?.version).toBe(4);
    await goOnTo('2026-12-20T00:00:00.000Z');
    const late = await registered();
    expect((await loaded(late)).facts.rules?.version).toBe(5);
    expect((await api.store.deadlines.listOf(late)).find(({ kind }) => kind === 'stage')).toMatchObject({
      dueOn: '2026-12-23',
    });
    expect(await adopt()).toEqual([...cases, early].sort());
  });

  it('are found from a case’s own history: it is decided again to the same state', async () => {
    for (const id of cases) {
      const rows = await api.store.cases.listEvents(id, 0, 100);
      const again = redecide(rows.map(({ payload, stage }) => ({ event: parseEventBytes(payload), stage })));
      expect(again).toMatchObject({ ok: true });
      if (again.ok) expect(again.state.facts).toEqual((await loaded(id)).facts);
    }
  });

  it('of another house stay there', async () => {
    const foreign = await registered('another', 'other');
    expect((await loaded(foreign)).facts.rules).toBeUndefined();
    expect((await listed('other')).published).toEqual([]);
  });
});
