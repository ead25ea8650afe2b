import type { Clock } from '@kaerimichi/casework';
import { type CaseCache, caseCache } from './cases/case-cache.ts';
import { type Cases, caseStore } from './cases/case-store.ts';
import type { FreshReader } from './commit/fresh-state.ts';
import { readFreshState } from './commit/fresh-state.ts';
import { type Database, openDatabase } from './database.ts';
import { type SessionCache, sessionCache } from './sessions/session-cache.ts';
import { SESSION_LIMITS, type SessionLimits, type Sessions, sessions } from './sessions/sessions.ts';

export type StoreOptions = {
  /** The application's role: reads everything, changes no history. */
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly poolSize?: number;
  readonly sessionLimits?: Partial<SessionLimits>;
  /** Told of losses that nobody waits for: idle connections, late writes. */
  readonly onBackgroundError?: (error: unknown) => void;
};

/** Everything that is kept: one face for services, tests and commands. */
export type Store = {
  readonly cases: Cases;
  readonly sessions: Sessions;
  close(): Promise<void>;
};

const systemClock: Clock = { now: () => new Date().toISOString() };

export async function openStore(options: StoreOptions): Promise<Store> {
  const { clock = systemClock, onBackgroundError = () => {} } = options;
  const database = openDatabase({ ...options, onConnectionError: onBackgroundError });
  const cases = caseCache();
  const known = sessionCache();
  return {
    cases: caseStore({ database, cache: cases, readFresh: freshReader(database, cases, known) }),
    sessions: sessions({
      database,
      cache: known,
      clock,
      limits: { ...SESSION_LIMITS, ...options.sessionLimits },
      announce: async () => {},
      onBackgroundError,
    }),
    close: () => database.pool.end(),
  };
}

/** What a second read found is what the caches know from then on. */
function freshReader(database: Database, cases: CaseCache, known: SessionCache): FreshReader {
  return async (question, constraint) => {
    const fresh = await readFreshState(database, question);
    cases.forget(question.caseId, fresh.loaded?.version ?? 0);
    if (fresh.loaded) cases.remember(fresh.loaded);
    if (fresh.signedIn) known.refresh(fresh.signedIn);
    else if (question.session) known.drop(question.session.id);
    return { ...fresh, constraint };
  };
}
