import { hash, randomBytes } from 'node:crypto';
import type { Clock, SignedIn } from '@kaerimichi/casework';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import type { KnownSession, SessionCache } from './session-cache.ts';
import { type SessionRow, SIGNED_IN_SQL, toSignedIn } from './signed-in.ts';

export type SessionLimits = {
  /** Without a request for so long, the session ends (安全管理ガイドライン 6.0: clear-screen when away). */
  readonly idleMs: number;
  /** Ends in any case. */
  readonly absoluteMs: number;
  /** The same for a device on a wall, before which nobody signs in; it is never idle, and ends when it is revoked. */
  readonly deviceMs: number;
  /** Longest time a session is believed without reading its row. */
  readonly believedMs: number;
};
export const SESSION_LIMITS: SessionLimits = {
  idleMs: 15 * 60_000,
  absoluteMs: 10 * 3_600_000,
  // Browsers keep no cookie for longer.
  deviceMs: 400 * 86_400_000,
  believedMs: 2_000,
};

/** Sessions used within this time are asked about each second, all in one question, and no request waits for it. */
const IN_USE_MS = 30_000;
const ASK_EVERY_MS = 1_000;

/** last_seen_at is written at most so often: every request would be a second write. */
const SEEN_EVERY_MS = 60_000;

export type SessionPorts = {
  readonly database: Database;
  readonly cache: SessionCache;
  readonly clock: Clock;
  readonly limits: SessionLimits;
  /** Tells the other processes to read their sessions again. */
  readonly announce: () => void;
  readonly onBackgroundError: (error: unknown) => void;
};

export type Sessions = {
  /** After so many milliseconds without a request a session ends, that of a device excepted. */
  readonly idleMs: number;
  /**
   * Who the bearer of a cookie's token is; null: signed out, revoked, idle for too long, disabled. In the background: asked
   * by a page on its own, which does not count as being seen.
   */
  find(token: string, how?: { readonly isBackground: boolean }): Promise<SignedIn | null>;
  /**
   * The same by the ids in `SessionRef`s, for sockets that are already open: those that still hold, as their rows say it
   * now. Nothing is believed, since a call from another process may be lost. Does not count as being seen.
   */
  recheck(sessionIds: readonly string[]): Promise<Map<string, SignedIn>>;
  /** A new session for a membership that holds today; null when it does not. The token goes into the cookie. */
  open(
    membershipId: string,
    how?: { readonly isDevice: boolean },
  ): Promise<{ token: string; signedIn: SignedIn } | null>;
  /** Acts for another membership of the same person; a new epoch, the same cookie. null: not theirs or over. */
  actFor(sessionId: string, membershipId: string): Promise<SignedIn | null>;
  revoke(sessionId: string): Promise<void>;
  /** Ends every session of a person; the number ended. */
  revokeAllOf(personId: string): Promise<number>;
  /** What a person may do has changed: their sessions get a new epoch and end with their membership. */
  changed(personId: string): Promise<void>;
  /** The clock is about to run so many days ahead: whoever is signed in stays so, as far as the membership lasts. */
  runAhead(days: number): Promise<void>;
  /** What goes with a session, not what it may do, has changed: every process reads its sessions again. */
  lookAgain(): Promise<void>;
};

export function sessions(ports: SessionPorts): Sessions {
  return {
    idleMs: ports.limits.idleMs,
    find: (token, how) => findSession(ports, sessionIdOf(token), how?.isBackground === true),
    recheck: sessionIds => recheck(ports, sessionIds),
    open: (membershipId, how) => openSession(ports, membershipId, how?.isDevice === true),
    actFor: (sessionId, membershipId) => actFor(ports, sessionId, membershipId),
    revoke: async sessionId => void (await revoke(ports, 'id', sessionId)),
    revokeAllOf: personId => revoke(ports, 'person', personId),
    changed: personId => changed(ports, personId),
    runAhead: async days => void (await ports.database.run(runAheadText, [days])),
    async lookAgain() {
      ports.cache.clear();
      ports.announce();
    },
  };
}

