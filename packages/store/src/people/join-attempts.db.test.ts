import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';

const clock = fakeClock('2026-12-01T00:00:00.000Z');
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(() => clock.advance({ hours: 1 }));

const isTaken = async (address: string) => 'slot' in (await store.joinAttempts.reserve(address));

describe('tries of codes', () => {
  it('are 960 a day from one address, however patient', async () => {
    let compared = 0;
    for (let minute = 0; minute < 24 * 60; minute += 5) {
      while (await isTaken('192.0.2.1')) compared += 1;
      clock.advance({ minutes: 5 });
    }
    expect(compared).toBe(960);
  });

  it('are 500 in a quarter of an hour from everywhere, 48,000 a day, before they are taken one by one', async () => {
    let compared = 0;
    while (!(await store.joinAttempts.isSlowed())) {
      compared += 1;
      expect(await isTaken(`10.${compared % 250}.${compared % 7}.1`)).toBe(true);
    }
    // The one that goes beyond is itself taken slowly.
    expect(compared - 1).toBe(500);
    clock.advance({ minutes: 15 });
    expect(await store.joinAttempts.isSlowed()).toBe(false);
  });

  it('count no more when they were right, and those of the others behind the address still do', async () => {
    for (let n = 0; n < 9; n++) await isTaken('192.0.2.2');
    const right = await store.joinAttempts.reserve('192.0.2.2');
    if ('slot' in right) await store.joinAttempts.noteRight('192.0.2.2', right.slot);
    expect([await isTaken('192.0.2.2'), await isTaken('192.0.2.2')]).toEqual([true, false]);
  });
});
