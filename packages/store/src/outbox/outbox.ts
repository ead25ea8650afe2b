import type { FullCard } from '@kaerimichi/discharge';
import { z } from 'zod';
import { accessRows } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import type { CommittedEvent, RecentCommits } from './recent-commits.ts';

/** Place in the outbox: everything up to it has been read. */
export type OutboxPlace = { readonly xid: number; readonly id: number };

/** One accepted event and what its case looks like now, for whoever derives something from it. */
export type OutboxEntry = CommittedEvent & {
  readonly place: OutboxPlace;
  /** Organisations that the event shut out. */
  readonly lost: readonly string[];
};

export type OutboxLag = { readonly entries: number; readonly seconds: number };

export type Outbox = {
  /** Entries after a place, oldest first; only what no running transaction can still come before. */
  read(after: OutboxPlace, limit: number): Promise<OutboxEntry[]>;
  /** The place now: take it before reading a board, and relay from it. */
  head(): Promise<OutboxPlace>;
  /** Entries after a reader's place, counted up to 10,000, and the age of the oldest in seconds. */
  lag(place: OutboxPlace): Promise<OutboxLag>;
  /** Deletes what is older than this, far behind every relay; the number deleted. */
  prune(before: string): Promise<number>;
};

/** Before everything. */
export const OUTBOX_START: OutboxPlace = { xid: 0, id: 0 };

export function outbox(database: Database, recent: RecentCommits): Outbox {
  return {
    read: (after, limit) => readOutbox({ database, recent }, after, limit),
    head: () => readHead(database),
    lag: place => readLag(database, place),
    prune: before => database.run(pruneText, [before]),
  };
}

/** Below the oldest running transaction: nothing can still appear before a row read here. */
const SETTLED = 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

const readText: Statement = {
  name: 'read-outbox',
  text: `SELECT xid, id, case_id, seq, lost FROM outbox
    WHERE (xid, id) > ($1, $2) AND xid < ${SETTLED} ORDER BY xid, id LIMIT $3`,
};

type OutboxRow = { xid: number; id: number; case_id: string; seq: number; lost: string[] | null };

/** Rows in their order; what they tell comes from this process's own commits, and for the rest from one more read. */
async function readOutbox(
  { database, recent }: { database: Database; recent: RecentCommits },
  { xid, id }: OutboxPlace,
  limit: number,
): Promise<OutboxEntry[]> {
  const rows = await database.rows<OutboxRow>(readText, [xid, id, limit]);
  const told = rows.map(row => recent.find(row.case_id, row.seq));
  const foreign = rows.filter((_, at) => !told[at]);
  const read = foreign.length > 0 ? await readCommitted(database, foreign) : [];
  return rows.flatMap((row, at) => {
    const event = told[at] ?? read[foreign.indexOf(row)];
    return event ? [{ ...event, place: { xid: row.xid, id: row.id }, lost: row.lost ?? [] }] : [];
  });
}

/**
 * Event and card are looked up by their whole keys, row by row: planned while the tables are small, plain joins read a
 * case's whole history, and every card, for each entry, more with every event.
 */
const committedText: Statement = {
  name: 'read-committed',
  text: `SELECT e.type, e.at, e.payload, b.card, b.closed_at IS NULL AS active,
      (SELECT json_agg(json_build_object('org', a.org_id, 'class', a.class, 'categories', a.categories))
       FROM case_access a WHERE a.case_id = o.case_id) AS access
    FROM unnest($1::text[], $2::int[]) WITH ORDINALITY AS o (case_id, seq, n)
    JOIN LATERAL (
      SELECT type, at, payload FROM case_event WHERE case_id = o.case_id AND seq = o.seq LIMIT 1
    ) e ON true
    JOIN LATERAL (SELECT card, closed_at FROM board_card WHERE case_id = o.case_id LIMIT 1) b ON true
    ORDER BY o.n`,
};

type CommittedRow = { type: string; at: string; payload: Uint8Array; card: FullCard; active: boolean; access: unknown };

/** The events of these rows, in their order; an event has its row and its card by the statement that wrote all three. */
async function readCommitted(database: Database, rows: readonly OutboxRow[]): Promise<CommittedEvent[]> {
  const keys = [rows.map(row => row.case_id), rows.map(row => row.seq)];
  const found = await database.rows<CommittedRow>(committedText, keys);
  if (found.length !== rows.length) throw new Error(`${rows.length} outbox rows, but ${found.length} of their events`);
  return found.map(({ payload, access, ...row }, at) => ({
    ...row,
    caseId: rows[at]?.case_id ?? '',
    seq: rows[at]?.seq ?? 0,
    org: senderOf(payload),
    access: accessRows.parse(access),
  }));
}

const sender = z.object({ by: z.object({ org: z.string() }) });

/** A payload that cannot be read stops no relay: the chain's verification finds it. */
function senderOf(payload: Uint8Array): string {
  try {
    return sender.parse(JSON.parse(Buffer.from(payload).toString('utf8'))).by.org;
  } catch {
    return 'unknown';
  }
}

const headText: Statement = { name: 'outbox-head', text: `SELECT ${SETTLED} AS xid` };

async function readHead(database: Database): Promise<OutboxPlace> {
  const [row] = await database.rows<{ xid: number }>(headText);
  return { xid: row?.xid ?? 0, id: 0 };
}

const lagText: Statement = {
  text: `SELECT count(*) AS entries, coalesce(extract(epoch FROM now() - min(w.at)), 0)::float8 AS seconds
    FROM (SELECT at FROM outbox WHERE (xid, id) > ($1, $2) ORDER BY xid, id LIMIT 10000) w`,
};

async function readLag(database: Database, { xid, id }: OutboxPlace): Promise<OutboxLag> {
  const [row] = await database.rows<OutboxLag>(lagText, [xid, id]);
  return row ?? { entries: 0, seconds: 0 };
}

/** Relays begin at the head and stay within minutes of it. */
const pruneText: Statement = { text: 'DELETE FROM outbox WHERE at < $1' };
