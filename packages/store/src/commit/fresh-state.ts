import type { CommitPlan, FreshState, KeyRef, SessionRef } from '@kaerimichi/casework';
import { type CaseRow, LOAD_CASE_SQL, toLoadedCase } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import { type SessionRow, SIGNED_IN_SQL, toSignedIn } from '../sessions/signed-in.ts';

type FreshRow = { keyed: FreshState['keyed']; session: SessionRow | null } & (CaseRow | { case_id: null });

/** Everything that decides why a commit changed nothing: one read, so that its parts belong to one moment. */
const readFreshText: Statement = {
  name: 'fresh-state',
  text: `SELECT
  (SELECT row_to_json(k) FROM (
    SELECT status, body, body_hash AS "bodyHash" FROM idempotency_key WHERE account = $2 AND key = $3) k) AS keyed,
  (SELECT row_to_json(x) FROM (${SIGNED_IN_SQL('$4', '$5')}) x) AS session,
  c.*
FROM (VALUES (1)) AS one LEFT JOIN LATERAL (${LOAD_CASE_SQL('$1')}) c ON true`,
};

export type FreshQuestion = Pick<CommitPlan, 'caseId'> & {
  readonly key: KeyRef | null;
  readonly session: SessionRef | null;
  readonly event: { readonly at: string };
};
export type FreshReader = (question: FreshQuestion, constraint: string | null) => Promise<FreshState>;

/** The second read of a commit that changed nothing (architecture.md §3b.3). */
export async function readFreshState(
  database: Database,
  question: FreshQuestion,
): Promise<Omit<FreshState, 'constraint'>> {
  const { caseId, key, session, event } = question;
  const values = [caseId, key?.account ?? null, key?.key ?? null, session?.id ?? null, event.at];
  const [row] = await database.rows<FreshRow>(readFreshText, values);
  return {
    keyed: row?.keyed ?? null,
    signedIn: row?.session ? toSignedIn(row.session) : null,
    loaded: row?.case_id ? toLoadedCase(row) : null,
  };
}

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

/** Name of the violated unique or exclusion constraint; null for every other error. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  if (error.code !== UNIQUE_VIOLATION && error.code !== EXCLUSION_VIOLATION) return null;
  return 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : 'unknown';
}
