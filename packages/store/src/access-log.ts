import type { AccessEntry, AccessLog, Clock, LoggedAccess, LogPlace } from '@kaerimichi/casework';
import type { Database, Statement } from './database.ts';
import { StoreBusy } from './store-busy.ts';

export type StoredAccess = AccessEntry & { readonly id: number; readonly at: string };

/** Who read, searched, was refused, signed in: append-only rows, written in batches. */
export type KeptAccessLog = AccessLog & {
  /** Waits until everything so far is written; throws when it cannot be. For reads that must not go unlogged. */
  flush(): Promise<void>;
  /** Newest first: who saw this child, or what one person did. */
  list(
    about: { caseId: string } | { person: string },
    page: { before?: number; limit: number },
  ): Promise<StoredAccess[]>;
  /** Sign-ins, sign-outs and wrong passwords of an organisation's people before a place, newest first. */
  pageOfSignIns(
    org: string,
    page: { before: LogPlace | null; limit: number },
  ): Promise<{ entries: LoggedAccess[]; next: LogPlace | null }>;
  /** Documents of a case that an organisation took, each kind as it did last: when, and which was the newest entry. */
  lastTaken(caseId: string, org: string): Promise<TakenDocument[]>;
  close(): Promise<void>;
};
export type TakenDocument = { readonly kind: string; readonly at: string; readonly version: number };

/** Longest time that an entry stands in memory only. */
const BUFFERED_MS = 100;
/** With more unwritten entries than this the database has long been away, and reads must stop, not go unlogged. */
const MOST_BUFFERED = 10_000;
const BATCH = 500;

type LogPage = { readonly before: LogPlace | null; readonly limit: number };
type Buffered = AccessEntry & { readonly at: string };

export function accessLog(database: Database, clock: Clock, onError: (error: unknown) => void): KeptAccessLog {
  let buffer: Buffered[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const writeAll = async () => {
    while (buffer.length > 0) {
      const batch = buffer.slice(0, BATCH);
      await append(database, batch, onError);
      buffer = buffer.slice(batch.length);
    }
  };
  const flush = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    // One after the other: two writers would write the same batch twice.
    const next = writing.then(writeAll);
    writing = next.catch(() => {});
    return next;
  };
  const flushLater = () => {
    timer ??= setTimeout(() => {
      flush().catch(error => {
        onError(error);
        if (buffer.length > 0) flushLater();
      });
    }, BUFFERED_MS);
  };
  const pageOf = pagesOf(database, flush);
  return {
    write(entry) {
      if (buffer.length >= MOST_BUFFERED) throw new StoreBusy('The access log cannot be written.');
      buffer.push({ ...entry, at: clock.now() });
      flushLater();
    },
    flush,
    async wasRefused({ caseId, person, sinceSeq, types }) {
      await flush();
      return (await database.rows(wasRefusedText, [caseId, person, sinceSeq, types])).length > 0;
    },
    pageOfCase: (caseId, { org, ...page }) => pageOf(pageOfCaseText, [caseId, org], page),
    pageOfSignIns: (org, page) => pageOf(pageOfSignInsText, [org], page),
    list: (about, { before = Number.MAX_SAFE_INTEGER, limit }) =>
      'caseId' in about
        ? database.rows<StoredAccess>(listByCaseText, [about.caseId, before, limit])
        : database.rows<StoredAccess>(listByPersonText, [about.person, before, limit]),
    async lastTaken(caseId, org) {
      await flush();
      return database.rows<TakenDocument>(lastTakenText, [caseId, org]);
    },
    close: () => flush().catch(onError),
  };
}

/** Pages of what a statement finds after a place; every entry so far is written first. */
const pagesOf =
  (database: Database, flush: () => Promise<void>) =>
  async (statement: Statement, about: readonly unknown[], { before, limit }: LogPage) => {
    await flush();
    const { at, past } = before ?? { at: 'infinity', past: 0 };
    const rows = await database.rows<LoggedAccess>(statement, [at, past, limit + 1, ...about]);
    const entries = rows.slice(0, limit);
    return { entries, next: rows.length > limit ? placeBehind(entries, before) : null };
  };

