/** What is known about the connection, as instants in milliseconds. */
export type Signals = {
  readonly isConnected: boolean;
  /** When the socket was lost; null while it is up. */
  readonly downSince: number | null;
  /** When what is shown was last known to be right. */
  readonly rightAt: number | null;
  readonly isOnline: boolean;
  /** Requests that reached nobody, in a row. */
  readonly failures: number;
  readonly isCatchingUp: boolean;
  /** Cases that changed while we were away, and until when that is said. */
  readonly back: { readonly changes: number; readonly until: number } | null;
};

export type ConnectionState = 'on' | 'waiting' | 'stale' | 'offline' | 'catchingUp' | 'back';

/** A gap shorter than this is not mentioned: a sleeping wireless card needs about as long. */
const MENTION_AFTER_MS = 3_000;
/** After this without contact what is shown may be wrong, and says so. */
const STALE_AFTER_MS = 30_000;
const OFFLINE_FAILURES = 2;

/** What the connection mark and the strip say (experience.md §6.5). */
export function connectionState(signals: Signals, now: number): ConnectionState {
  if (!signals.isOnline || (!signals.isConnected && signals.failures >= OFFLINE_FAILURES)) return 'offline';
  if (signals.isConnected) {
    if (signals.isCatchingUp) return 'catchingUp';
    if (signals.rightAt !== null && now - signals.rightAt > STALE_AFTER_MS) return 'stale';
    return signals.back && now < signals.back.until ? 'back' : 'on';
  }
  const { downSince, rightAt } = signals;
  if (downSince === null || now - downSince <= MENTION_AFTER_MS) return 'on';
  // Without a socket, HTTP may still have compared.
  return now - Math.max(downSince, rightAt ?? 0) > STALE_AFTER_MS ? 'stale' : 'waiting';
}

const STEPS_S = [1, 2, 4, 8, 15];
/** Spreads the return of a whole ward over a fifth of the step. */
const JITTER = 0.2;

/** How long to wait before an attempt to reconnect, in milliseconds; `random` is 0 to 1. */
export function backoffMs(attempt: number, random: number): number {
  const step = STEPS_S[Math.min(attempt, STEPS_S.length - 1)] ?? 15;
  return Math.round(step * 1000 * (1 - JITTER / 2 + JITTER * random));
}
