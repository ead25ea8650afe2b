import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bareProblem, ProblemError, UnreachableError } from '../api/problem-error.ts';
import type { Draft } from '../features/form/drafts.ts';
import { createTickQueue, type Tick } from './tick-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const tick = (n: number): Tick => ({
  ...{ row: `c${n} actionItem a`, caseId: `c${n}`, version: 3, key: `k${n}` },
  body: { type: 'actionItem.closed', actionItemId: 'a' },
});

/** A tab with what it keeps, and a server that may be away. */
function aTab(storage: { draft: Draft | null } = { draft: null }) {
  const server = { isThere: true, got: [] as string[], refuses: '' };
  const queue = createTickQueue({
    kept: {
      read: () => storage.draft,
      write: (content, at) => {
        storage.draft = { content: JSON.parse(JSON.stringify(content)), at };
        return true;
      },
      forget: () => {
        storage.draft = null;
      },
    },
    isOnline: () => server.isThere,
    send: async ({ key }) => {
      if (!server.isThere) throw new UnreachableError();
      if (server.refuses === key) throw new ProblemError(bareProblem(404));
      server.got.push(key);
      return 7;
    },
  });
  const states = () => [...queue.states.read()].map(([row, state]) => `${row[1]} ${state.is}`);
  return { storage, server, queue, states };
}

describe('what is ticked', () => {
  it('is sent at once, and said to be', async () => {
    const { queue, states, storage } = aTab();
    queue.add(tick(1));
    expect(states()).toEqual(['1 sending']);
    await queue.flush();
    await vi.waitFor(() => expect(states()).toEqual(['1 sent']));
    expect(storage.draft).toBeNull();
    // The same task may be there again another day.
    vi.advanceTimersByTime(60_000);
    expect(states()).toEqual([]);
  });

  it('waits without a network, over a reload, and is sent once, in its order, with its own key', async () => {
    const before = aTab();
    before.server.isThere = false;
    before.queue.add(tick(1));
    before.queue.add(tick(2));
    before.queue.add({ ...tick(1), key: 'again' });
    await before.queue.flush();
    expect(before.states()).toEqual(['1 waiting', '2 waiting']);
    const after = aTab(before.storage);
    expect(after.states()).toEqual(['1 waiting', '2 waiting']);
    await Promise.all([after.queue.flush(), after.queue.flush()]);
    expect([after.server.got, after.storage.draft]).toEqual([['k1', 'k2'], null]);
  });

  it('is taken back while it waits; one that is refused holds no other up and says why', async () => {
    const { queue, states, server } = aTab();
    server.isThere = false;
    for (const n of [1, 2, 3]) queue.add(tick(n));
    await vi.waitFor(() => expect(states()).toEqual(['1 waiting', '2 waiting', '3 waiting']));
    queue.drop(tick(2).row);
    Object.assign(server, { isThere: true, refuses: 'k1' });
    await queue.flush();
    expect([states(), server.got]).toEqual([['1 refused', '3 sent'], ['k3']]);
  });
});
