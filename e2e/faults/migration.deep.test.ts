import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Client as Database } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';
import { runProgram } from '../product/run-program.ts';
import { EARLIER, toEarlier } from './earlier-version.ts';
import { inLanes } from './in-lanes.ts';
import { randomFrom } from './random-from.ts';

const CASES = Number(process.env.MIGRATED ?? 10_000);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const random = randomFrom(seed);

const BEGINNING = '2026-12-01T00:00:00.000Z';
/** Of every tenth case two timers are due by then, of the others none. */
const LATER = '2026-12-08T03:00:00.000Z';
const DUE_ON = '2026-12-03';
const NOT_DUE_ON = '2030-06-03';
const DRAINED_MS = 400_000;
const isDue = (n: number) => n % 10 === 0;
const timers = ['due.reminded', 'due.escalated'];

/** A way into each place of the pathway, by what is sent to a new case. */
const adopted = (stage: string, more: object = {}) => ({
  ...{ type: 'case.adopted', stage, since: '2026-11-20', source: 'paper' },
  ...more,
});
const closed = (how: string) => ({ type: 'case.closed', how, reason: '-' });
const places: readonly (readonly Record<string, unknown>[])[] = [
  [],
  ...[
    'familyInterview',
    'planning',
    'preparing',
    'jointConference',
    'readyForDischarge',
    'discharged',
    'firstVisit',
  ].map(stage => [adopted(stage)]),
  [adopted('trialStay', { stay: { id: 's1', from: '2026-12-01', to: '2026-12-02' } })],
  [adopted('followUp')],
  [adopted('stableAtHome')],
  [adopted('followUp'), { type: 'readmission.begun', planned: false }],
  [
    adopted('stableAtHome'),
    { type: 'evaluation.requested', evaluationId: 'e1', purposes: ['growth'] },
    { type: 'evaluation.admitted', evaluationId: 'e1', origin: 'home' },
  ],
  [closed('withdrawn')],
  [adopted('planning'), closed('movedOut')],
  [adopted('followUp'), { type: 'child.died', place: 'hospital' }],
];

/** The program as its modules, with the way from the version before; an ordinary one without it. */
const knowing = [
  ...['--import', pathToFileURL(join(root, 'e2e/dist/faults/with-earlier-version.js')).href],
  join(root, 'services/standalone/dist/unbundled.js'),
];

/** Keeps the database, and takes orders before the change. */
let office: Product;
/** On the office's database, with the way from the version before. */
let program: Product;
let owner: Database;
let port: number;
const cases: string[] = [];

const rows = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await owner.query<Row>(text, values)).rows;
const behind = async () => {
  const [row] = await rows<{ n: string }>('SELECT count(*) AS n FROM case_state WHERE pathway_version = $1', [EARLIER]);
  return Number(row?.n);
};

async function connect(): Promise<Database> {
  const client = new Database({ connectionString: office.connection() });
  // A test that failed leaves it open, and the office ends it.
  client.on('error', () => {});
  await client.connect();
  return client;
}

const ownFolder = () => mkdtempSync(join(tmpdir(), 'kaerimichi-carried-'));
const onOffice = (now: string) => ({
  ...{ DATABASE_URL: office.connection(), ADMIN_DATABASE_URL: office.connection(), DEMO: '1', NOW: now, TZ: 'UTC' },
});

async function startProgram(now: string, roles: string): Promise<void> {
  const env = { ...onOffice(now), ROLES: roles };
  program = await startProduct({ dataDir: ownFolder(), port, env, argv: knowing });
}

/** The program as it is, on what another version left. */
const startOrdinary = (now: string) =>
  runProgram('start', { env: { ...onOffice(now), DATA_DIR: ownFolder(), ROLES: 'api' } });

beforeAll(async () => {
  console.log(`${CASES} cases, seed ${seed}`);
  port = await freePort();
  office = await startProduct({ env: { NOW: BEGINNING, ROLES: 'api', TZ: 'UTC' } });
  owner = await connect();
  const nurse = await signIn(office.url, 'dsn@demo');
  await inLanes([...new Array(CASES).keys()], async n => {
    const [id = ''] = await registerCases(nurse, 1, '2024-05-01');
    cases[n] = id;
    const recheckOn = isDue(n) ? DUE_ON : NOT_DUE_ON;
    const hold = { type: 'hold.added', holdId: 'h1', code: 'housing', recheckOn };
    for (const [at, event] of [hold, ...(places[n % places.length] ?? [])].entries()) {
      const { status, body } = await nurse.send(id, at + 1, event);
      if (status !== 200) throw new Error(`place ${n % places.length}: ${JSON.stringify([event, body])}`);
    }
  });
  await startProgram(BEGINNING, 'worker');
  await isDrained('2026-12-01');
  await program.stop();
  for (const statement of toEarlier) await owner.query(statement);
}, 1_200_000);
afterAll(async () => {
  await owner?.end().catch(() => {});
  await program?.remove();
  await office?.remove();
});

