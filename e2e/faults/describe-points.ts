import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { boardDigest } from '@kaerimichi/contracts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { type Product, root, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';
import { runProgram } from '../product/run-program.ts';
import { readHistory } from './commands.ts';
import { expectKept, expectRetried, sendUntilCut } from './notes.ts';
import { isOfClock, type Point, points } from './points.ts';
import { readVersions, Watcher } from './watcher.ts';

const CLIENTS = 6;
const WATCHERS = 4;
/** Twelve years old long since: the clock prompts such a case within a second. */
const DUE_BORN_ON = '2014-01-01';
/** What a dead worker had claimed is free again after eight seconds. */
const CLOCK_MS = 15_000;
const LONGEST_MS = 15_000;
/** A pulse comes within this time, and with it whatever was missed. */
const SHOWN_MS = 25_000;
/** PostgreSQL notices the death of its process within a few milliseconds. */
const RECOVERY_BEGINS_MS = 200;

let folder: string;
let port: number;
let product: Product;
let nurse: Client;
let owner: pg.Client;
let cases: string[];
let watchers: Watcher[];
const due: string[] = [];

const planFile = () => join(folder, 'kill-at');

function start(dataDir?: string): Promise<Product> {
  const preload = pathToFileURL(join(root, 'e2e/dist/faults/planted-kill.js')).href;
  const env = { NODE_OPTIONS: `--import ${preload}`, PLANTED_KILL: planFile() };
  return startProduct({ port, env, ...(dataDir ? { dataDir } : {}) });
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${LONGEST_MS} ms`);
    await sleep(5);
  }
}

/** The process ends itself at the n-th passage of the point from now on. */
async function arm(point: Point, passage: number): Promise<void> {
  writeFileSync(planFile(), `${point}\n${passage}`);
  process.kill(product.pid, 'SIGUSR2');
  await until('armed', () => !existsSync(planFile()));
}

/** Commits whose note says so are held up while they are being written. */
const dawdle = `
  CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.04); RETURN NEW; END $$;
  CREATE TRIGGER dawdle BEFORE INSERT ON record FOR EACH ROW
    WHEN (NEW.body::text LIKE '%dawdle%') EXECUTE FUNCTION dawdle();`;

async function connectOwner(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: product.connection() });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Six clients write until they are cut; then what was written is compared, sent again, and looked for on every board. */
async function killAmidNotes(word: string, kill: () => Promise<void>): Promise<{ in: number; out: number }> {
  const killing = kill();
  const notes = (await Promise.all(cases.map(caseId => sendUntilCut(nurse, caseId, word)))).flat();
  await killing;
  const kept = await expectKept(nurse, notes);
  await expectRetried(nurse, notes);
  await expectAllShown();
  return kept;
}

/** Asked anew each time: what had fallen due is done meanwhile, also in the demo's own cases. */
async function expectAllShown(): Promise<void> {
  const isShown = async () => {
    const board = boardDigest(await readVersions(nurse));
    return watchers.map(({ versions }) => boardDigest(versions) === board);
  };
  await expect.poll(isShown, { timeout: SHOWN_MS, interval: 20 }).toEqual(watchers.map(() => true));
}

async function diedAt(point: Point): Promise<void> {
  await until(`killed ${point}`, () => product.log().includes(`killed ${point}`));
  await product.kill();
  product = await start(product.dataDir);
}

/** A child past its twelfth birthday: the clock commits while the point is armed. */
async function killAmidClock(point: Point): Promise<void> {
  await arm(point, 1);
  due.push(...(await registerCases(nurse, 1, DUE_BORN_ON)));
  await diedAt(point);
  await expectAllShown();
}

/** The process that writes, wherever it stands in its transaction; PostgreSQL then ends all others and recovers. */
async function killWritingBackend(): Promise<void> {
  let pid = 0;
  await until('a commit is being written', async () => {
    const { rows } = await owner.query(`SELECT pid FROM pg_stat_activity WHERE wait_event = 'PgSleep' LIMIT 1`);
    pid = rows[0]?.pid ?? 0;
    return pid > 0;
  });
  process.kill(pid, 'SIGKILL');
  await sleep(RECOVERY_BEGINS_MS);
  await until(
    'the database is back',
    async () => (await fetch(`${product.url}/readyz`).catch(() => null))?.ok === true,
  );
}

/**
 * The program kills itself, so often at each named point, while clients write; and the database's writing process is
 * killed. Each time: what was acknowledged is there, what was not is there once or not at all, sent again it has one
 * effect, and every board shows it.
 */
export function describePoints({ times }: { times: number }): void {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kaerimichi-points-'));
    port = await freePort();
    product = await start();
    nurse = await signIn(product.url, 'dsn@demo');
    cases = await registerCases(nurse, CLIENTS);
    owner = await connectOwner();
    await owner.query(dawdle);
    watchers = Array.from({ length: WATCHERS }, () => new Watcher(product.url, nurse.cookie));
  });
  afterAll(async () => {
    for (const watcher of watchers ?? []) watcher.socket.disconnect();
    await owner?.end().catch(() => undefined);
    await product?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(points.filter(point => !isOfClock(point)))('killed %s', point => {
    it(`loses and doubles nothing, ${times} times`, async () => {
      const sum = { in: 0, out: 0 };
      for (let time = 1; time <= times; time++) {
        // Within a broadcast to four clients: behind the first, second or third of them.
        const passage = point === 'amid a broadcast' ? WATCHERS * time + 2 + (time % 3) : 1 + (time % 7);
        await arm(point, passage);
        const word = point.includes('writes') ? 'dawdle' : 'quick';
        const kept = await killAmidNotes(word, () => diedAt(point));
        sum.in += kept.in;
        sum.out += kept.out;
        if (point === 'before the commit is sent') expect(kept.out).toBeGreaterThan(0);
        if (point === 'after the commit, before the answer') expect(kept.in).toBeGreaterThan(0);
      }
      console.log(`killed ${point}: of those not acknowledged ${sum.in} were written, ${sum.out} were not`);
    });
  });

  it(`loses and doubles nothing where the database's writing process is killed, ${times} times`, async () => {
    for (let time = 1; time <= times; time++) {
      await killAmidNotes('dawdle', killWritingBackend);
      await owner.end().catch(() => undefined);
      owner = await connectOwner();
    }
  });

  describe.each(points.filter(isOfClock))('killed %s', point => {
    it(`does what fell due once, ${times} times`, async () => {
      for (let time = 1; time <= times; time++) await killAmidClock(point);
      const prompts = async (caseId: string) =>
        (await readHistory(nurse, caseId)).filter(({ type }) => type === 'adult.prompted').length;
      for (const caseId of due) await expect.poll(() => prompts(caseId), { timeout: CLOCK_MS }).toBe(1);
    });
  });

  it('keeps every chain whole and every decision as it would be decided again', async () => {
    const { said } = await runProgram('verify', { env: { DATA_DIR: product.dataDir } });
    expect(said).toMatch(/all chains are whole, every decision stands/);
  });
}
