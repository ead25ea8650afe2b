import type { ChangedCase, Clock, ReadMark } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { type ChangedRow, changedCases, toChanged } from './changed-cases.ts';

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

const changedText = changedCases({
  from: 'inbox_read r',
  where: 'r.membership_id = $1',
  muted: 'r.muted',
  events: { most: MOST_EVENTS, are: 'newest' },
});

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