/** Everything that is due by a day was told. */
async function isDrained(on: string): Promise<void> {
  const text = `SELECT FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1 LIMIT 1`;
  const until = Date.now() + DRAINED_MS;
  while ((await rows(text, [on])).length > 0) {
    if (Date.now() > until) throw new Error(`not drained: ${program.log()}`);
    await sleep(200);
  }
}

/** How often each timer has been told, by case and type. */
async function toldTimers(): Promise<Map<string, number>> {
  const told = await rows<{ key: string; n: string }>(
    `SELECT case_id || ' ' || type AS key, count(*) AS n FROM case_event WHERE type = ANY ($1) GROUP BY 1 ORDER BY 1`,
    [timers],
  );
  return new Map(told.map(({ key, n }) => [key, Number(n)]));
}

type Timer = { key: string; row: string; case_id: string };
/** Every row of every deadline, with its day and what became of it. */
const timerRows = () =>
  rows<Timer>(`SELECT case_id, case_id || ' ' || kind || ' ' || ref AS key,
    concat_ws(' ', due_on, fires, state, first_on, moves, set_seq) AS row FROM deadline ORDER BY 2`);

/** A closed case takes nothing; what somebody else has written meanwhile is read first. */
const expected = ['wrong-stage', 'version-conflict'];

/** A note, or where the child is. */
async function write(nurse: Client, id: string) {
  if (random() < 0.5) return nurse.send(id, '*', { type: 'note.added', note: '-' });
  const { status, body } = await nurse.get<{ version: number; code?: string }>(`/cases/${id}`);
  if (status !== 200) return { status, body };
  return nurse.send(id, body.version, { type: 'whereabouts.recorded', place: 'hospital' });
}

/** Writes all the while, as eight nurses would; a program that is away is asked again. */
function startTraffic() {
  const written = new Set<string>();
  const faults: unknown[] = [];
  let accepted = 0;
  let isOver = false;
  const signedIn = (async () => (await signIn(`http://127.0.0.1:${port}`, 'dsn@demo')).cookie)();
  const turn = async (cookie: string) => {
    const nurse = clientWith(`http://127.0.0.1:${port}`, cookie);
    const id = cases[Math.floor(random() * cases.length)] ?? '';
    const answer = await write(nurse, id).catch(() => null);
    if (!answer || answer.status === 503) return sleep(100);
    if (answer.status === 200) {
      written.add(id);
      accepted += 1;
    } else if (!expected.includes(answer.body.code ?? '')) faults.push(answer);
  };
  const lanes = Promise.all(
    Array.from({ length: 4 }, async () => {
      const cookie = await signedIn;
      while (!isOver) await turn(cookie);
    }),
  );
  const stop = async () => {
    isOver = true;
    await lanes;
    return { written, faults, accepted };
  };
  return { stop };
}

