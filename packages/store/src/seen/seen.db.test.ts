import { fakeClock } from '@kaerimichi/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import type { SeenNote } from './seen.ts';

const clock = fakeClock('2026-12-01T00:00:00.000Z');
let test: TestStore;
let store: Store;
beforeAll(async () => {
  test = await openTestStore();
  store = await openStore({ databaseUrl: test.database.databaseUrl, clock });
});
afterAll(async () => {
  await store.close();
  await test.close();
});

const aNote = (caseId: string, version: number, card: unknown = { stage: 'preparing' }): SeenNote => ({
  caseId,
  version,
  shown: card === null ? null : { sight: 'hospital full', card },
});

describe('what somebody has seen', () => {
  it('is kept for that person alone', async () => {
    await store.seen.note('nurse', [aNote('c1', 3), aNote('c2', 1, null)]);
    expect(await store.seen.of('nurse', ['c1', 'c2', 'c3'])).toEqual([aNote('c1', 3), aNote('c2', 1, null)]);
    expect(await store.seen.of('doctor', ['c1', 'c2'])).toEqual([]);
    expect((await store.seen.of('nurse', ['c2'])).map(({ caseId }) => caseId)).toEqual(['c2']);
  });

  it('never goes back, also where two workplaces tell it at once', async () => {
    await Promise.all(
      [3, 7, 5, 6, 4].map(version => store.seen.note('two', [aNote('a', version), aNote('b', 9 - version)])),
    );
    expect((await store.seen.of('two', ['a', 'b'])).map(({ version }) => version).sort()).toEqual([6, 7]);
    await store.seen.note('two', [aNote('a', 2)]);
    expect((await store.seen.of('two', ['a']))[0]?.version).toBe(7);
  });
});

describe('the last visit to a board', () => {
  const visit = { person: 'nurse', org: 'hospital', board: 'board' };

  it('is told as long as one stays, and half an hour after the last look another begins', async () => {
    expect(await store.seen.sinceOf(visit)).toBeNull();
    expect(await store.seen.hasVisited('nurse', 'hospital')).toBe(false);
    const first = await store.seen.visit(visit);
    expect(first).toBe('2026-12-01T00:00:00.000Z');
    clock.advance({ minutes: 20 });
    expect(await store.seen.visit(visit)).toBe(first);
    clock.advance({ minutes: 31 });
    expect(await store.seen.sinceOf(visit)).toBe(first);
    expect(await store.seen.visit(visit)).toBe('2026-12-01T00:20:00.000Z');
    expect(await store.seen.hasVisited('nurse', 'hospital')).toBe(true);
    expect(await store.seen.hasVisited('nurse', 'other')).toBe(false);
    expect(await store.seen.sinceOf({ ...visit, board: 'mine' })).toBeNull();
  });
});
