import type { CaseAccess } from '@kaerimichi/access';
import { type ChangedCase, type Clock, parseEventBytes, type ReadMark } from '@kaerimichi/casework';
import { upgradeState } from '@kaerimichi/discharge/chart';
import type { Database, Statement } from '../database.ts';

type Reader = { readonly membership: string; readonly org: string; readonly limit: number };
export type Reading = { readonly caseId: string; readonly seq: number; readonly told: readonly string[] };

/**
 * 通知: what a membership has read. What it is told is read from the cases themselves, as it may see them at that moment
 * (docs/decisions/024).
 */
export type Inbox = {
  /** Cases that it has read once and in which something happened since, the latest first. */
  changedSince(reader: Reader): Promise<ChangedCase[]>;
  /** What it has read of any case. */
  marksOf(membership: string): Promise<ReadMark[]>;
  /** Up to where it has read cases; never back. */
  markRead(membership: string, readings: readonly Reading[]): Promise<void>;
  /** Kinds of notices of one case that it wants no more, in place of those before. */
  mute(membership: string, caseId: string, kinds: readonly string[]): Promise<void>;
};

/** Events of one case that are looked at: a group says how many there are besides. */
const MOST_EVENTS = 12;
/** Of one membership, the cases read last. */
const MOST_MARKS = 5_000;

export function inbox(database: Database, clock: Clock): Inbox {
  return {
    async changedSince({ membership, org, limit }) {
      const rows = await database.rows<ChangedRow>(changedText, [membership, org, limit]);
      return rows.map(toChanged);
    },
    marksOf: membership => database.rows<ReadMark>(marksText, [membership, MOST_MARKS]),
    async markRead(membership, readings) {
      if (readings.length === 0) return;
      await database.run(readText, [membership, JSON.stringify(readings), clock.now()]);
    },
    async mute(membership, caseId, kinds) {
      await database.run(muteText, [membership, caseId, kinds, clock.now()]);
    },
  };
}

/**
 * Begins at what the person has read, never at the network's cases: as quick with a hundred thousand of them. Of a case
 * of which the number alone is seen nothing is told. LATERAL: by whole keys, row by row.
 */
const changedText: Statement = {
  text: `SELECT r.case_id AS "caseId", r.muted, s.version, a.class, a.categories,
      s.pathway_version AS "pathwayVersion", s.value, s.facts, news.events,
      ARRAY(
        SELECT convert_from(t.payload, 'UTF8') FROM unnest(news.about) AS named (seq)
        JOIN case_event t ON t.case_id = r.case_id AND t.seq = named.seq
      ) AS targets
    FROM inbox_read r
    JOIN case_access a ON a.case_id = r.case_id AND a.org_id = $2 AND a.class <> 'numberOnly'
    JOIN case_state s ON s.case_id = r.case_id AND s.version > r.seq
    CROSS JOIN LATERAL (SELECT at FROM case_event WHERE case_id = r.case_id AND seq = s.version) last
    CROSS JOIN LATERAL (
      SELECT array_agg(n.payload ORDER BY n.seq DESC) AS events,
        array_agg((n.payload::json->'body'->>'seq')::integer) FILTER (WHERE n.payload::json->'body'->>'seq' ~ '^[0-9]{1,9}$') AS about
      FROM (
        SELECT e.seq, convert_from(e.payload, 'UTF8') AS payload FROM case_event e
        WHERE e.case_id = r.case_id AND e.seq > r.seq ORDER BY e.seq DESC LIMIT ${MOST_EVENTS}
      ) n
    ) news
    WHERE r.membership_id = $1
    ORDER BY last.at DESC, r.case_id LIMIT $3`,
};

type ChangedRow = Omit<ChangedCase, 'facts' | 'access' | 'events' | 'targets'> &
  CaseAccess & {
    readonly pathwayVersion: number;
    readonly value: unknown;
    readonly facts: unknown;
    readonly events: readonly string[];
    readonly targets: readonly string[];
  };

function toChanged({ caseId, muted, version, class: visibility, categories, events, targets, ...stored }: ChangedRow) {
  const eventOf = (payload: string) => parseEventBytes(Buffer.from(payload));
  return {
    ...{ caseId, muted, version },
    access: { class: visibility, categories },
    facts: upgradeState(stored).facts,
    events: events.map(eventOf),
    targets: targets.map(eventOf),
  };
}

const marksText: Statement = {
  text: `SELECT case_id AS "caseId", seq, told, muted FROM inbox_read
    WHERE membership_id = $1 ORDER BY at DESC, case_id LIMIT $2`,
};

/** Two windows that read the same case at once leave the later of both. */
const readText: Statement = {
  text: `INSERT INTO inbox_read (membership_id, case_id, seq, told, at)
    SELECT $1, r."caseId", r.seq, ARRAY(SELECT json_array_elements_text(r.told)), $3
    FROM json_to_recordset($2::json) AS r ("caseId" text, seq integer, told json)
    ORDER BY r."caseId"
    ON CONFLICT (membership_id, case_id) DO UPDATE
      SET seq = greatest(inbox_read.seq, excluded.seq), told = excluded.told, at = excluded.at`,
};

/** Of a case that it has not read yet everything until now counts as read. */
const muteText: Statement = {
  text: `INSERT INTO inbox_read (membership_id, case_id, seq, muted, at)
    SELECT $1, s.case_id, s.version, $3::text[], $4 FROM case_state s WHERE s.case_id = $2
    ON CONFLICT (membership_id, case_id) DO UPDATE SET muted = excluded.muted`,
};
