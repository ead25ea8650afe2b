import { type CaseFacts, caseFacts } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** Kinds of events that are counted by period; an index holds these alone (docs/decisions/035). */
export const countedTypes = [
  'requirement.waived',
  'case.registered',
  'lead.accepted',
  'case.reopened',
  'rules.adopted',
  'entry.corrected',
  'move.undone',
  'conference.planned',
  'conference.held',
  'factors.recorded',
  'readmission.begun',
  'evaluation.admitted',
] as const;
export type CountedType = (typeof countedTypes)[number];

export type CountedEvent = {
  readonly caseId: string;
  readonly seq: number;
  readonly stage: string;
  readonly payload: Uint8Array;
  /** Seq of the last move before it; 0: there was none. */
  readonly entry: number;
};

export type CountedEvents = {
  /** Of the cases that an organisation leads, open or closed, events of some kinds since an instant: the newest first. */
  listLed(org: string, wish: { types: readonly CountedType[]; since: string; limit: number }): Promise<CountedEvent[]>;
  /** Every event of some kinds in these cases, in their order. */
  listOf(caseIds: readonly string[], types: readonly CountedType[]): Promise<CountedEvent[]>;
  /** Who has which part in these cases, as it is now. */
  teamsOf(caseIds: readonly string[]): Promise<{ readonly caseId: string; readonly team: CaseFacts['team'] }[]>;
};

/** `slow`: for what an administrator looks at. */
export const countedEvents = (slow: Database): CountedEvents => ({
  listLed: (org, { types, since, limit }) => slow.rows(ledText(types), [org, since, limit]),
  listOf: async (caseIds, types) => (caseIds.length === 0 ? [] : slow.rows(ofText(types), [caseIds])),
  async teamsOf(caseIds) {
    const rows = await slow.rows<{ caseId: string; team: unknown }>(teamsText, [caseIds]);
    return rows.map(({ caseId, team }) => ({ caseId, team: caseFacts.shape.team.safeParse(team).data ?? [] }));
  },
});

const teamsText: Statement = {
  text: `SELECT case_id AS "caseId", facts->'team' AS team FROM case_state WHERE case_id = ANY ($1::text[])`,
};

/** Written out, so that PostgreSQL sees that the index holds them. */
const among = (types: readonly CountedType[]): string => `e.type IN (${types.map(type => `'${type}'`).join(', ')})`;

/** A case that was closed before the period has nothing in it; the archive is not looked at. */
const ledText = (types: readonly CountedType[]): Statement => ({
  text: `SELECT e.case_id AS "caseId", e.seq, e.stage, e.payload, coalesce((
      SELECT m.seq FROM case_event m
      WHERE m.case_id = e.case_id AND m.seq < e.seq AND m.before IS NOT NULL ORDER BY m.seq DESC LIMIT 1
    ), 0) AS entry
    FROM (
      SELECT case_id FROM case_access WHERE org_id = $1 AND class = 'full' AND closed_at IS NULL
      UNION ALL
      SELECT case_id FROM case_access WHERE org_id = $1 AND class = 'full' AND closed_at >= $2
    ) led JOIN case_event e ON e.case_id = led.case_id
    WHERE ${among(types)} AND e.at >= $2
    ORDER BY e.at DESC, e.case_id, e.seq DESC LIMIT $3`,
});

const ofText = (types: readonly CountedType[]): Statement => ({
  text: `SELECT e.case_id AS "caseId", e.seq, e.stage, e.payload, 0 AS entry FROM case_event e
    WHERE e.case_id = ANY ($1::text[]) AND ${among(types)} ORDER BY e.case_id, e.seq`,
});
