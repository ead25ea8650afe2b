import type { CaseSource, SourceVersion } from '@kaerimichi/casework';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';

/** Versions told beside the one that the case was made from: the newest ones. */
const MOST_VERSIONS = 20;

/** The version of draft `d` that case `c` was made from: the newest one then. */
export const MADE_FROM = `SELECT coalesce(max(b.version) FILTER (WHERE b.at <= c.created_at), min(b.version)) AS version
      FROM import_draft_version b WHERE b.draft_id = d.id`;

const sourceText: Statement = {
  name: 'source-of-case',
  text: `SELECT d.id AS draft, d.org_id AS org, v.version, v.at AS "importedAt", v.content
    FROM import_draft d JOIN care_case c ON c.id = d.case_id
    CROSS JOIN LATERAL (${MADE_FROM}) made
    JOIN import_draft_version v ON v.draft_id = d.id
    WHERE d.case_id = $1
      AND (v.version = made.version OR (v.version > made.version AND v.version > d.version - ${MOST_VERSIONS}))
    ORDER BY v.version`,
};

type Row = SourceVersion & { readonly draft: string; readonly org: string };

/** The draft that became a case, with its versions since then, oldest first; null: the case came from no file. */
export async function findSource(database: Database, caseId: string): Promise<CaseSource | null> {
  const rows = isId(caseId) ? await database.rows<Row>(sourceText, [caseId]) : [];
  const [first] = rows;
  if (!first) return null;
  const versions = rows.map(({ version, importedAt, content }) => ({ version, importedAt, content }));
  return { draft: first.draft, org: first.org, versions };
}
