import type { CaseCache } from '../cases/case-cache.ts';
import type { Database, Statement } from '../database.ts';
import type { Outbox, OutboxPlace } from './outbox.ts';
import type { WakeLine } from './wake-line.ts';

/** The truth beneath the wake line, which may lose a call. */
const POLL_EVERY_MS = 1_000;
const SLICE = 2_000;

/**
 * Keeps the cache of cases fresh: drops what another process has changed. Only commands are decided on it, and one that
 * was decided on an old case commits nothing and is decided again: this spares them that round. Whoever reads asks the
 * database. Looks only who changed, and only when called from elsewhere or once a second.
 */
export function followCases(ports: {
  database: Database;
  outbox: Outbox;
  cache: CaseCache;
  line: WakeLine;
  onError: (error: unknown) => void;
}): { stop(): void } {
  let place: OutboxPlace | null = null;
  let running = false;
  const follow = async () => {
    if (running) return;
    running = true;
    try {
      place = place ? await forgetChanged(ports, place) : await beginHere(ports);
    } catch (error) {
      // What happened meanwhile is read from the same place when the database is back.
      ports.onError(error);
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void follow(), POLL_EVERY_MS).unref();
  const quiet = ports.line.on('outbox', from => void (from === 'elsewhere' && follow()));
  void follow();
  return {
    stop() {
      clearInterval(timer);
      quiet();
    },
  };
}

/** What was cached before the place was known may be older than it. */
async function beginHere({ outbox, cache }: { outbox: Outbox; cache: CaseCache }): Promise<OutboxPlace> {
  const place = await outbox.head();
  cache.clear();
  return place;
}

const changedText: Statement = {
  name: 'changed-cases',
  text: `SELECT xid, id, case_id, seq FROM outbox
    WHERE (xid, id) > ($1, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
    ORDER BY xid, id LIMIT $3`,
};

async function forgetChanged(
  { database, cache }: { database: Database; cache: CaseCache },
  from: OutboxPlace,
): Promise<OutboxPlace> {
  let place = from;
  for (;;) {
    const rows = await database.rows<{ xid: number; id: number; case_id: string; seq: number }>(changedText, [
      place.xid,
      place.id,
      SLICE,
    ]);
    for (const { case_id, seq } of rows) cache.forget(case_id, seq);
    const last = rows.at(-1);
    if (last) place = { xid: last.xid, id: last.id };
    if (rows.length < SLICE) return place;
  }
}
