import { createServer } from 'node:http';
import { createLogger, createMetrics } from '@kaerimichi/runtime';
import { openStore, type Store } from '@kaerimichi/store';
import { createTestDatabase, fakeClock, type TestDatabase } from '@kaerimichi/testkit';
import { Server } from 'socket.io';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gateway } from './gateway.ts';
import { startPulse } from './pulse.ts';

let database: TestDatabase;
let store: Store;
const clock = fakeClock('2026-12-01T00:00:00.000Z');

beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.databaseUrl, clock });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

/** A pulse whose every reading of the board waits to be let go; how many began and ended. */
function slowPulse() {
  const io: Gateway = new Server(createServer());
  void io.sockets.adapter.addAll('socket', new Set(['org:hospital:full:all']));
  const seen = { begun: 0, ended: 0 };
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const versionsOf: Store['board']['versionsOf'] = async org => {
    seen.begun += 1;
    await gate;
    const versions = await store.board.versionsOf(org);
    seen.ended += 1;
    return versions;
  };
  const slow = { ...store, board: { ...store.board, versionsOf } };
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  const ports = { store: slow, clock, log: createLogger('silent'), metrics: createMetrics(), settings };
  return { seen, letGo, pulse: startPulse(io, ports) };
}

describe('the pulse', () => {
  it('beats again only when the last beat is over', async () => {
    const { seen, letGo, pulse } = slowPulse();
    vi.advanceTimersByTime(30_000);
    expect(seen).toEqual({ begun: 1, ended: 0 });
    letGo();
    await vi.waitFor(() => expect(seen.ended).toBe(1));
    await new Promise(resolve => setImmediate(resolve));
    vi.advanceTimersByTime(10_000);
    expect(seen.begun).toBe(2);
    await pulse.stop();
  });

  it('has no beat that outlives its stop', async () => {
    const { seen, letGo, pulse } = slowPulse();
    vi.advanceTimersByTime(10_000);
    const stopped = pulse.stop();
    letGo();
    await stopped;
    expect(seen).toEqual({ begun: 1, ended: 1 });
    vi.advanceTimersByTime(60_000);
    expect(seen.begun).toBe(1);
  });
});
