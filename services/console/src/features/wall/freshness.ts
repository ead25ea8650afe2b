/** How far a wall can be believed. */
type Freshness = 'now' | 'waiting' | 'stale' | 'lost';

const STALE_AFTER_MS = 30_000;
const LOST_AFTER_MS = 10 * 60_000;

/**
 * By the time since what is shown was last known to be right; null: since it was opened nothing was, and it is asked for.
 * A pulse comes every ten seconds.
 */
export function freshnessAt(rightAt: number | null, now: number, openedAt: number): Freshness {
  const age = now - (rightAt ?? openedAt);
  if (age >= LOST_AFTER_MS) return 'lost';
  if (age >= STALE_AFTER_MS) return 'stale';
  return rightAt === null ? 'waiting' : 'now';
}

/** From 19:00 to 7:00 by the clock on the wall (`HH:MM`). */
export const isNight = (time: string): boolean => time >= '19:00' || time < '07:00';
