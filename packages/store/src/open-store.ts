import type { Clock, Wake } from '@kaerimichi/casework';
import { type CaseCache, caseCache } from './cases/case-cache.ts';
import { type Cases, caseStore } from './cases/case-store.ts';
import { hubs } from './cases/hubs.ts';
import { type FreshReader, readFreshState } from './commit/fresh-state.ts';
import { type Database, openDatabase } from './database.ts';
import { followCases } from './outbox/follow-cases.ts';
import { type Lead, tryLead } from './outbox/lead.ts';
import { type Outbox, outbox } from './outbox/outbox.ts';
import { openWakeLine, type WakeKind, type WakeListener } from './outbox/wake-line.ts';
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
  readonly outbox: Outbox;
  readonly wake: Wake;
  /** Calls when events were committed or sessions changed, here or elsewhere; a hint, never the truth. */
  onWake(kind: WakeKind, listener: WakeListener): () => void;
  /** The right to do something that one process does at a time; null: another has it. */
  tryLead(name: string): Promise<Lead | null>;
  close(): Promise<void>;
};

const systemClock: Clock = { now: () => new Date().toISOString() };

export async function openStore(options: StoreOptions): Promise<Store> {
  const { databaseUrl, clock = systemClock, onBackgroundError = () => {} } = options;
  const database = openDatabase({ ...options, onConnectionError: onBackgroundError });
  const cache = caseCache();
  const known = sessionCache();
  const line = openWakeLine(databaseUrl, onBackgroundError);
  const queue = outbox(database);
  const follower = followCases({ database, outbox: queue, cache, line, onError: onBackgroundError });
  line.on('sessions', known.clear);
  return {
    cases: caseStore({ database, cache, readFresh: freshReader(database, cache, known), hubs: hubs(database) }),
    sessions: sessions({
      database,
      cache: known,
      clock,
      limits: { ...SESSION_LIMITS, ...options.sessionLimits },
      announce: () => line.tell('sessions'),
      onBackgroundError,
    }),
    outbox: queue,
    wake: { committed: () => line.tell('outbox') },
    onWake: line.on,
    tryLead: name => tryLead(databaseUrl, name),
    async close() {
      follower.stop();
      await line.close();
      await database.pool.end();
    },
  };
}

/** What a second read found is what the caches know from then on. */
function freshReader(database: Database, cases: CaseCache, known: SessionCache): FreshReader {
  return async (question, constraint) => {
    const fresh = await readFreshState(database, question);
    if (fresh.loaded) cases.remember(fresh.loaded);
    if (fresh.signedIn) known.refresh(fresh.signedIn);
    else if (question.session) known.drop(question.session.id);
    return { ...fresh, constraint };
  };
}
