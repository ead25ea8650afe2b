import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BoardDifference, boardDigest, type Change, type Pulse } from '@kaerimichi/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, signIn } from '../product/client.ts';
import { freePort } from '../product/free-port.ts';
import { type Product, startProduct } from '../product/product.ts';

const COMMITS = 3_000;
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

/** A board as a client keeps it: a higher version replaces, null removes, what was missed is asked for. */
class Watcher {
  readonly versions = new Map<string, number>();
  backwards = 0;
  readonly socket: Socket;
  constructor(url: string, cookie: string) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 300,
      extraHeaders: { cookie },
    });
    this.socket.on('cases.changed', ({ changes }: { changes: Change[] }) => {
      for (const { caseId, version, card } of changes) this.take(caseId, version, card !== null);
    });
    this.socket.on('connect', () => void this.catchUp());
    this.socket.on('board.pulse', (pulse: Pulse) => {
      if (pulse.digest !== boardDigest(this.versions)) void this.catchUp();
    });
  }
  take(caseId: string, version: number, isHere: boolean): void {
    if (!isHere) this.versions.delete(caseId);
    else if ((this.versions.get(caseId) ?? 0) <= version) this.versions.set(caseId, version);
    else this.backwards += 1;
  }
  async catchUp(): Promise<void> {
    await this.socket.emitWithAck('board.watch');
    const answer: BoardDifference = await this.socket.emitWithAck('board.sync', {
      have: Object.fromEntries(this.versions),
    });
    for (const card of answer.changed)
      if ((this.versions.get(card.id) ?? 0) < card.version) this.versions.set(card.id, card.version);
    for (const id of answer.removed) this.versions.delete(id);
  }
}

describe('two programs on one database', () => {
  it(`bring ${COMMITS} commits of ${WRITERS} writers to every client, across the restart of one of them`, async () => {
    const cases: string[] = [];
    for (let n = 0; n < CASES; n++) {
      const made = await nurse.post<{ id: string }>('/cases', {
        lead: 'org-kodomo',
        bornOn: '2025-01-01',
        reason: 'two programs',
        origin: 'ward',
      });
      cases.push(made.body.id);
    }
    const watchers = [first.url, second.url].flatMap(url =>
      Array.from({ length: WATCHERS }, () => new Watcher(url, nurse.cookie)),
    );
    let sent = 0;
    const write = async () => {
      while (sent < COMMITS) {
        const caseId = cases[sent++ % CASES] ?? '';
        const answer = await nurse.send(caseId, '*', { type: 'note.added', note: `n${sent}` });
        expect(answer.status).toBe(200);
      }
    };
    const writing = Promise.all(Array.from({ length: WRITERS }, write));
    while (sent < COMMITS / 2) await sleep(20);
    await second.kill();
    second = await startSecond();
    await writing;
    const board = await nurse.get<{ columns: string[]; rows: unknown[][]; pulse: Pulse }>('/board');
    const [id, version] = ['id', 'version'].map(name => board.body.columns.indexOf(name));
    const expected = new Map(board.body.rows.map(row => [String(row[id ?? 0]), Number(row[version ?? 0])]));
    expect(boardDigest(expected)).toBe(board.body.pulse.digest);
    const began = performance.now();
    for (const watcher of watchers)
      await expect
        .poll(() => boardDigest(watcher.versions), { timeout: 25_000, interval: 50 })
        .toBe(board.body.pulse.digest);
    console.log(
      `every one of ${watchers.length} clients had everything ${Math.round(performance.now() - began)} ms after the last commit`,
    );
    for (const watcher of watchers) {
      expect(Object.fromEntries(watcher.versions)).toEqual(Object.fromEntries(expected));
      expect(watcher.backwards).toBe(0);
      watcher.socket.disconnect();
    }
  });
});