/** Asks about the sessions in use: a call from another process may be lost. */
export function keepFresh(ports: SessionPorts): { stop(): void } {
  let isAsking = false;
  const look = async () => {
    const inUse = ports.cache.seenSince(Date.parse(ports.clock.now()) - IN_USE_MS);
    if (isAsking || inUse.length === 0) return;
    isAsking = true;
    // Where the database is away, requests find out by themselves: nothing is believed for longer.
    await recheck(ports, inUse).catch(ports.onBackgroundError);
    isAsking = false;
  };
  const timer = setInterval(look, ASK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** The table keeps only this: a copy of it opens no session. */
const sessionIdOf = (token: string): string => hash('sha256', token, 'hex');

const readSessionText: Statement = { name: 'read-session', text: SIGNED_IN_SQL('$1', '$2') };

async function findSession(ports: SessionPorts, id: string, isBackground: boolean): Promise<SignedIn | null> {
  const { cache, clock, limits } = ports;
  const now = Date.parse(clock.now());
  const isIdle = (session: KnownSession) => isIdleAt(session, now, limits);
  let session = cache.get(id);
  const isBelieved = session && now - session.readAt < limits.believedMs && now < Date.parse(session.expiresAt);
  // Another process may have seen the person: idle is only said of the row.
  if (!session || !isBelieved || isIdle(session)) session = await readSession(ports, id, now);
  if (!session || isIdle(session)) {
    cache.drop(id);
    return null;
  }
  if (!isBackground) noteSeen(ports, session, now);
  return session.signedIn;
}

/** Nobody sits before a wall display: it has no idle time. */
const isIdleAt = ({ seenAt, signedIn }: KnownSession, now: number, { idleMs }: SessionLimits): boolean =>
  signedIn.viewer.role !== 'display' && now - seenAt >= idleMs;

async function readSession({ database, cache, clock }: SessionPorts, id: string, now: number) {
  const { generation } = cache;
  const [row] = await database.rows<SessionRow>(readSessionText, [id, clock.now()]);
  if (!row) return undefined;
  const session = knownFrom(row, cache.get(id), now);
  cache.put(session, generation);
  return session;
}

function knownFrom(row: SessionRow, before: KnownSession | undefined, now: number): KnownSession {
  const writtenAt = Date.parse(row.lastSeenAt);
  const seenAt = Math.max(writtenAt, before?.seenAt ?? 0);
  return { signedIn: toSignedIn(row), expiresAt: row.expiresAt, readAt: now, seenAt, writtenAt };
}

const recheckText: Statement = { name: 'recheck-sessions', text: SIGNED_IN_SQL('ANY ($1::text[])', '$2') };

async function recheck({ database, cache, clock, limits }: SessionPorts, ids: readonly string[]) {
  const at = clock.now();
  const now = Date.parse(at);
  const { generation } = cache;
  const rows = ids.length > 0 ? await database.rows<SessionRow>(recheckText, [ids, at]) : [];
  const open = rows
    .map(row => knownFrom(row, cache.get(row.id), now))
    .filter(session => !isIdleAt(session, now, limits));
  for (const session of open) cache.put(session, generation);
  const holding = new Map(open.map(({ signedIn }) => [signedIn.session.id, signedIn]));
  for (const id of ids) if (!holding.has(id) && cache.get(id)) cache.drop(id);
  return holding;
}

const seenText: Statement = {
  name: 'session-seen',
  text: 'UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2',
};

function noteSeen({ database, cache, onBackgroundError }: SessionPorts, session: KnownSession, now: number): void {
  const isDue = now - session.writtenAt >= SEEN_EVERY_MS;
  const { id } = session.signedIn.session;
  cache.seen(id, { seenAt: now, writtenAt: isDue ? now : session.writtenAt });
  if (!isDue) return;
  database.run(seenText, [id, new Date(now).toISOString()]).catch(onBackgroundError);
}

const openText: Statement = {
  text: `INSERT INTO session (id, person_id, membership_id, created_at, last_seen_at, expires_at)
    SELECT $1, m.person_id, m.id, $3, $3, least($4, (m.until_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.id = $2 AND p.disabled_at IS NULL
      AND ($3::timestamptz AT TIME ZONE 'Asia/Tokyo')::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`,
};

async function openSession(ports: SessionPorts, membershipId: string, isDevice: boolean) {
  if (!isId(membershipId)) return null;
  const token = randomBytes(32).toString('base64url');
  const at = ports.clock.now();
  const lasts = isDevice ? ports.limits.deviceMs : ports.limits.absoluteMs;
  const expiresAt = new Date(Date.parse(at) + lasts).toISOString();
  const id = sessionIdOf(token);
  if ((await ports.database.run(openText, [id, membershipId, at, expiresAt])) === 0) return null;
  const session = await readSession(ports, id, Date.parse(at));
  return session ? { token, signedIn: session.signedIn } : null;
}

const actForText: Statement = {
  text: `UPDATE session s
    SET membership_id = m.id, epoch = s.epoch + 1,
      expires_at = least(s.created_at + $4 * interval '1 millisecond',
        (m.until_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
    FROM membership m
    WHERE s.id = $1 AND s.revoked_at IS NULL AND m.id = $2 AND m.person_id = s.person_id
      AND ($3::timestamptz AT TIME ZONE 'Asia/Tokyo')::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`,
};

async function actFor(ports: SessionPorts, sessionId: string, membershipId: string): Promise<SignedIn | null> {
  if (!isId(membershipId)) return null;
  const at = ports.clock.now();
  const values = [sessionId, membershipId, at, ports.limits.absoluteMs];
  const changed = await ports.database.run(actForText, values);
  ports.cache.drop(sessionId);
  if (changed === 0) return null;
  ports.announce();
  return (await readSession(ports, sessionId, Date.parse(at)))?.signedIn ?? null;
}

const revokeTexts = {
  id: { text: 'UPDATE session SET revoked_at = $2, epoch = epoch + 1 WHERE id = $1 AND revoked_at IS NULL' },
  person: { text: 'UPDATE session SET revoked_at = $2, epoch = epoch + 1 WHERE person_id = $1 AND revoked_at IS NULL' },
} satisfies Record<string, Statement>;

async function revoke({ database, cache, clock, announce }: SessionPorts, by: 'id' | 'person', id: string) {
  const ended = await database.run(revokeTexts[by], [id, clock.now()]);
  if (by === 'id') cache.drop(id);
  else cache.clear();
  announce();
  return ended;
}

const changedText: Statement = {
  text: `UPDATE session s
    SET epoch = s.epoch + 1,
      expires_at = least(s.created_at + CASE m.role WHEN 'display' THEN $3::bigint ELSE $2::bigint END * interval '1 millisecond',
        (m.until_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
    FROM membership m WHERE m.id = s.membership_id AND s.person_id = $1 AND s.revoked_at IS NULL`,
};

const runAheadText: Statement = {
  text: `UPDATE session s
    SET created_at = s.created_at + $1 * interval '1 day', last_seen_at = s.last_seen_at + $1 * interval '1 day',
      expires_at = least(s.expires_at + $1 * interval '1 day', (m.until_on + 1)::timestamp AT TIME ZONE 'Asia/Tokyo')
    FROM membership m WHERE m.id = s.membership_id AND s.revoked_at IS NULL`,
};

async function changed({ database, cache, limits, announce }: SessionPorts, personId: string): Promise<void> {
  await database.run(changedText, [personId, limits.absoluteMs, limits.deviceMs]);
  cache.clear();
  announce();
}
