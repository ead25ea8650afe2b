import { inspect } from 'node:util';
import { type Casework, createCasework } from '@kaerimichi/casework';
import { firingKinds } from '@kaerimichi/discharge';
import { createLogger, type Logger } from '@kaerimichi/runtime';
import { openStore, type Store, withOwner } from '@kaerimichi/store';
import {
  aMember,
  anOrganisation,
  createTestDatabase,
  type FakeClock,
  fakeClock,
  signedInAs,
  type TestDatabase,
} from '@kaerimichi/testkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startWorker } from './start-worker.ts';

const meta = { language: 'ja', requestId: 'test' } as const;
const CASES = 60;
/** Twelve is reached on the day before the birthday: one case a day from 2 December 2026. */
const bornOn = (n: number) => new Date(Date.UTC(2014, 11, 3 + n)).toISOString().slice(0, 10);

let database: TestDatabase;
let clock: FakeClock;
let processes: Process[];
let cases: string[];

type Process = { store: Store; casework: Casework; stop(): Promise<void> };

/** What one program of several on this database runs: caches and connections of its own. */
async function aProcess(log: Logger = createLogger('silent')): Promise<Process> {
  const store = await openStore({ databaseUrl: database.databaseUrl, clock });
  const casework = createCasework({ store: store.cases, log: store.log, clock });
  const worker = startWorker({ store, casework, clock, log });
  const started = { store, casework, stop: async () => worker.stop().then(store.close) };
  processes.push(started);
  return started;
}

const ask = async <Row>(text: string): Promise<Row[]> =>
  (await withOwner(database.adminUrl, client => client.query(text))).rows as Row[];

const prompted = async () =>
  (
    await ask<{ case_id: string }>(
      `SELECT o.case_id FROM outbox o JOIN case_event e ON e.case_id = o.case_id AND e.seq = o.seq
       WHERE e.type = 'adult.prompted' ORDER BY o.id`,
    )
  ).map(({ case_id }) => cases.indexOf(case_id));

beforeEach(async () => {
  processes = [];
  database = await createTestDatabase();
  clock = fakeClock('2026-12-01T03:00:00.000Z');
  const { store, casework } = await aProcess();
  await anOrganisation(store, 'hospital');
  await aMember(store, { name: 'nurse', org: 'hospital' });
  const { signedIn } = await signedInAs(store, 'nurse-hospital');
  cases = [];
  const identity = { familyName: null, givenName: null, familyKana: null, givenKana: null, sex: 'unknown' } as const;
  for (let n = 0; n < CASES; n++) {
    const registration = {
      lead: 'hospital',
      identity: { ...identity, hospitalNumber: null, municipality: null },
      reason: 'x',
      bornOn: bornOn(n),
      origin: 'ward' as const,
    };
    const registered = await casework.register({
      who: signedIn,
      key: { key: `k${n}`, bodyHash: '' },
      registration,
      meta,
    });
    if (!registered.ok) throw new Error(registered.refusal.code);
    cases.push(JSON.parse(registered.answer.body).id);
  }
});
afterEach(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
  await database.drop();
});

describe('the clock', () => {
  it('fires nothing early, and on the day before the twelfth birthday one prompt', async () => {
    clock.set('2026-12-01T14:59:59.000Z');
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect(await prompted()).toEqual([]);
    clock.set('2026-12-01T15:00:00.000Z');
    await expect.poll(prompted, { timeout: 5_000 }).toEqual([0]);
  });

  it('turns what was missed while nothing ran into events, the oldest first', async () => {
    await Promise.all(processes.splice(0).map(({ stop }) => stop()));
    clock.set('2027-06-01T00:00:00.000Z');
    await aProcess();
    await expect.poll(prompted, { timeout: 30_000 }).toHaveLength(CASES);
    expect(await prompted()).toEqual(cases.map((_, n) => n));
  });

  it('of two programs, one of which is stopped amid it, fires each deadline once when the clock jumps', async () => {
    const second = await aProcess();
    clock.set('2028-02-29T00:00:00.000Z');
    await expect.poll(prompted, { timeout: 30_000, interval: 5 }).not.toHaveLength(0);
    await second.stop();
    processes = processes.filter(each => each !== second);
    await expect
      .poll(async () => (await prompted()).sort((a, b) => a - b), { timeout: 30_000 })
      .toEqual(cases.map((_, n) => n));
    clock.set('2026-12-01T03:00:00.000Z');
    clock.set('2029-01-01T00:00:00.000Z');
    await new Promise(resolve => setTimeout(resolve, 2_500));
    expect(await prompted()).toHaveLength(CASES);
    expect(
      await ask(`SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= '2029-01-01'`),
    ).toEqual([]);
  });

  it('goes on behind cases that cannot be read, keeps their deadlines armed and logs them without a name', async () => {
    const [, broken, refused] = cases;
    const log = createLogger('silent');
    const errors = vi.spyOn(log, 'error');
    await Promise.all(processes.splice(0).map(({ stop }) => stop()));
    await ask(`UPDATE care_case SET family_name = '架空' WHERE id = '${broken}'`);
    await ask(`UPDATE case_state SET facts = '{"lead":1}' WHERE case_id = '${broken}'`);
    await ask(`UPDATE deadline SET kind = 'lapse.nothing' WHERE case_id = '${refused}' AND fires = 'adult.prompted'`);
    clock.set('2027-06-01T00:00:00.000Z');
    await aProcess(log);
    await expect.poll(prompted, { timeout: 6_000 }).toHaveLength(CASES - 2);
    const left = `SELECT case_id FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= '2027-06-01' ORDER BY due_on`;
    expect(await ask(left)).toEqual([{ case_id: broken }, { case_id: refused }]);
    const said = errors.mock.calls.map(call => inspect(call, { depth: null }));
    expect(said).toEqual([expect.stringContaining('count: 1'), expect.stringContaining(`${broken}`)]);
    // The broken one comes again when its claim has ended; the unknown one is never claimed.
    await expect.poll(() => errors.mock.calls.length, { timeout: 15_000 }).toBe(3);
    expect(inspect(errors.mock.calls[2])).toContain(`${broken}`);
    expect(await ask(`SELECT FROM deadline WHERE case_id = '${refused}' AND claimed_until IS NOT NULL`)).toEqual([]);
    expect(said.join()).not.toContain('架空');
  });

  it('deletes what is kept no longer, at its start and every hour', async () => {
    await processes[0]?.store.signIn.noteFailure({ identifier: 'nobody', address: '192.0.2.1' });
    clock.set('2026-12-02T03:00:01.000Z');
    await aProcess();
    await expect.poll(() => ask('SELECT FROM sign_in_failure'), { timeout: 5_000 }).toEqual([]);
  });

  it('fires within ten seconds what a killed program had taken', async () => {
    const [first] = processes;
    await first?.store.deadlines.claimDue('2099-01-01', { kinds: firingKinds, limit: CASES });
    clock.set('2027-06-01T00:00:00.000Z');
    const began = performance.now();
    await expect.poll(prompted, { timeout: 15_000 }).toHaveLength(CASES);
    expect(performance.now() - began).toBeLessThan(12_000);
  });
});
