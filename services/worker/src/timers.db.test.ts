import { createCasework } from '@kaerimichi/casework';
import { addDays, deadlineRelease, tokyoDay } from '@kaerimichi/discharge';
import { deadlinesOf, rowsToRepair } from '@kaerimichi/discharge/chart';
import { createLogger } from '@kaerimichi/runtime';
import { openStore, withOwner } from '@kaerimichi/store';
import type { SignedInPerson } from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorker } from './start-worker.ts';
import { startTestWorker, type TestWorker } from './testing/start-test-worker.ts';

/** One every fifteen days. */
const CASES = 40;

let running: TestWorker;
let nurse: SignedInPerson;
const others: (() => Promise<void>)[] = [];

beforeEach(async () => {
  running = await startTestWorker();
  nurse = await running.signInNurse();
});
afterEach(async () => {
  await Promise.all(others.splice(0).map(stop => stop()));
  await running.stop();
});

const ask = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await withOwner(running.adminUrl, client => client.query(text, values))).rows as Row[];

/** Another program on the same database. */
async function anotherWorker(): Promise<() => Promise<void>> {
  const { clock } = running;
  const store = await openStore({ databaseUrl: running.databaseUrl, clock });
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  const worker = startWorker({ store, casework, clock, log: createLogger('silent') });
  const stop = () => worker.stop().then(store.close);
  others.push(stop);
  return async () => {
    others.splice(others.indexOf(stop), 1);
    await stop();
  };
}

/** A case in which something is looked at again on a day. */
async function holdUntil(recheckOn: string): Promise<string> {
  const id = await running.register(nurse, '2026-01-01');
  await running.send(nurse, { caseId: id, match: 1 }, { type: 'hold.added', holdId: 'h1', code: 'housing', recheckOn });
  return id;
}

type Fired = { caseId: string; type: string; at: string };
const fired = () =>
  ask<Fired>(
    `SELECT e.case_id AS "caseId", e.type, e.at::text AS at FROM outbox o JOIN case_event e ON e.case_id = o.case_id AND e.seq = o.seq
     WHERE e.type IN ('due.reminded', 'due.escalated') ORDER BY o.id`,
  );
const typesOf = async (caseId: string) => (await fired()).filter(row => row.caseId === caseId).map(({ type }) => type);
const isDue = (on: string) =>
  ask(`SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1`, [on]);
const eventually = { timeout: 20_000 };
/** Longer than a turn of the clock. */
const aWhile = () => new Promise(resolve => setTimeout(resolve, 1_500));

/** Cases whose rows are not those that their facts ask for. */
const wrongRows = async () =>
  (await running.store.deadlines.listArmed('', 10_000)).filter(
    ({ facts, rows }) => rowsToRepair(facts, rows).length > 0,
  );

describe('an answer that is waited for', () => {
  const asked = (id: string, match: number, candidateId: string) =>
    running.send(
      nurse,
      { caseId: id, match },
      { type: 'candidate.asked', candidateId, function: 'pharmacist', outside: '薬局' },
    );
  const told = () =>
    ask<{ type: string; at: string }>(`SELECT type, at FROM case_event WHERE type LIKE 'answer.%' ORDER BY at, type`);
  const typesTold = async () => (await told()).map(({ type }) => type);

  it('is told of at its instant, 48 and 72 hours after, once each, also where two fall on one day', async () => {
    const id = await running.register(nurse, '2026-01-01');
    await asked(id, 1, 't1');
    running.clock.set('2026-12-01T00:20:00.000Z');
    await asked(id, 2, 't2');
    running.clock.set('2026-12-02T23:59:59.000Z');
    await aWhile();
    expect(await typesTold()).toEqual([]);
    running.clock.set('2026-12-03T00:00:00.000Z');
    await expect.poll(typesTold, eventually).toEqual(['answer.reminded']);
    running.clock.set('2026-12-03T00:19:59.000Z');
    await aWhile();
    expect(await typesTold()).toEqual(['answer.reminded']);
    running.clock.set('2026-12-03T00:20:00.000Z');
    await expect.poll(typesTold, eventually).toEqual(['answer.reminded', 'answer.reminded']);
    running.clock.set('2026-12-20T00:00:00.000Z');
    await expect.poll(typesTold, eventually).toContain('answer.escalated');
    await aWhile();
    expect(await typesTold()).toEqual(['answer.reminded', 'answer.reminded', 'answer.escalated']);
    expect(await wrongRows()).toEqual([]);
  });
});

