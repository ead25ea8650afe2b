import type { Clock } from '@kaerimichi/casework';
import { boundedMap } from '@kaerimichi/store';

/** From one address so many at once, and then one after each pause: more than anybody clicks, less than a loop sends. */
const AT_ONCE = 30;
const PAUSE_MS = 1_000;
const ADDRESSES = 10_000;

/** Counts what comes from each address where there is no password that could be wrong. */
export function takesTurns(clock: Clock) {
  const fullAt = boundedMap<number>({ entries: ADDRESSES });
  return {
    /** null: its turn was taken; else the instant of the next one. */
    take(address: string): string | null {
      const now = Date.parse(clock.now());
      const full = Math.max(fullAt.peek(address) ?? now, now) + PAUSE_MS;
      const wait = full - now - AT_ONCE * PAUSE_MS;
      if (wait > 0) return new Date(now + wait).toISOString();
      fullAt.set(address, full);
      return null;
    },
  };
}
