import type { DemoDayStep, DemoDesk } from '@kaerimichi/api';
import { type Casework, createCasework } from '@kaerimichi/casework';
import { demoPeople, toldHappenings } from '@kaerimichi/demo';
import { addDays, tokyoDay } from '@kaerimichi/discharge';
import { createLogger, type RehearsalClock, rehearsalClock } from '@kaerimichi/runtime';
import { openStore, type Store, verifyChains, withOwner } from '@kaerimichi/store';
import { createTestDatabase, type FakeClock, fakeClock, signedInAs, type TestDatabase } from '@kaerimichi/testkit';
import { startWorker } from '@kaerimichi/worker';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redecideCase } from '../redecide-case.ts';
import { seedOnce } from '../seed.ts';
import { openDemoDesk } from './open-demo-desk.ts';

const NOW = '2026-12-01T03:00:00.000Z';
const password = 'of the demo desk';

let database: TestDatabase;
let store: Store;
let casework: Casework;
let clock: FakeClock & RehearsalClock;
let desk: DemoDesk;

const aDesk = () =>
  openDemoDesk({ ...{ store, casework, clock, adminUrl: database.adminUrl, password }, isAlone: true, size: 'small' });

beforeAll(async () => {
  database = await createTestDatabase();
  const fake = fakeClock(NOW);
  clock = { ...fake, ...rehearsalClock(fake) };
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
  casework = createCasework({ store: store.cases, log: store.log, clock });
  await seedOnce({ store, clock, password, size: 'small' });
  desk = aDesk();
});
afterAll(async () => {
  await store?.close();
  await database?.drop();
});

const all = toldHappenings.length;
const idOf = async (no: string) =>
  (await store.search({ org: 'org-kodomo', numberIn: [], teamIn: [] }, no, 1)).caseIds[0] ?? '';
const versionOf = async (no: string) => (await store.cases.loadFresh(await idOf(no)))?.version ?? 0;
const lastOf = async (no: string) => (await store.cases.listEvents(await idOf(no), (await versionOf(no)) - 1, 1))[0];

let keys = 0;
async function send(membership: string, no: string, body: Record<string, unknown>) {
  const { signedIn } = await signedInAs(store, membership);
  const key = { key: `test-${++keys}`, bodyHash: 'hash' };
  const [caseId, match] = [await idOf(no), await versionOf(no)];
  return casework.send({ who: signedIn, caseId, match, key, body, meta: { language: 'ja', requestId: 'test' } });
}

