import type { FullCard } from '@kaerimichi/discharge';
import { visitFact } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';

export type CaseVisits = {
  readonly caseId: string;
  readonly lead: string;
  readonly visits: readonly z.infer<typeof visitFact>[];
};

type Carded = { readonly card: FullCard; readonly access: { readonly class: string } };

const visitFacts = z.array(visitFact);

/** Of no more cases than these: a large hospital has some tens at home and visited. */
const MOST_CASES = 500;

/** Columns in which a visit may be planned, made or left to settle. */
const visited: readonly string[] = ['handoff', 'discharge', 'home', 'adult'];

/** Visits of the round that a case is in, of cases of which the organisation sees more than the number. */
const text: Statement = {
  name: 'visits-of',
  text: `SELECT wanted.id AS "caseId", s.facts->>'lead' AS lead, (
      SELECT coalesce(json_agg(v), '[]') FROM json_array_elements(s.facts->'visits') v WHERE v->>'round' = s.facts->>'round'
    ) AS visits
    FROM unnest($1::text[]) AS wanted (id)
    JOIN LATERAL (SELECT FROM case_access WHERE case_id = wanted.id AND org_id = $2 AND closed_at IS NULL
      AND class <> 'numberOnly' LIMIT 1) a ON true
    JOIN LATERAL (SELECT facts FROM case_state WHERE case_id = wanted.id LIMIT 1) s ON true
    WHERE json_array_length(s.facts->'visits') > 0
    ORDER BY wanted.id`,
};

/** Visits as the facts have them, unprojected: whoever asks says who may be told. */
export async function visitsOf(database: Database, cards: readonly Carded[], org: string): Promise<CaseVisits[]> {
  const fitting = cards.filter(({ card, access }) => access.class !== 'numberOnly' && visited.includes(card.column));
  const ids = fitting.slice(0, MOST_CASES).map(({ card }) => card.id);
  if (ids.length === 0) return [];
  const rows = await database.rows<{ caseId: string; lead: string; visits: unknown }>(text, [ids, org]);
  return rows.map(row => ({ ...row, visits: visitFacts.parse(row.visits) }));
}