describe('a reminder and an escalation', () => {
  it('come on their days, once each, and not early', async () => {
    const id = await holdUntil('2026-12-14');
    running.clock.set('2026-12-10T14:59:59.000Z');
    await aWhile();
    expect(await typesOf(id)).toEqual([]);
    running.clock.set('2026-12-10T15:00:00.000Z');
    await expect.poll(() => typesOf(id), eventually).toEqual(['due.reminded']);
    // Three business days after Monday the 14th.
    running.clock.set('2026-12-16T14:59:59.000Z');
    await aWhile();
    expect(await typesOf(id)).toEqual(['due.reminded']);
    running.clock.set('2026-12-16T15:00:00.000Z');
    await expect.poll(() => typesOf(id), eventually).toEqual(['due.reminded', 'due.escalated']);
    await aWhile();
    expect(await typesOf(id)).toHaveLength(2);
    expect(await wrongRows()).toEqual([]);
  });

  it('of what was done or moved meanwhile do not come', async () => {
    const [done, moved] = [await holdUntil('2026-12-14'), await holdUntil('2026-12-14')];
    await running.send(nurse, { caseId: done, match: 2 }, { type: 'hold.removed', holdId: 'h1' });
    const later = { type: 'task.dueMoved', task: 'hold.h1', dueOn: '2026-12-28', reason: 'まだ' };
    await running.send(nurse, { caseId: moved, match: 2 }, later);
    running.clock.set('2026-12-22T15:00:00.000Z');
    await aWhile();
    expect(await fired()).toEqual([]);
    running.clock.set('2026-12-24T15:00:00.000Z');
    await expect.poll(fired, eventually).toMatchObject([{ caseId: moved, type: 'due.reminded' }]);
  });
});

describe('many timers of two workers', () => {
  const days = Array.from({ length: CASES }, (_, n) => addDays('2026-12-08', n * 15));

  it('whose clock stands still, jumps back and far ahead, over a leap day, fire once each and none early', async () => {
    expect(days.at(-1)).toBe('2028-07-15');
    const cases: string[] = [];
    for (const day of days) cases.push(await holdUntil(day));
    await anotherWorker();
    for (const at of ['2026-12-31T14:59:00Z', '2026-12-26T14:59:00Z', '2028-02-29T00:00:00Z', '2028-02-24T00:00:00Z']) {
      running.clock.set(new Date(at).toISOString());
      const on = tokyoDay(new Date(at).toISOString());
      await expect.poll(() => isDue(on), eventually).toEqual([]);
    }
    const stop = await anotherWorker();
    running.clock.set('2029-04-04T00:00:00.000Z');
    await expect.poll(fired, { ...eventually, interval: 5 }).not.toHaveLength(0);
    await stop();
    await expect.poll(() => isDue('2029-04-04'), eventually).toEqual([]);
    const all = await fired();
    const once = cases.flatMap(caseId => [`${caseId} due.escalated`, `${caseId} due.reminded`]).sort();
    expect(all.map(({ caseId, type }) => `${caseId} ${type}`).sort()).toEqual(once);
    const early = all.filter(({ caseId, type, at }) => {
      const day = days[cases.indexOf(caseId)] ?? '';
      const on = tokyoDay(new Date(at).toISOString());
      return type === 'due.reminded' ? on < addDays(day, -9) : on <= day;
    });
    expect(early).toEqual([]);
    expect(await wrongRows()).toEqual([]);
  });
});

describe('cases under way', () => {
  const forget = () =>
    ask(`INSERT INTO deployment (network_id, armed_release) VALUES ('test', 0)
      ON CONFLICT (id) DO UPDATE SET armed_release = 0`);

  it('get the rows that came into the program after their last event when it starts, and only once', async () => {
    const cases = [
      await holdUntil('2026-12-14'),
      await holdUntil('2027-01-15'),
      await running.register(nurse, '2016-05-05'),
    ];
    await ask(`DELETE FROM deadline WHERE kind IN ('remind', 'escalate', 'dueAhead')`);
    await ask(`UPDATE deadline SET due_on = due_on + 1 WHERE case_id = $1`, [cases[1]]);
    await ask(
      `INSERT INTO deadline (case_id, kind, ref, due_on, state) VALUES ($1, 'visit', 'gone', '2026-12-24', 'open')`,
      [cases[2]],
    );
    expect(await wrongRows()).toHaveLength(3);
    await forget();
    await anotherWorker();
    await expect.poll(wrongRows, eventually).toEqual([]);
    await expect.poll(() => running.store.deployment.armedRelease(), eventually).toBe(deadlineRelease);
    for (const id of cases) {
      const loaded = await running.store.cases.loadFresh(id);
      const rows = await running.store.deadlines.listOf(id);
      const keyOf = ({ kind, ref }: { kind: string; ref: string }) => `${kind} ${ref}`;
      expect(rows.map(keyOf).sort()).toEqual(loaded && deadlinesOf(loaded.facts).map(keyOf).sort());
    }
    // What is written by hand afterwards is the verification's to find: nobody looks over everything again.
    await ask(`DELETE FROM deadline WHERE kind = 'remind'`);
    await anotherWorker();
    await aWhile();
    expect(await wrongRows()).toHaveLength(2);
  });

  it('lose nothing of it to somebody who sends an event meanwhile', async () => {
    const ids = [await holdUntil('2026-12-14'), await holdUntil('2026-12-15')];
    await ask(`DELETE FROM deadline WHERE kind IN ('remind', 'escalate')`);
    await forget();
    const sending = ids.map(async (caseId, at) => {
      await running.send(nurse, { caseId, match: 2 }, { type: 'note.added', note: `x${at}` });
      const next = { type: 'hold.added', holdId: 'h2', code: 'equipment', recheckOn: '2026-12-11' };
      await running.send(nurse, { caseId, match: 3 }, next);
    });
    await Promise.all([anotherWorker(), ...sending]);
    await expect.poll(wrongRows, eventually).toEqual([]);
  });
});
