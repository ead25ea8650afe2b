import { handoffFact } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';

export type CaseHandoffs = {
  readonly caseId: string;
  readonly lead: string;
  readonly handoffs: readonly z.infer<typeof handoffFact>[];
};

const handoffFacts = z.array(handoffFact);

/** An organisation with more active cases than these sees the handoffs of some of them; none comes near. */
const MOST_CASES = 5_000;

const text: Statement = {
  name: 'handoffs-of',
  text: `SELECT a.case_id AS "caseId", s.facts->>'lead' AS lead, s.facts->'handoffs' AS handoffs
    FROM case_access a JOIN case_state s ON s.case_id = a.case_id
    WHERE a.org_id = $1 AND a.closed_at IS NULL AND a.class <> 'numberOnly' AND json_array_length(s.facts->'handoffs') > 0
    LIMIT ${MOST_CASES}`,
};

/** Active cases of which an organisation sees more than the number, with their handoffs as the facts have them: unprojected. */
export async function handoffsOf(database: Database, org: string): Promise<CaseHandoffs[]> {
  const rows = await database.rows<{ caseId: string; lead: string; handoffs: unknown }>(text, [org]);
  return rows.map(row => ({ ...row, handoffs: handoffFacts.parse(row.handoffs) }));
}