describe(`${CASES} live cases of the version before`, () => {
  it('are not opened by a program that knows no way from there, and nothing is changed', async () => {
    const before = await behind();
    const { code, said } = await startOrdinary(BEGINNING);
    expect([code, said.includes(`pathway version ${EARLIER}`)]).toEqual([1, true]);
    expect(await behind()).toBe(before);
  });

  it('are carried over while others write, through a kill: none is stranded, no timer moves', async () => {
    const [before, told] = [await timerRows(), await toldTimers()];
    // Somebody holds the last case, so that something is left when the program is killed, however few there are.
    const holder = await connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM case_state WHERE case_id = $1 FOR UPDATE', [[...cases].sort().at(-1)]);
    const begun = performance.now();
    await startProgram(BEGINNING, 'api,worker');
    const traffic = startTraffic();
    await expect.poll(behind, { timeout: 300_000, interval: 20 }).toBeLessThan(CASES * 0.7);
    await program.kill();
    await holder.end();
    const left = await behind();
    expect(left).toBeGreaterThan(0);
    const again = performance.now();
    await startProgram(BEGINNING, 'api,worker');
    await expect.poll(behind, { timeout: 300_000, interval: 100 }).toBe(0);
    const carried = performance.now();
    await sleep(500);
    const { written, faults, accepted } = await traffic.stop();
    console.log(
      `${left} left by the kill; ${Math.round(again - begun)} ms until it, ${Math.round(carried - again)} after`,
    );
    console.log(`${accepted} writes meanwhile in ${written.size} cases`);
    expect(faults).toEqual([]);
    expect(written.size).toBeGreaterThan(0);

    const after = new Map((await timerRows()).map(({ key, row }) => [key, row]));
    expect(after.size).toBe(before.length);
    expect(before.filter(({ key, row, case_id }) => !written.has(case_id) && after.get(key) !== row)).toEqual([]);
    // What was written moves no day either: notes, and where the child is.
    const due = (row = '') => row.split(' ').slice(0, 3).join(' ');
    expect(before.filter(({ key, row }) => due(after.get(key)) !== due(row))).toEqual([]);
    expect(await toldTimers()).toEqual(told);
  });

  it('are each read, and go on from where they stand', async () => {
    const nurse = await signIn(program.url, 'dsn@demo');
    const unread: unknown[] = [];
    await inLanes(cases, async id => {
      const { status } = await nurse.get(`/cases/${id}`);
      if (status !== 200) unread.push([id, status]);
    });
    expect(unread).toEqual([]);
    const cards = await rows<{ case_id: string; stage: string }>(
      `SELECT case_id, card->>'stage' AS stage FROM board_card`,
    );
    expect(cards.filter(({ stage }) => stage === 'assessing')).toEqual([]);
    await moveOneOfEach(nurse, new Map(cards.map(({ case_id, stage }) => [case_id, stage])));
  });

  it('tell each timer once when its day has come', async () => {
    const told = await toldTimers();
    await program.stop();
    await startProgram(LATER, 'worker');
    await isDrained('2026-12-08');
    await program.stop();
    const open = await rows<{ case_id: string }>('SELECT case_id FROM board_card WHERE closed_at IS NULL');
    const live = new Set(open.map(({ case_id }) => case_id));
    const due = cases.filter((id, n) => isDue(n) && live.has(id));
    expect(due.length).toBeGreaterThan(0);
    const times = new Map([...(await toldTimers())].map(([key, n]) => [key, n - (told.get(key) ?? 0)]));
    for (const type of timers) expect(due.filter(id => times.get(`${id} ${type}`) !== 1)).toEqual([]);
    // What came up meanwhile in a case is one event of its kind, whatever it tells of.
    expect([...times].filter(([, n]) => n > 1)).toEqual([]);
    console.log(`${[...times].filter(([, n]) => n === 1).length} timers told`);
  });

  it('are refused to an earlier program once one of them is of a later version; every history is whole', async () => {
    await owner.query('UPDATE case_state SET pathway_version = 2 WHERE case_id = $1', [cases[0]]);
    const { code, said } = await startOrdinary(LATER);
    expect([code, said.includes('pathway version 2'), said.includes('Nothing was changed')]).toEqual([1, true, true]);
    await owner.query('UPDATE case_state SET pathway_version = 1 WHERE case_id = $1', [cases[0]]);
    await owner.end();
    await office.stop();
    const verified = await runProgram('verify', { env: { DATA_DIR: office.dataDir } });
    expect(verified.said).toMatch(/chains are whole/);
  });
});

/** In each stage that is open one case is closed, or moved by what moves it everywhere: no place is a dead end. */
async function moveOneOfEach(nurse: Client, onBoard: ReadonlyMap<string, string>): Promise<void> {
  const stages = new Map<string, string>();
  for (const [n, id] of cases.entries()) if (!isDue(n)) stages.set(onBoard.get(id) ?? '', id);
  stages.delete('closed');
  expect(stages.size).toBeGreaterThanOrEqual(13);
  for (const [stage, id] of stages) {
    const { body: read } = await nurse.get<{ version: number }>(`/cases/${id}`);
    const { status, body } = await nurse.send(id, read.version, closed('withdrawn'));
    expect([stage, status, body.stage], JSON.stringify(body)).toEqual([stage, 200, 'closed']);
  }
}
