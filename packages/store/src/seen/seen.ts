import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** What a person last saw of a case. */
export type SeenNote = {
  readonly caseId: string;
  readonly version: number;
  /** How the case was shown then, and its card in codes and days; null: it had moved on before this was noted. */
  readonly shown: { readonly sight: string; readonly card: unknown } | null;
};

type Visit = { readonly person: string; readonly org: string; readonly board: string };

/** What each person has seen, kept for that person alone. */
export type Seen = {
  /** Of these cases. */
  of(person: string, caseIds: readonly string[]): Promise<SeenNote[]>;
  /** Later versions alone: what was seen at one workplace is not unseen by another. */
  note(person: string, notes: readonly SeenNote[]): Promise<void>;
  /** When this visit began to count, the end of the one before; null: the board was never visited. */
  sinceOf(visit: Visit): Promise<string | null>;
  /** Whether a person has ever looked at any board of an organisation. */
  hasVisited(person: string, org: string): Promise<boolean>;
  /** Somebody looks at a board now; the answer as `sinceOf`. */
  visit(visit: Visit): Promise<string>;
};

/** After so long without a look the next one is another visit. */
const VISIT_GAP = '30 minutes';

/** Beside the commits: what somebody has looked at never keeps one waiting. */
export function seen(database: Database, clock: Clock): Seen {
  return {
    async of(person, caseIds) {
      const rows = await database.rows<SeenRow>(ofText, [person, caseIds]);
      return rows.map(({ caseId, version, sight, card }) => ({
        caseId,
        version,
        shown: sight === null ? null : { sight, card },
      }));
    },
    async note(person, notes) {
      if (notes.length === 0) return;
      const columns = [
        notes.map(({ caseId }) => caseId),
        notes.map(({ version }) => version),
        notes.map(({ shown }) => shown?.sight ?? null),
        notes.map(({ shown }) => (shown ? JSON.stringify(shown.card) : null)),
      ];
      await database.run(noteText, [person, clock.now(), ...columns]);
    },
    async sinceOf({ person, org, board }) {
      return (await database.rows<{ since: string }>(sinceText, [person, org, board]))[0]?.since ?? null;
    },
    async hasVisited(person, org) {
      return (await database.rows(anyText, [person, org])).length > 0;
    },
    async visit({ person, org, board }) {
      const now = clock.now();
      return (await database.rows<{ since: string }>(visitText, [person, org, board, now]))[0]?.since ?? now;
    },
  };
}

type SeenRow = {
  readonly caseId: string;
  readonly version: number;
  readonly sight: string | null;
  readonly card: unknown;
};

const ofText: Statement = {
  text: `SELECT case_id AS "caseId", version, sight, card FROM seen_case
    WHERE person_id = $1 AND case_id = ANY ($2::text[])`,
};

/** In the order of their keys: two workplaces of one person never wait for each other. */
const noteText: Statement = {
  text: `INSERT INTO seen_case AS s (person_id, case_id, version, sight, card, at)
    SELECT $1, n.case_id, n.version, n.sight, n.card, $2
    FROM unnest($3::text[], $4::integer[], $5::text[], $6::jsonb[]) AS n (case_id, version, sight, card)
    ORDER BY n.case_id
    ON CONFLICT (person_id, case_id) DO UPDATE
      SET version = EXCLUDED.version, sight = EXCLUDED.sight, card = EXCLUDED.card, at = EXCLUDED.at
      WHERE s.version < EXCLUDED.version OR (s.version = EXCLUDED.version AND EXCLUDED.sight IS NOT NULL)`,
};

const sinceText: Statement = {
  text: 'SELECT since FROM board_visit WHERE person_id = $1 AND org_id = $2 AND board = $3',
};

const anyText: Statement = { text: 'SELECT 1 FROM board_visit WHERE person_id = $1 AND org_id = $2 LIMIT 1' };

const visitText: Statement = {
  text: `INSERT INTO board_visit AS v (person_id, org_id, board, since, last_at) VALUES ($1, $2, $3, $4, $4)
    ON CONFLICT (person_id, org_id, board) DO UPDATE
      SET since = CASE WHEN v.last_at < $4::timestamptz - interval '${VISIT_GAP}' THEN v.last_at ELSE v.since END,
        last_at = GREATEST(v.last_at, $4::timestamptz)
    RETURNING since`,
};
