import { describe, expect, it } from 'vitest';
import { backoffMs, connectionState, type Signals } from './connection.ts';

const now = 1_000_000;
const up: Signals = {
  isConnected: true,
  downSince: null,
  rightAt: now - 5_000,
  isOnline: true,
  failures: 0,
  isCatchingUp: false,
  back: null,
};
const down = (ms: number): Signals => ({ ...up, isConnected: false, downSince: now - ms });

describe('state of the connection', () => {
  it.each<[string, Signals, string]>([
    ['is on while the socket is up and the last pulse matched', up, 'on'],
    ['does not mention a gap of two seconds', down(2_000), 'on'],
    ['waits after three seconds', down(3_500), 'waiting'],
    ['is stale after thirty seconds', { ...down(31_000), rightAt: now - 32_000 }, 'stale'],
    ['only waits while HTTP keeps what is shown right', { ...down(60_000), rightAt: now - 5_000 }, 'waiting'],
    ['is stale when the socket is up but nothing was right for long', { ...up, rightAt: now - 31_000 }, 'stale'],
    ['is offline when the browser says so', { ...up, isOnline: false }, 'offline'],
    ['is offline when two requests in a row reached nobody', { ...down(4_000), failures: 2 }, 'offline'],
    ['catches up after a return', { ...up, isCatchingUp: true }, 'catchingUp'],
    ['says what changed for five seconds', { ...up, back: { changes: 7, until: now + 1 } }, 'back'],
    ['then shows the mark only', { ...up, back: { changes: 7, until: now } }, 'on'],
  ])('%s', (_title, signals, state) => {
    expect(connectionState(signals, now)).toBe(state);
  });
});

describe('waiting before a reconnection', () => {
  it('grows from one to fifteen seconds and stays there', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(attempt => backoffMs(attempt, 0.5))).toEqual([
      1000, 2000, 4000, 8000, 15_000, 15_000, 15_000,
    ]);
  });
  it('is spread by a tenth to either side', () => {
    expect(backoffMs(0, 0)).toBe(900);
    expect(backoffMs(0, 1)).toBe(1100);
  });
});