describe('what happens next', () => {
  it('is sent by whoever does it in the story, whose session ends with it', async () => {
    expect(await desk.story()).toMatchObject({ done: 0, all, stopped: [], next: { no: 'K-0142' } });
    const before = await versionOf('K-0142');
    const { happened, story } = await desk.goOn('r1');
    expect(happened).toMatchObject({ no: 'K-0142', who: { name: '西 なつき', org: 'こども医療センター(デモ)' } });
    expect(story).toMatchObject({ done: 1, all });
    expect(await versionOf('K-0142')).toBe(before + 1);
    const event = await lastOf('K-0142');
    expect([event?.type, event?.at]).toEqual(['skill.assessed', NOW]);
    expect(JSON.parse(Buffer.from(event?.payload ?? []).toString()).by).toMatchObject({ person: 'demo-ward' });
    const open = await withOwner(database.adminUrl, client =>
      client.query(`SELECT FROM session WHERE person_id = 'demo-ward' AND revoked_at IS NULL`),
    );
    expect(open.rows).toEqual([]);
  });

  it('happens once for each of many who press at once, each in its turn', async () => {
    const before = (await desk.story()).done;
    const told = await Promise.all([1, 2, 3].map(n => desk.goOn(`at-once-${n}`)));
    expect(new Set(told.map(({ happened }) => happened?.what.ja)).size).toBe(3);
    expect((await desk.story()).done).toBe(before + 3);
  });

  it('happens once where another process has it happen at the same moment', async () => {
    const before = (await desk.story()).done;
    const told = await Promise.all([desk.goOn('here'), aDesk().goOn('there')]);
    const { done } = await desk.story();
    const different = new Set(told.map(({ happened }) => happened?.what.ja)).size;
    expect(done).toBe(before + different);
  });

  it('is known to a program that was started anew', async () => {
    expect(await aDesk().story()).toEqual(await desk.story());
  });

  it('is looked for once a second, however many pages ask, and anew after each happening', async () => {
    let asked = 0;
    const counted: Store = {
      ...store,
      search: (...wish) => {
        asked += 1;
        return store.search(...wish);
      },
    };
    const other = openDemoDesk({
      ...{
        store: counted,
        casework,
        clock,
        adminUrl: database.adminUrl,
        password,
        size: 'small' as const,
        isAlone: true,
      },
    });
    const first = await other.story();
    const once = asked;
    await Promise.all([1, 2, 3].map(() => other.story()));
    expect([once > 0, asked]).toEqual([true, once]);
    clock.advance({ seconds: 1 });
    await other.story();
    expect(asked).toBe(2 * once);
    await other.goOn('looked');
    expect((await other.story()).done).toBe(first.done + 1);
  });

  it('goes on with a case that somebody moved in the same moment', async () => {
    const story = await desk.story();
    const no = story.next?.no ?? '';
    let wasBusy = false;
    const overtaken: Casework = {
      ...casework,
      send: async command => {
        if (!wasBusy) {
          wasBusy = true;
          expect((await send('demo-m-dsn', no, { type: 'note.added', note: '同時に' })).ok).toBe(true);
        }
        return casework.send(command);
      },
    };
    const other = openDemoDesk({
      ...{
        store,
        casework: overtaken,
        clock,
        adminUrl: database.adminUrl,
        password,
        size: 'small' as const,
        isAlone: true,
      },
    });
    const { happened } = await other.goOn('overtaken');
    expect([wasBusy, happened]).toEqual([true, story.next]);
    clock.advance({ seconds: 1 });
    expect((await desk.story()).done).toBe(story.done + 1);
  });

  it('passes over what somebody would do who was shut out, and says that it is the person', async () => {
    const { next } = await desk.story();
    const by = demoPeople.find(({ name }) => name === next?.who.name)?.id ?? '';
    await store.people.update(by, { disabled: true });
    const { story } = await desk.goOn('shut-out');
    const why = story.stopped.find(({ no }) => no === next?.no)?.why;
    expect(why).toEqual({
      ja: expect.stringContaining('ログインできない'),
      en: expect.stringContaining('cannot sign in'),
    });
    await store.people.update(by, { disabled: false });
    clock.advance({ seconds: 1 });
    expect((await desk.story()).stopped).toEqual([]);
  });

  it('passes over a child whose case went another way, says why, and ends', async () => {
    const closing = { type: 'case.closed', how: 'movedOut', reason: '県外へ転居' };
    expect(await send('demo-m-dsn', 'K-0031', closing)).toMatchObject({ ok: true });
    let told = await desk.goOn('on');
    for (let n = 0; told.happened && n < all; n++) told = await desk.goOn(`on-${n}`);
    expect(told).toMatchObject({ happened: null, story: { done: all - 2, next: null, stopped: [{ no: 'K-0031' }] } });
    expect(told.story.stopped[0]?.why.ja).toMatch(/。$/);
    expect(await verifyChains(database.adminUrl)).toMatchObject({ bad: 0 });
  });
});

describe('beginning anew', () => {
  beforeEach(() => clock.advance({ minutes: 1 }));

  it('brings back the first world as of today, ends all sessions, and takes with it what people tried', async () => {
    clock.set('2026-12-04T03:00:00.000Z');
    const { token } = await signedInAs(store, 'demo-m-dsn');
    await store.people.create({ id: 'tried', identifier: 'tried@demo', displayName: '試した人' });
    expect(await desk.reset()).toBeNull();
    expect(await store.sessions.find(token)).toBeNull();
    expect(await store.people.find('tried')).toBeNull();
    expect(await desk.seededOn()).toBe('2026-12-04');
    expect(await desk.story()).toMatchObject({ done: 0, stopped: [] });
    expect((await store.memberships.list({ person: demoPeople[0]?.id ?? '' })).length).toBe(1);
    expect((await desk.goOn('again')).happened).toMatchObject({ no: 'K-0142' });
    expect(await verifyChains(database.adminUrl)).toMatchObject({ cases: 10, bad: 0 });
  });

  it('is done once for two who press at once, and not again in the next moment', async () => {
    const [first, second] = await Promise.all([desk.reset(), desk.reset()]);
    expect([first, second]).toEqual([null, { notBefore: expect.stringMatching(/Z$/) }]);
    clock.advance({ seconds: 10 });
    expect(await desk.reset()).toBeNull();
  });

  it('never touches a database that is not the demo’s, whatever the program believes', async () => {
    const other = await createTestDatabase();
    const real = await openStore({ databaseUrl: other.databaseUrl, clock });
    await real.deployment.begin(false);
    await real.people.create({ id: 'someone', identifier: 'someone', displayName: '本物の人' });
    const mistaken = openDemoDesk({
      ...{ store: real, casework, clock, password, isAlone: true },
      adminUrl: other.adminUrl,
      size: 'small',
    });
    await expect(mistaken.reset()).rejects.toThrow('does not hold the demo');
    expect(await real.people.find('someone')).not.toBeNull();
    await real.close();
    await other.drop();
  });
});

