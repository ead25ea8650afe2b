import type { DemoDesk } from '@kaerimichi/api';
import { type Casework, createCasework } from '@kaerimichi/casework';
import { demoPeople, toldHappenings } from '@kaerimichi/demo';
import { openStore, type Store, verifyChains, withOwner } from '@kaerimichi/store';
import { createTestDatabase, type FakeClock, fakeClock, signedInAs, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seedOnce } from '../seed.ts';
import { openDemoDesk } from './open-demo-desk.ts';

const NOW = '2026-12-01T03:00:00.000Z';
const password = 'of the demo desk';

let database: TestDatabase;
let store: Store;
let casework: Casework;
let clock: FakeClock;
let desk: DemoDesk;

const aDesk = () =>
  openDemoDesk({ store, casework, clock, adminUrl: database.adminUrl, password, size: 'small' as const });

beforeAll(async () => {
  database = await createTestDatabase();
  clock = fakeClock(NOW);
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
      ...{ store: counted, casework, clock, adminUrl: database.adminUrl, password, size: 'small' as const },
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
      ...{ store, casework: overtaken, clock, adminUrl: database.adminUrl, password, size: 'small' as const },
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
      ...{ store: real, casework, clock, password },
      adminUrl: other.adminUrl,
      size: 'small',
    });
    await expect(mistaken.reset()).rejects.toThrow('does not hold the demo');
    expect(await real.people.find('someone')).not.toBeNull();
    await real.close();
    await other.drop();
  });
});
