import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../product/client.ts';
import { type Product, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';
import { runProgram } from '../product/run-program.ts';
import { inLanes } from './in-lanes.ts';
import { randomFrom } from './random-from.ts';

/** Of each case three: twelve is reached, something is reminded of and, since nobody does it, escalated. */
const CASES = Math.ceil(Number(process.env.TIMERS ?? 10_000) / 3);
const types = ['adult.prompted', 'due.reminded', 'due.escalated'] as const;
const PLACES = ['Asia/Tokyo', 'America/New_York'] as const;
/** Whoever takes orders and keeps the database; its clock stands at the beginning, and it fires nothing. */
const BEGINNING = '2026-12-01T00:00:00.000Z';
const LEAP_DAY = '2028-02-29';
/** What must come within five seconds of its day while the program is up, and a turn of the clock. */
const LATEST_MS = 5_000;
const DRAINED_MS = 600_000;

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = randomFrom(seed);
const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const tokyoDay = (at: string) => new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(0, 10);
/** Days over two years and a half, the leap day among them. */
const dayOf = (n: number, from: string) => dayAfter(from, n % 900);
const bornOn = (n: number) => dayOf(n, '2014-12-20');
const recheckOn = (n: number) => dayOf(n * 7, '2026-12-10');

let office: Product;
let owner: Database;
let cases: string[];
/** When each is due, as it was armed. */
let armed: Map<string, string>;

beforeAll(async () => {
  console.log(`${CASES} cases, seed ${seed}`);
  office = await startProduct({ env: { NOW: BEGINNING, ROLES: 'api', TZ: 'UTC' } });
  owner = new Database({ connectionString: office.connection() });
  // A test that failed leaves it open, and the office ends it.
  owner.on('error', () => {});
  await owner.connect();
  const nurse = await signIn(office.url, 'dsn@demo');
  cases = new Array<string>(CASES);
  await inLanes([...cases.keys()], async n => {
    const [id = ''] = await registerCases(nurse, 1, bornOn(n));
    cases[n] = id;
    const hold = { type: 'hold.added', holdId: 'h1', code: 'housing', recheckOn: recheckOn(n) };
    expect((await nurse.send(id, 1, hold)).status).toBe(200);
  });
  const { rows } = await owner.query<{ key: string; due: string }>(
    `SELECT case_id || ' ' || fires AS key, due_on::text AS due FROM deadline
     WHERE state = 'open' AND fires = ANY ($1) AND case_id = ANY ($2)`,
    [types, cases],
  );
  armed = new Map(rows.map(({ key, due }) => [key, due]));
}, 1_200_000);
afterAll(() => office?.remove());

const startClock = (at: string, zone: string) =>
  startProduct({
    dataDir: mkdtempSync(join(tmpdir(), 'kaerimichi-clock-')),
    env: {
      ...{ DATABASE_URL: office.connection(), ADMIN_DATABASE_URL: office.connection(), DEMO: '1' },
      ...{ NOW: at, ROLES: 'worker', TZ: zone },
    },
  });

const startClocks = (at: string) => Promise.all(PLACES.map(zone => startClock(at, zone)));

async function isDrained(on: string): Promise<boolean> {
  const text = `SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1 LIMIT 1`;
  return (await owner.query(text, [on])).rowCount === 0;
}

async function drain(clocks: readonly Product[], at: string): Promise<void> {
  const until = Date.now() + DRAINED_MS;
  while (!(await isDrained(tokyoDay(at)))) {
    if (Date.now() > until) throw new Error(`not drained: ${clocks.map(({ log }) => log()).join('\n')}`);
    await sleep(200);
  }
}

/** Two clocks at an instant, killed some times amid what is due, until nothing is. */
async function passTo(at: string, kills: number): Promise<void> {
  for (let n = 0; n < kills; n++) {
    const clocks = await startClocks(at);
    await sleep(200 + random() * 2_500);
    await Promise.all(clocks.map(clock => clock.kill()));
  }
  const clocks = await startClocks(at);
  await drain(clocks, at);
  await Promise.all(clocks.map(clock => clock.stop()));
}

type Fired = { case_id: string; type: (typeof types)[number]; at: Date };
const fired = async () =>
  (
    await owner.query<Fired>('SELECT case_id, type, at FROM case_event WHERE type = ANY ($1) AND case_id = ANY ($2)', [
      types,
      cases,
    ])
  ).rows;

/** Whether an entry of the clock stands on a day on which it was not yet time. */
const isEarly = ({ case_id, type, at }: Fired): boolean =>
  tokyoDay(at.toISOString()) < (armed.get(`${case_id} ${type}`) ?? '9999');

describe(`${CASES * types.length} timers of two clocks in two zones`, () => {
  it('come through kills, a clock that jumps back five days and one that jumps ahead four hundred', async () => {
    for (const [at, kills] of [
      ['2027-01-23T16:00:00.000Z', 3],
      ['2027-01-18T16:00:00.000Z', 1],
      ['2028-02-27T10:00:00.000Z', 5],
      ['2028-02-22T10:00:00.000Z', 1],
    ] as const)
      await passTo(at, kills);
  });

  it(`are told within ${LATEST_MS} ms of the beginning of leap day`, async () => {
    await passTo('2028-02-28T10:00:00.000Z', 0);
    const midnight = Date.parse(`${LEAP_DAY}T00:00:00+09:00`);
    const before = (await fired()).length;
    const clocks = await startClocks(new Date(midnight - 8_000).toISOString());
    await sleep(20_000);
    const late = (await fired()).map(({ at }) => at.getTime() - midnight).filter(ms => ms >= -8_000);
    await Promise.all(clocks.map(clock => clock.kill()));
    console.log(`${late.length} of leap day, the last after ${Math.max(...late)} ms`);
    expect(late.length).toBe((await fired()).length - before);
    expect(late.length).toBeGreaterThan(0);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThan(LATEST_MS);
  });

  it('are none lost, none doubled and none early when all their days are past', async () => {
    await passTo('2030-01-04T00:00:00.000Z', 5);
    const all = await fired();
    const counts = new Map<string, number>();
    for (const { case_id, type } of all) counts.set(`${case_id} ${type}`, (counts.get(`${case_id} ${type}`) ?? 0) + 1);
    const wanted = cases.flatMap(id => types.map(type => `${id} ${type}`));
    expect([...armed.keys()].sort()).toEqual([...wanted].sort());
    expect(wanted.filter(key => !counts.has(key))).toEqual([]);
    expect([...counts].filter(([, count]) => count > 1)).toEqual([]);
    expect(all.filter(isEarly)).toEqual([]);
    console.log(`${all.length} timers: none lost, doubled or early`);
    await owner.end();
    await office.stop();
    expect((await runProgram('verify', { env: { DATA_DIR: office.dataDir } })).said).toMatch(/chains are whole/);
  });
});
