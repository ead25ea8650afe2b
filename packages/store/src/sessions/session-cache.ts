import type { SignedIn } from '@kaerimichi/casework';
import { boundedMap } from '../bounded-map.ts';

export type KnownSession = {
  readonly signedIn: SignedIn;
  readonly expiresAt: string;
  /** Milliseconds since 1970, application's clock. */
  readonly readAt: number;
  readonly seenAt: number;
  /** What the row says. */
  readonly writtenAt: number;
};

/** Sessions as this process last read them; a change made elsewhere clears it, and a stale one commits nothing. */
export type SessionCache = {
  get(id: string): KnownSession | undefined;
  put(session: KnownSession): void;
  /** Who a session was found to be by another read, without a new reading of its times. */
  refresh(signedIn: SignedIn): void;
  drop(id: string): void;
  clear(): void;
};

/** More sessions than one process serves at a time. */
const SESSIONS = 20_000;

export function sessionCache(): SessionCache {
  const known = boundedMap<KnownSession>({ entries: SESSIONS });
  return {
    get: known.get,
    put: session => known.set(session.signedIn.session.id, session),
    refresh(signedIn) {
      const before = known.peek(signedIn.session.id);
      if (before) known.set(signedIn.session.id, { ...before, signedIn });
    },
    drop: known.delete,
    clear: known.clear,
  };
}
