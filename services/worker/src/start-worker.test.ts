import { deadlineRelease } from '@kaerimichi/discharge';
import { createLogger } from '@kaerimichi/runtime';
import { fakeClock } from '@kaerimichi/testkit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWorker, type WorkerPorts } from './start-worker.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store of which the worker asks just this, and in which parts of a turn break. */
function broken(parts: { readonly deadlines?: boolean; readonly merges?: boolean }) {
  const done: string[] = [];
  const part = (name: string, isBroken: boolean | undefined, answer: unknown) => async () => {
    done.push(name);
    if (isBroken) throw new Error(name);
    return answer;
  };
  const store = {
    deadlines: { countBesides: async () => 0, claimDue: part('deadlines', parts.deadlines, []) },
    deployment: { armedRelease: async () => deadlineRelease },
    merges: { compareNext: part('merges', parts.merges, 0) },
    outbox: { prune: async () => {} },
    pruneEnded: part('prune', false, 0),
    pruneAnswers: async () => {},
  };
  const clock = fakeClock('2026-12-01T00:00:00.000Z');
  return { done, ports: { store, clock, log: createLogger('silent'), casework: {} } as unknown as WorkerPorts };
}

it.each([{ deadlines: true }, { merges: true }, { deadlines: true, merges: true }, {}])(
  'does each part of a turn, whatever breaks before it: %o',
  async parts => {
    const { done, ports } = broken(parts);
    const worker = startWorker(ports);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toEqual(['deadlines', 'merges', 'prune']);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done.slice(3)).toEqual(['deadlines', 'merges']);
    await worker.stop();
  },
);

it('fires what is due while thousands of children are still to be compared', async () => {
  const { done, ports } = broken({});
  const slowly = async () => {
    await new Promise(resolve => setTimeout(resolve, 300));
    return 50;
  };
  Object.assign(ports.store.merges, { compareNext: slowly });
  const worker = startWorker(ports);
  await vi.advanceTimersByTimeAsync(12_000);
  expect(done.filter(part => part === 'deadlines').length).toBeGreaterThan(4);
  const stopped = worker.stop();
  await vi.advanceTimersByTimeAsync(1_000);
  await stopped;
});
