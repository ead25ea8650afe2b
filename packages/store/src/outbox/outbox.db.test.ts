import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadedCase } from '@kaerimichi/casework';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { openTestStore, type TestStore } from '../testing/open-test-store.ts';
import { leadAccess, sampleCase, samplePlan } from '../testing/sample-plans.ts';
import { OUTBOX_START, type OutboxEntry, type OutboxPlace } from './outbox.ts';

let database: TestStore['database'];
let store: TestStore['store'];
let owner: TestStore['owner'];
let close: TestStore['close'];

beforeAll(async () => {
  ({ database, store, owner, close } = await openTestStore());
});
afterAll(() => close());

async function aCase(): Promise<LoadedCase> {
  const wanted = sampleCase();
  await store.cases.create(wanted);
  const found = await store.cases.loadFresh(wanted.id);
  if (!found) throw new Error('no case');
  return found;
}

/** Commits `times` events to a case of its own and answers its id. */
async function write(times: number): Promise<string> {
  const { id } = await aCase();
  for (let done = 0; done < times; done++) {
    const current = await store.cases.loadFresh(id);
    if (current) await store.cases.commit(samplePlan(current));
  }
  return id;
}

/** Other tests' transactions on the same server hold entries back for a moment. */
async function readAll(from: OutboxPlace, count: number): Promise<OutboxEntry[]> {
  await expect.poll(async () => (await store.outbox.read(from, 10_000)).length, { timeout: 20_000 }).toBe(count);
  return store.outbox.read(from, 10_000);
}

describe('the outbox', () => {
  it('loses nothing and keeps each case in order: 3,000 commits by 16 writers, read in slices by a relay', async () => {
    const from = await store.outbox.head();
    const seen: OutboxEntry[] = [];
    const relay = async () => {
      let place: OutboxPlace = from;
      while (seen.length < 16 * 188) {
        const entries = await store.outbox.read(place, 37);
        seen.push(...entries);
        place = entries.at(-1)?.place ?? place;
        if (entries.length === 0) await sleep(2);
      }
      // Whatever is too much would come now.
      seen.push(...(await store.outbox.read(place, 37)));
    };
    const relaying = relay();
    const ids = await Promise.all(Array.from({ length: 16 }, () => write(187)));
    await relaying;
    expect(seen).toHaveLength(16 * 188);
    for (const id of ids) {
      const seqs = seen.filter(({ caseId }) => caseId === id).map(({ seq }) => seq);
      expect(seqs).toEqual(Array.from({ length: 188 }, (_, at) => at + 1));
    }
  });

  it('holds back what an older running transaction could still come before', async () => {
    const from = await store.outbox.head();
    await owner.query('BEGIN');
    await owner.query('SELECT pg_current_xact_id()'); // from now on it is one that may write
    const { id } = await aCase();
    expect(await store.outbox.read(from, 10)).toEqual([]);
    await owner.query('ROLLBACK');
    await expect.poll(async () => (await store.outbox.read(from, 10)).map(({ caseId }) => caseId)).toEqual([id]);
  });

  it('tells event, sender, the card now, who may see it and who no longer', async () => {
    const from = await store.outbox.head();
    const first = await aCase();
    const station = { org: 'station', class: 'partner', categories: ['contacts'] } as const;
    await store.cases.commit(samplePlan(first, { access: [leadAccess, station] }));
    const second = await store.cases.loadFresh(first.id);
    await store.cases.commit(samplePlan(second!, { access: [leadAccess], active: false }));
    const entries = await readAll(from, 3);
    expect(entries.map(({ seq, type, org, lost }) => ({ seq, type, org, lost }))).toEqual([
      { seq: 1, type: 'case.registered', org: 'hospital', lost: [] },
      { seq: 2, type: 'note.added', org: 'hospital', lost: [] },
      { seq: 3, type: 'note.added', org: 'hospital', lost: ['station'] },
    ]);
    expect(entries.every(entry => entry.card.version === 3 && !entry.active)).toBe(true);
    expect(entries[0]?.access).toEqual([leadAccess]);
  });

  it('tells another process the same of an event as the one that wrote it', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl });
    try {
      const from = await store.outbox.head();
      const first = await aCase();
      await store.cases.commit(samplePlan(first));
      const mine = await readAll(from, 2);
      expect(await other.outbox.read(from, 10)).toEqual(mine);
      expect(mine[1]).toMatchObject({ caseId: first.id, seq: 2, org: 'hospital', card: { version: 2 }, active: true });
    } finally {
      await other.close();
    }
  });

  it('says how far a reader is behind, and loses what is older than a day', async () => {
    const { outbox } = await store.ready({ relay: OUTBOX_START });
    expect(outbox.relay?.entries).toBeGreaterThan(3_000);
    expect(outbox.relay?.seconds).toBeGreaterThan(0);
    const last = (await readAll(OUTBOX_START, 16 * 188 + 6)).at(-1)?.place ?? OUTBOX_START;
    expect(await store.ready({ relay: last })).toMatchObject({ outbox: { relay: { entries: 0, seconds: 0 } } });
    expect(await store.outbox.prune(new Date(Date.now() - 60_000_000).toISOString())).toBe(0);
    expect(await store.outbox.prune(new Date(Date.now() + 60_000).toISOString())).toBeGreaterThan(3_000);
    expect(await store.outbox.read(OUTBOX_START, 1)).toEqual([]);
  });
});

describe('two processes', () => {
  it('wake one another, and drop a case from the cache that the other changed', async () => {
    const other = await openStore({ databaseUrl: database.databaseUrl });
    try {
      const { id } = await aCase();
      expect((await other.cases.load(id))?.version).toBe(1);
      const woken = new Promise<string>(resolve =>
        other.onWake('outbox', from => void (from === 'elsewhere' && resolve(from))),
      );
      const loaded = await store.cases.load(id);
      await store.cases.commit(samplePlan(loaded!));
      expect(await woken).toBe('elsewhere');
      const begun = Date.now();
      while ((await other.cases.load(id))?.version !== 2) {
        expect(Date.now() - begun, 'milliseconds until the other process reads afresh').toBeLessThan(2_500);
        await sleep(5);
      }
    } finally {
      await other.close();
    }
  });

  it('give the lead to one of them, and to the other when it is released', async () => {
    const lead = await store.tryLead('clock');
    expect(lead).not.toBeNull();
    expect(await store.tryLead('clock')).toBeNull();
    await lead?.release();
    const next = await store.tryLead('clock');
    expect(next).not.toBeNull();
    await next?.release();
  });
});