describe('pushing the clock', () => {
  beforeEach(() => clock.advance({ minutes: 1 }));
  const today = () => tokyoDay(clock.now());

  it('has the whole program be on a later day: who is signed in stays so, a start goes on there, and none goes back', async () => {
    await desk.reset();
    const before = today();
    const week = addDays(before, 7);
    const { token } = await signedInAs(store, 'demo-m-dsn');
    expect(await store.sessions.find(token)).not.toBeNull();
    expect([await desk.rehearsal?.push(week), today(), desk.rehearsal?.aheadDays()]).toEqual([week, week, 7]);
    expect(await store.sessions.find(token)).not.toBeNull();
    expect(await store.deployment.find()).toMatchObject({ aheadDays: 7 });
    for (const day of [week, before]) expect(await desk.rehearsal?.push(day)).toBe(week);
    expect(await desk.rehearsal?.push(addDays(week, 1))).toBe(addDays(before, 8));
    expect(await store.deployment.find()).toMatchObject({ aheadDays: 8 });
    // Fifteen minutes without a request end a session there as anywhere.
    clock.advance({ minutes: 15 });
    expect(await store.sessions.find(token)).toBeNull();
  });

  it('fires what falls due there once, late days turn late, and the story goes on', async () => {
    const { happened } = await desk.goOn('pushed');
    expect(happened).not.toBeNull();
    const worker = startWorker({ store, casework, clock, log: createLogger('silent') });
    const ask = (text: string) =>
      withOwner(database.adminUrl, async client => (await client.query(text, [today()])).rows);
    const waiting = `SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1`;
    expect(await ask(waiting)).not.toEqual([]);
    await expect.poll(() => ask(waiting), { timeout: 30_000 }).toEqual([]);
    await worker.stop();
    // All that came up meanwhile is one event of its kind in each case.
    const told = `SELECT case_id, type FROM case_event WHERE type IN ('due.reminded', 'due.escalated')
      AND (at AT TIME ZONE 'Asia/Tokyo')::date = $1::date`;
    const rows = (await ask(told)).map(row => JSON.stringify(row));
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows).size).toBe(rows.length);
    expect(await verifyChains(database.adminUrl)).toMatchObject({ bad: 0 });
  });

  /** Of the world as it is told: each day begins there, whatever the one before left. */
  let first: number | null = null;
  it.each(['typhoon', 'holidays', 'stationCloses'])(
    '%s is played through, and begun anew everything is back',
    async day => {
      await desk.reset();
      expect(desk.rehearsal?.aheadDays()).toBe(0);
      const before = await verifyChains(database.adminUrl);
      first ??= before.events;
      expect(before).toMatchObject({ bad: 0, events: first });
      const played: DemoDayStep[] = [];
      const play = async () => {
        const one = await desk.rehearsal?.play(day, `${day}-${played.length}`);
        if (one) played.push(one);
        return one?.step ?? null;
      };
      while ((await play()) !== null) expect(played.length).toBeLessThan(12);
      const { done, all: steps } = played.at(-1) ?? { done: 0, all: 1 };
      expect([done, played.flatMap(({ leftOut }) => leftOut)]).toEqual([steps, []]);
      expect(desk.rehearsal?.aheadDays()).toBeGreaterThan(0);
      expect(played.some(({ step }) => step?.refused)).toBe(day !== 'holidays');
      // Sent by whoever acts there, each by a session that ends with it.
      const signedIn = `SELECT FROM session WHERE revoked_at IS NULL AND person_id LIKE 'demo-%'`;
      expect((await withOwner(database.adminUrl, client => client.query(signedIn))).rows).toEqual([]);
      const after = await verifyChains(database.adminUrl, { redecide: redecideCase });
      expect([after.bad, after.cases, after.events > before.events]).toEqual([0, before.cases, true]);
    },
  );

  it('is back on the day outside with the first world', async () => {
    expect(desk.rehearsal?.aheadDays()).toBeGreaterThan(0);
    expect(await desk.reset()).toBeNull();
    expect([desk.rehearsal?.aheadDays(), await desk.seededOn()]).toEqual([0, tokyoDay(clock.unpushed.now())]);
    expect(await store.deployment.find()).toMatchObject({ aheadDays: 0 });
    const { token } = await signedInAs(store, 'demo-m-dsn');
    expect(await store.sessions.find(token)).not.toBeNull();
  });
});
