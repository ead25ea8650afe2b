import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, clientWith, signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { wholeOr } from '../product/how-much.ts';
import { type Product, startProduct } from '../product/product.ts';
import { registerCases } from '../product/register-cases.ts';
import { runProgram } from '../product/run-program.ts';
import { readHistory } from './commands.ts';
import { expectShown, readVersions, Watcher } from './watcher.ts';

const COMMITS = wholeOr(3_000, 1_000);
const WRITERS = 16;
const CASES = 40;
const WATCHERS = 10;

let first: Product;
let second: Product;
let secondPort: number;
let nurse: Client;

const startSecond = () =>
  startProduct({
    port: secondPort,
    dataDir: mkdtempSync(join(tmpdir(), 'kaerimichi-second-')),
    env: { DATABASE_URL: first.connection(), ADMIN_DATABASE_URL: first.connection(), DEMO: '1' },
  });

beforeAll(async () => {
  first = await startProduct();
  secondPort = await freePort();
  second = await startSecond();
  nurse = await signIn(first.url, 'dsn@demo');
});
afterAll(async () => {
  await second?.stop();
  await first?.remove();
});

/** Every single entry that a relay told of, as somebody hears it who has all cases open and never asks for a gap. */
class Listener {
  readonly heard = new Map<string, number[]>();
  readonly socket: Socket;
  constructor(url: string, cookie: string) {
    this.socket = io(url, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie } });
    this.socket.on('case.event', ({ caseId, seq }: { caseId: string; seq: number }) => {
      this.heard.set(caseId, [...(this.heard.get(caseId) ?? []), seq]);
    });
  }
  async listenTo(cases: readonly string[]): Promise<void> {
    for (const caseId of cases) {
      expect(await this.socket.emitWithAck('case.watch', { caseId })).toEqual({ version: 1 });
      // Below the limit of messages that one socket may send.
      await sleep(60);
    }
  }
}

const LONGEST_OUTAGE_MS = 30_000;

/** Sends a note until it is acknowledged: what was cut or too busy goes again, with its key, through the other program. */
async function note(
  urls: readonly string[],
  caseId: string,
  text: string,
  key: string = randomUUID(),
): Promise<string> {
  const until = Date.now() + LONGEST_OUTAGE_MS;
  for (let turn = 0; Date.now() < until; turn++) {
    const client = clientWith(urls[turn % urls.length] ?? '', nurse.cookie);
    const answer = await client.send(caseId, '*', { type: 'note.added', note: text }, key).catch(() => null);
    if (answer?.status === 200) return JSON.stringify(answer.body);
    if (answer && answer.status !== 503) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    await sleep(20);
  }
  throw new Error('not acknowledged in time');
}

/**
 * Every tenth commit dawdles between its transaction id and its end, so that later ones overtake it all the time: a relay
 * that reads beyond the oldest running transaction loses those for good.
 */
async function letCommitsOvertake(): Promise<void> {
  const owner = new pg.Client({ connectionString: first.connection() });
  await owner.connect();
  await owner.query(
    `CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN IF random() < 0.1 THEN PERFORM pg_sleep(0.03); END IF; RETURN NEW; END $$;
     CREATE TRIGGER dawdle BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION dawdle();`,
  );
  await owner.end();
}

describe('two programs on one database', () => {
  let cases: string[];
  let listener: Listener;

  it(`bring ${COMMITS} commits of ${WRITERS} writers to every client, across the restart of one of them`, async () => {
    cases = await registerCases(nurse, CASES);
    await letCommitsOvertake();
    listener = new Listener(first.url, nurse.cookie);
    await listener.listenTo(cases);
    const watchers = [first.url, second.url].flatMap(url =>
      Array.from({ length: WATCHERS }, () => new Watcher(url, nurse.cookie)),
    );
    let sent = 0;
    const write = async (writer: number) => {
      const urls = writer % 2 === 0 ? [first.url, second.url] : [second.url, first.url];
      while (sent < COMMITS) {
        const n = sent++;
        await note(urls, cases[n % CASES] ?? '', `mark-${n}`);
      }
    };
    const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    while (sent < COMMITS / 2) await sleep(20);
    await second.kill();
    second = await startSecond();
    await writing;
    const expected = await readVersions(nurse);
    const began = performance.now();
    for (const watcher of watchers) await expectShown(expected, watcher);
    console.log(
      `every one of ${watchers.length} clients had everything ${Math.round(performance.now() - began)} ms after the last commit`,
    );
    for (const watcher of watchers) watcher.socket.disconnect();
  });

  it('tell of every single entry once and in order, without anybody having to ask again', async () => {
    const written = new Map<string, number[]>();
    for (const caseId of cases) {
      const events = await readHistory(nurse, caseId);
      written.set(
        caseId,
        events.map(({ seq }) => seq).filter(seq => seq > 1),
      );
    }
    for (const [caseId, seqs] of written)
      await expect.poll(() => listener.heard.get(caseId), { timeout: 5_000 }).toEqual(seqs);
    listener.socket.disconnect();
  });

  it('keep every note once, and every chain whole', async () => {
    const notes: string[] = [];
    for (const caseId of cases)
      for (const { texts } of await readHistory(nurse, caseId))
        notes.push(...Object.values(texts ?? {}).filter(text => text.startsWith('mark-')));
    expect(notes).toHaveLength(COMMITS);
    expect(new Set(notes).size).toBe(COMMITS);
    const verified = await runProgram('verify', { env: { DATA_DIR: first.dataDir } });
    expect(verified.said).toMatch(/all chains are whole, every decision stands/);
  });
  it('do 200 keys × 5 parallel duplicates, sent through both, 200 times', async () => {
    const [caseId = ''] = await registerCases(nurse, 1);
    const both = [first.url, second.url];
    const answers = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        note(n % 2 === 0 ? both : both.toReversed(), caseId, `twice-${n % 200}`, `key-${n % 200}-${caseId}`),
      ),
    );
    for (let at = 0; at < 200; at++)
      expect(new Set(answers.filter((_, n) => n % 200 === at)).size, `answers to key ${at}`).toBe(1);
    expect(await readHistory(nurse, caseId)).toHaveLength(201);
  });
});

describe('a session that ended without a call to the other process', () => {
  it('is over there within two seconds, whoever goes on asking', async () => {
    const own = await signIn(second.url, 'hvn@demo');
    const asked = async () => (await own.get('/me')).status;
    expect(await asked()).toBe(200);
    const id = createHash('sha256')
      .update(own.cookie.split('=')[1] ?? '')
      .digest('hex');
    const database = new pg.Client({ connectionString: first.connection() });
    await database.connect();
    const ended = 'UPDATE session SET revoked_at = now(), epoch = epoch + 1 WHERE id = $1';
    expect((await database.query(ended, [id])).rowCount).toBe(1);
    await database.end();
    await expect.poll(asked, { timeout: 2_000, interval: 100 }).toBe(401);
  });
});