function placeBehind(entries: readonly LoggedAccess[], before: LogPlace | null): LogPlace | null {
  const at = entries.at(-1)?.at;
  if (at === undefined) return null;
  const told = entries.filter(entry => entry.at === at).length;
  return { at, past: told + (before?.at === at ? before.past : 0) };
}

/** An entry that the database will not take, whatever the reason, holds up no other; it is named and let go. */
async function append(
  database: Database,
  batch: readonly Buffered[],
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await database.run(appendText, columnsOf(batch));
  } catch (error) {
    if (!isRefusedData(error)) throw error;
    if (batch.length === 1) return onError(error);
    for (const entry of batch) await append(database, [entry], onError);
  }
}

/** Class 22 of SQLSTATE: the values themselves. Everything else passes, and the batch is written again. */
const isRefusedData = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('22');

/** PostgreSQL keeps no NUL in a text. */
const plain = <Text extends string | null>(text: Text) => text?.replaceAll('\0', '') ?? null;

const columnsOf = (entries: readonly Buffered[]): unknown[] => [
  entries.map(({ at }) => at),
  entries.map(({ action }) => action),
  entries.map(({ person }) => person),
  entries.map(({ membership }) => membership),
  entries.map(({ org }) => org),
  entries.map(({ role }) => role),
  entries.map(({ caseId }) => plain(caseId)),
  entries.map(({ seq }) => seq),
  entries.map(({ what }) => plain(what)),
  entries.map(({ outcome }) => outcome),
  entries.map(({ requestId }) => plain(requestId)),
];

const appendText: Statement = {
  name: 'append-access-log',
  text: `INSERT INTO access_log (at, action, person, membership, org, role, case_id, seq, what, outcome, request_id)
    SELECT * FROM unnest($1::timestamptz[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::integer[], $9::text[], $10::text[], $11::text[])`,
};

const wasRefusedText: Statement = {
  name: 'was-refused',
  text: `SELECT FROM access_log WHERE case_id = $1 AND person = $2 AND action = 'refused' AND outcome = 'requirements-unmet'
    AND seq >= $3 AND what = ANY ($4::text[]) LIMIT 1`,
};

const FIELDS = `id, at, action, person, membership, org, role, case_id AS "caseId", seq, what, outcome,
  request_id AS "requestId"`;

const listByCaseText: Statement = {
  text: `SELECT ${FIELDS} FROM access_log WHERE case_id = $1 AND id < $2 ORDER BY at DESC, id DESC LIMIT $3`,
};
const pageOfCaseText: Statement = {
  text: `SELECT ${FIELDS} FROM access_log WHERE at <= $1 AND case_id = $4 AND ($5::text IS NULL OR org = $5)
    ORDER BY at DESC, id DESC OFFSET $2 LIMIT $3`,
};
/** A password that did not fit is no organisation's: it is told to those to which the person belonged that day. */
const pageOfSignInsText: Statement = {
  text: `SELECT ${FIELDS} FROM access_log l WHERE at <= $1 AND action IN ('signIn', 'signOut')
      AND (org = $4 OR org IS NULL AND EXISTS (SELECT FROM membership m WHERE m.org_id = $4 AND m.role <> 'family' AND m.person_id = l.person
        AND (l.at AT TIME ZONE 'Asia/Tokyo')::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')))
    ORDER BY at DESC, id DESC OFFSET $2 LIMIT $3`,
};
const lastTakenText: Statement = {
  text: `SELECT DISTINCT ON (what) split_part(what, ' ', 2) AS kind, at, seq AS version FROM access_log
    WHERE case_id = $1 AND org = $2 AND what LIKE 'export.document %' AND outcome = 'ok' AND seq IS NOT NULL
    ORDER BY what, at DESC, id DESC`,
};
const listByPersonText: Statement = {
  text: `SELECT ${FIELDS} FROM access_log WHERE person = $1 AND id < $2 ORDER BY at DESC, id DESC LIMIT $3`,
};
