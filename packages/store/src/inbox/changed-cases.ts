import type { CaseAccess } from '@kaerimichi/access';
import { type ChangedCase, parseEventBytes } from '@kaerimichi/casework';
import { upgradeState } from '@kaerimichi/discharge/chart';
import type { Statement } from '../database.ts';

type Marks = {
  /** Rows `r` of what was told: `case_id`, and `seq` up to which. */
  readonly from: string;
  readonly where: string;
  /** Array of kinds of which nothing is to be told. */
  readonly muted: string;
  /** Events of one case that are looked at: the newest, or those that come first. */
  readonly events: { readonly most: number; readonly are: 'newest' | 'next' };
};

/**
 * Cases in which something happened after a mark, for an organisation ($2), the latest first ($3 of them). Begins at what was
 * told, never at the network's cases: as quick with a hundred thousand of them. Of a case of which the number alone is seen
 * nothing is told. LATERAL: by whole keys, row by row.
 */
export const changedCases = ({ from, where, muted, events: { most, are } }: Marks): Statement => ({
  text: `SELECT r.case_id AS "caseId", ${muted} AS muted, s.version, a.class, a.categories,
      s.pathway_version AS "pathwayVersion", s.value, s.facts, news.events,
      ARRAY(
        SELECT convert_from(t.payload, 'UTF8') FROM unnest(news.about) AS named (seq)
        JOIN case_event t ON t.case_id = r.case_id AND t.seq = named.seq
      ) AS targets
    FROM ${from}
    JOIN case_access a ON a.case_id = r.case_id AND a.org_id = $2 AND a.class <> 'numberOnly'
    JOIN case_state s ON s.case_id = r.case_id AND s.version > r.seq
    CROSS JOIN LATERAL (SELECT at FROM case_event WHERE case_id = r.case_id AND seq = s.version) last
    CROSS JOIN LATERAL (
      SELECT array_agg(n.payload ORDER BY n.seq DESC) AS events,
        array_agg((n.payload::json->'body'->>'seq')::integer) FILTER (WHERE n.payload::json->'body'->>'seq' ~ '^[0-9]{1,9}$') AS about
      FROM (
        SELECT e.seq, convert_from(e.payload, 'UTF8') AS payload FROM case_event e
        WHERE e.case_id = r.case_id AND e.seq > r.seq ORDER BY e.seq ${are === 'newest' ? 'DESC' : 'ASC'} LIMIT ${most}
      ) n
    ) news
    WHERE ${where}
    ORDER BY last.at DESC, r.case_id LIMIT $3`,
});

export type ChangedRow = Omit<ChangedCase, 'facts' | 'access' | 'events' | 'targets'> &
  CaseAccess & {
    readonly pathwayVersion: number;
    readonly value: unknown;
    readonly facts: unknown;
    readonly events: readonly string[];
    readonly targets: readonly string[];
  };

export function toChanged(row: ChangedRow): ChangedCase {
  const { caseId, muted, version, class: visibility, categories, events, targets, ...stored } = row;
  const eventOf = (payload: string) => parseEventBytes(Buffer.from(payload));
  return {
    ...{ caseId, muted, version },
    access: { class: visibility, categories },
    facts: upgradeState(stored).facts,
    events: events.map(eventOf),
    targets: targets.map(eventOf),
  };
}
