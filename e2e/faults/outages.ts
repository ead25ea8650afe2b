import { expect } from 'vitest';
import type { Ledger } from './commands.ts';

/** What was killed, and when (ms of `performance.now`). */
export type Kill = { readonly what: 'database' | 'program'; readonly at: number };

const MEDIAN_S = 5;
/** Twice the promise: test and program share two cores, on which others may be at work too. */
const LONGEST_S = 10;

/** Seconds from each kill to the first command that was sent after it and acknowledged; a kill at the very end has none. */
function secondsAway({ answers }: Ledger, kills: readonly Kill[]): { what: Kill['what']; seconds: number }[] {
  return kills.flatMap(({ what, at: killedAt }) => {
    const back = Math.min(...answers.filter(({ sentAt }) => sentAt > killedAt).map(({ at }) => at));
    return Number.isFinite(back) ? [{ what, seconds: (back - killedAt) / 1000 }] : [];
  });
}

/** Commands succeed again within five seconds of a kill of either: half of the time, and never later than twice that. */
export function expectBackSoon(ledger: Ledger, kills: readonly Kill[]): void {
  const away = secondsAway(ledger, kills);
  expect(away.length).toBeGreaterThan(0);
  for (const what of ['database', 'program'] as const) {
    const seconds = away.flatMap(outage => (outage.what === what ? [outage.seconds] : [])).sort((a, b) => a - b);
    if (seconds.length === 0) continue;
    const median = seconds[Math.floor(seconds.length / 2)];
    console.log(`${what} killed ${seconds.length} times, back after ${seconds.map(s => s.toFixed(1)).join(' ')} s`);
    expect(median, `${what}: median`).toBeLessThan(MEDIAN_S);
    expect(seconds.at(-1), `${what}: longest`).toBeLessThan(LONGEST_S);
  }
}
