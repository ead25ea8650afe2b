import type { Day } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';
import { isId } from './load-case.ts';

export type Deadline = {
  readonly caseId: string;
  readonly kind: string;
  readonly ref: string;
  readonly dueOn: Day;
  /** Event that the clock sends; null: a date to show only. */
  readonly fires: string | null;
};

export type DueDeadline = Deadline & { readonly fires: string };

export type Deadlines = {
  /** Open deadlines of a case, the earliest first. */
  listOf(caseId: string): Promise<Deadline[]>;
  /**
   * Takes deadlines due by a Tokyo day for `CLAIM_MS`, the longest due first: no other worker gets them meanwhile. One
   * that dies with them loses them again, so that none is ever missed; a second event of one deadline is refused by the
   * pathway. Only those of `kinds`: what a newer program left is left to it.
   */
  claimDue(on: Day, of: { readonly kinds: readonly string[]; readonly limit: number }): Promise<DueDeadline[]>;
  /** Open deadlines that fire, due or not, of none of these kinds. */
  countBesides(kinds: readonly string[]): Promise<number>;
  /** After the event was accepted, or refused for good: fires no more. Ignored when the event itself moved it. */
  settle(deadline: Deadline): Promise<void>;
  /** After a fault: due again at once. */
  release(deadline: Deadline): Promise<void>;
};

/** Long enough for a slice on a slow database, short enough that a dead worker's deadlines come within ten seconds. */
const CLAIM_MS = 8_000;

export function deadlines(database: Database): Deadlines {
  const whichOne = ({ caseId, kind, ref, dueOn }: Deadline) => [caseId, kind, ref, dueOn];
  return {
    listOf: async caseId => (isId(caseId) ? database.rows<Deadline>(listText, [caseId]) : []),
    claimDue: (on, { kinds, limit }) => database.rows<DueDeadline>(claimText, [on, limit, CLAIM_MS, kinds]),
    countBesides: async kinds => (await database.rows<{ n: number }>(countText, [kinds]))[0]?.n ?? 0,
    settle: async deadline => void (await database.run(settleText, whichOne(deadline))),
    release: async deadline => void (await database.run(releaseText, whichOne(deadline))),
  };
}

const FIELDS = 'case_id AS "caseId", kind, ref, due_on AS "dueOn", fires';

const listText: Statement = {
  name: 'list-deadlines',
  text: `SELECT ${FIELDS} FROM deadline WHERE case_id = $1 AND state = 'open' ORDER BY due_on, kind, ref`,
};

/** The database's clock for the claim alone: it is the one clock that all workers share. */
const claimText: Statement = {
  name: 'claim-deadlines',
  text: `WITH claimed AS (
      UPDATE deadline d SET claimed_until = now() + $3 * interval '1 millisecond'
      FROM (
        SELECT case_id, kind, ref FROM deadline
        WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1 AND (claimed_until IS NULL OR claimed_until < now())
          AND kind = ANY ($4::text[])
        ORDER BY due_on LIMIT $2 FOR UPDATE SKIP LOCKED
      ) due
      WHERE d.case_id = due.case_id AND d.kind = due.kind AND d.ref = due.ref
      RETURNING d.case_id, d.kind, d.ref, d.due_on, d.fires
    )
    SELECT ${FIELDS} FROM claimed ORDER BY due_on, case_id, kind, ref`,
};

const countText: Statement = {
  text: `SELECT count(*) AS n FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND kind <> ALL ($1::text[])`,
};

const settleText: Statement = {
  name: 'settle-deadline',
  text: `UPDATE deadline SET state = 'fired', claimed_until = NULL
    WHERE case_id = $1 AND kind = $2 AND ref = $3 AND due_on = $4 AND state = 'open'`,
};

const releaseText: Statement = {
  name: 'release-deadline',
  text: `UPDATE deadline SET claimed_until = NULL
    WHERE case_id = $1 AND kind = $2 AND ref = $3 AND due_on = $4 AND state = 'open'`,
};
