import type { VisibilityClass } from '@kaerimichi/access';
import type { Database, Statement } from '../database.ts';

/** Of a telephone number people remember its end; fewer digits are a case's number, not a telephone's. */
const TAIL = 4;
const LONGEST = 11;

type Asking = {
  readonly org: string;
  /** Classes of its cases of which whoever asks reads the contacts whole. */
  readonly contactsIn: readonly VisibilityClass[];
  readonly limit: number;
};

/** Cases whose contacts name a telephone number that ends with these digits; `text` is folded. */
export async function findByPhone(
  database: Database,
  text: string,
  { org, contactsIn, limit }: Asking,
): Promise<string[]> {
  if (!/^\d+$/.test(text) || text.length < TAIL || text.length > LONGEST || contactsIn.length === 0) return [];
  const rows = await database.rows<{ id: string }>(phoneText, [org, contactsIn, text.slice(-TAIL), `%${text}%`, limit]);
  return rows.map(({ id }) => id);
}

/** By the index of tails first, which are one in ten thousand; the newest version of an entry alone, and none destroyed. */
const phoneText: Statement = {
  text: `SELECT DISTINCT r.case_id AS id
    FROM record r CROSS JOIN LATERAL (
      SELECT x.class, x.categories FROM case_access x WHERE x.case_id = r.case_id AND x.org_id = $1 OFFSET 0
    ) a
    WHERE r.kind = 'contacts.recorded' AND phone_tails(r.body->>'contact') && ARRAY[$3::text]
      AND a.class = ANY ($2::text[]) AND 'contacts' = ANY (a.categories)
      AND regexp_replace(normalize(r.body->>'contact', NFKC), '[^0-9]', '', 'g') LIKE $4
      AND NOT EXISTS (SELECT FROM record n WHERE n.id = r.id AND n.version > r.version)
    LIMIT $5`,
};
