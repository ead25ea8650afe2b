import type { Clock } from '@kaerimichi/casework';
import { boundedMap } from '@kaerimichi/store';

/** From one address so many at once, and then one after each pause. */
type Pace = { readonly atOnce: number; readonly pauseMs: number };

/** More than anybody clicks, less than a loop sends. */
export const clicks: Pace = { atOnce: 30, pauseMs: 1_000 };
/** More than the open pages of a class behind one address ask, less than a loop sends. */
export const looks: Pace = { atOnce: 120, pauseMs: 100 };
const ADDRESSES = 10_000;

/** Counts what comes from each address where there is no password that could be wrong. */
export function takesTurns(clock: Clock, { atOnce, pauseMs }: Pace) {
  const fullAt = boundedMap<number>({ entries: ADDRESSES });
  return {
    /** null: its turn was taken; else the instant of the next one. */
    take(address: string): string | null {
      const now = Date.parse(clock.now());
      const known = fullAt.peek(address) ?? now;
      // A clock that was set back says nothing about how full it is.
      const full = (known - now > atOnce * pauseMs ? now : Math.max(known, now)) + pauseMs;
      const wait = full - now - atOnce * pauseMs;
      if (wait > 0) return new Date(now + wait).toISOString();
      fullAt.set(address, full);
      return null;
    },
  };
}
