import type { FullCard } from '@kaerimichi/discharge';
import { handoffFact } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';

export type CaseHandoffs = {
  readonly caseId: string;
  readonly lead: string;
  readonly handoffs: readonly z.infer<typeof handoffFact>[];
};

/** The two boxes of an organisation: of the cases of others, and of those that it leads. */
export type HandoffBox = 'in' | 'out';

/** `more`: there are cases with handoffs beside these. */
export type HandoffsFound = { readonly cases: readonly CaseHandoffs[]; readonly more: boolean };

type Asked = { readonly org: string; readonly box: HandoffBox };
/** What the board knows of a case that an organisation sees with more than its number. */
type Carded = { readonly card: FullCard; readonly access: { readonly class: string } };

const handoffFacts = z.array(handoffFact);

/** A box reads the handoffs of no more cases than these: the newest by number. */
export const MOST_CASES = 500;

/** Each case is looked up by its key: joined, they cost a reading of every case of the organisation. */
const text: Statement = {
  name: 'handoffs-of',
  text: `SELECT wanted.id AS "caseId", s.facts->>'lead' AS lead, s.facts->'handoffs' AS handoffs
    FROM unnest($1::text[]) AS wanted (id)
    JOIN LATERAL (SELECT FROM case_access WHERE case_id = wanted.id AND org_id = $2 AND closed_at IS NULL
      AND class <> 'numberOnly' LIMIT 1) a ON true
    JOIN LATERAL (SELECT facts FROM case_state WHERE case_id = wanted.id LIMIT 1) s ON true
    ORDER BY wanted.id`,
};

/**
 * Active cases of which an organisation sees more than the number, with their handoffs as the facts have them: unprojected.
 * The cards, which the board knows by heart, say which cases have any: the facts of no other case are read.
 */
export async function handoffsOf(database: Database, cards: readonly Carded[], asked: Asked): Promise<HandoffsFound> {
  const fitting = cards.filter(one => mayHold(one, asked)).map(({ card }) => card);
  const newest = fitting.sort((a, b) => byNumber.compare(b.no, a.no)).slice(0, MOST_CASES);
  if (newest.length === 0) return { cases: [], more: false };
  const rows = await database.rows<{ caseId: string; lead: string; handoffs: unknown }>(text, [
    newest.map(({ id }) => id),
    asked.org,
  ]);
  return {
    cases: rows.map(row => ({ ...row, handoffs: handoffFacts.parse(row.handoffs) })),
    more: fitting.length > newest.length,
  };
}

/** K-9999 before K-10000. */
const byNumber = new Intl.Collator('en', { numeric: true });

const mayHold = ({ card, access }: Carded, { org, box }: Asked): boolean =>
  access.class !== 'numberOnly' && card.handoffs !== 0 && (card.lead === org) === (box === 'out');
