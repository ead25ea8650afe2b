import { createServer } from 'node:http';
import { createLogger, createMetrics } from '@kaerimichi/runtime';
import type { CommitListener, CommittedEvent, OutboxEntry, Store, WakeListener } from '@kaerimichi/store';
import { fakeClock } from '@kaerimichi/testkit';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Gateway } from './gateway.ts';
import { startRelay } from './relay.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

type Card = CommittedEvent['card'];
const lead = { org: 'lead', class: 'full', categories: ['contacts', 'clinical', 'plan'] } as const;

const event = (caseId: string, seq: number, card: Partial<Card> = {}): CommittedEvent => ({
  caseId,
  seq,
  type: 'note.added',
  at: '2026-12-01T00:00:00.000Z',
  org: 'lead',
  active: true,
  access: [lead],
  card: {
    ...{ id: caseId, no: 'K-00001', name: null, kana: null, bornOn: null, gestationWeeks: null, stage: 'screening' },
    ...{ column: 'screening', phase: 'P1', tracks: {}, adult: 'none', needs: [], due: null, turn: null, holds: [] },
    ...{ cond: { done: 0, all: 0 }, next: null, owners: [], flags: [], lead: 'lead', version: seq },
    ...card,
  },
});

/** A relay whose outbox and commits are the test's; what a socket that has the case open hears of it. */
async function aRelay() {
  const rows: OutboxEntry[] = [];
  const heard: string[] = [];
  let tell: CommitListener = () => {};
  let call: WakeListener = () => {};
  const store = {
    onCommit: (listener: CommitListener) => {
      tell = listener;
      return () => {};
    },
    onWake: (_kind: string, listener: WakeListener) => {
      call = listener;
      return () => {};
    },
    outbox: {
      head: async () => ({ xid: 0, id: 0 }),
      read: async ({ id }: { id: number }, limit: number) => rows.filter(row => row.place.id > id).slice(0, limit),
    },
  } as unknown as Store;
  const io: Gateway = new Server(createServer());
  for (const id of ['a', 'b'])
    void io.sockets.adapter.addAll('socket', new Set([`case:${id}:lead`, 'org:lead:full:all']));
  vi.spyOn(io, 'to').mockImplementation(room => {
    const said = {
      emit: (name: string, body: { seq?: number }) => name === 'case.event' && heard.push(`${room} ${body.seq}`),
    };
    return said as unknown as ReturnType<Gateway['to']>;
  });
  const settings = { isSecure: false, publicOrigin: null, trustProxy: null, isLoopback: true };
  const clock = fakeClock('2026-12-01T00:00:00.000Z');
  const relay = startRelay(io, { store, clock, log: createLogger('silent'), metrics: createMetrics(), settings });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn++) await new Promise(resolve => setImmediate(resolve));
  };
  await settle();
  return {
    relay,
    heard,
    settle,
    /** What stands in the outbox from now on. */
    write: (...events: CommittedEvent[]) => {
      for (const one of events) rows.push({ ...one, lost: [], place: { xid: 1, id: rows.length + 1 } });
    },
    commit: (committed: CommittedEvent | null) => tell(committed),
    wake: () => call('elsewhere'),
  };
}

describe('the relay', () => {
  it('tells its own commit before the outbox does, and passes over the row', async () => {
    const { heard, write, commit, wake, settle, relay } = await aRelay();
    write(event('a', 1));
    wake();
    await settle();
    commit(event('a', 2));
    await settle();
    expect(heard).toEqual(['case:a:lead 1', 'case:a:lead 2']);
    expect(relay.place()?.id).toBe(1);
    write(event('a', 2), event('a', 3));
    wake();
    await settle();
    expect(heard).toEqual(['case:a:lead 1', 'case:a:lead 2', 'case:a:lead 3']);
    expect(relay.place()?.id).toBe(3);
  });

  it('leaves to the outbox what follows upon something it has not told', async () => {
    const { heard, write, commit, settle } = await aRelay();
    commit(event('a', 5));
    await settle();
    expect(heard).toEqual([]);
    write(event('a', 4), event('a', 5));
    commit(null);
    await settle();
    expect(heard).toEqual(['case:a:lead 4', 'case:a:lead 5']);
  });

  it('tells what waits for its batch before a row that another process wrote behind it', async () => {
    const { heard, write, commit, wake, settle } = await aRelay();
    write(event('a', 1), event('b', 1));
    wake();
    await settle();
    for (const seq of [2, 3, 4, 5]) {
      commit(event('b', seq));
      await settle();
    }
    commit(event('a', 2));
    await settle();
    expect(heard, 'what came too fast waits').not.toContain('case:a:lead 2');
    write(...[2, 3, 4, 5].map(seq => event('b', seq)), event('a', 2), event('a', 3));
    wake();
    await settle();
    expect(heard.filter(told => told.includes(':a:'))).toEqual([1, 2, 3].map(seq => `case:a:lead ${seq}`));
    vi.advanceTimersByTime(1_000);
    await settle();
    expect(heard).toHaveLength(8);
  });

  it('goes on behind a case that cannot be shown', async () => {
    const { heard, write, wake, settle, relay } = await aRelay();
    const broken = event('a', 1, { needs: null as unknown as string[] });
    write(broken, event('b', 1));
    wake();
    await settle();
    expect(heard).toContain('case:b:lead 1');
    expect(relay.place()?.id).toBe(2);
  });
});
