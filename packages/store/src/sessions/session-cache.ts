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
  /** Grows with every drop: what was read from the database before one may be what the drop was about. */
  readonly generation: number;
  /** Takes what was read when the cache was at this generation; left out when something was dropped meanwhile. */
  put(session: KnownSession, readAt: number): void;
  /** That a session was seen; nothing when it is not, or no longer, known. */
  seen(id: string, times: Pick<KnownSession, 'seenAt' | 'writtenAt'>): void;
  /** Who a session was found to be by another read, without a new reading of its times. */
  refresh(signedIn: SignedIn): void;
  /** Sessions seen since an instant (milliseconds, application's clock), by id. */
  seenSince(instant: number): string[];
  drop(id: string): void;
  clear(): void;
};

/** More sessions than one process serves at a time. */
const SESSIONS = 20_000;

export function sessionCache(): SessionCache {
  const known = boundedMap<KnownSession>({ entries: SESSIONS });
  let generation = 0;
  const change = (id: string, changes: Partial<KnownSession>) => {
    const before = known.peek(id);
    if (before) known.set(id, { ...before, ...changes });
  };
  return {
    get: known.get,
    get generation() {
      return generation;
    },
    put(session, readAt) {
      if (readAt === generation) known.set(session.signedIn.session.id, session);
    },
    seen: change,
    refresh: signedIn => change(signedIn.session.id, { signedIn }),
    seenSince: instant =>
      [...known.values()].flatMap(({ seenAt, signedIn }) => (seenAt >= instant ? [signedIn.session.id] : [])),
    drop(id) {
      generation += 1;
      known.delete(id);
    },
    clear() {
      generation += 1;
      known.clear();
    },
  };
}
