import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBoardFeed } from './board-feed.ts';
import { createReturning } from './returning.ts';
import { createHealth } from './status.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const nobody = async () => {
  throw new Error('asks for no board');
};
const healthOf = () => {
  const health = createHealth();
  const feed = createBoardFeed({ loadBoard: nobody, askDifference: nobody });
  return { health, returning: createReturning(feed, health) };
};

it('never calls what is shown stale to somebody who watches no board, while the line stands', async () => {
  const { health, returning } = healthOf();
  await returning.connected(async () => null, false);
  vi.advanceTimersByTime(120_000);
  health.look();
  expect(health.status.read()).toMatchObject({ state: 'on', isConnected: true });
});

it('says so to them when the line is gone', async () => {
  const { health, returning } = healthOf();
  await returning.connected(async () => null, false);
  returning.lost(false);
  vi.advanceTimersByTime(4_000);
  health.look();
  expect(health.status.read()).toMatchObject({ state: 'waiting', isConnected: false });
});
