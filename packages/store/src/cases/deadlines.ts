import type { DeadlineChange } from '@kaerimichi/casework';
import { type CaseFacts, type Day, tokyoDay } from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import { rearmText } from '../commit/commit-texts.ts';
import { deadlineValues } from '../commit/plan-values.ts';
import type { Database, Statement } from '../database.ts';
import { isId } from './load-case.ts';

type Deadline = {
  readonly caseId: string;
  readonly kind: string;
  readonly ref: string;
  readonly dueOn: Day;
  /** Of what waits for an instant within its day. */
  readonly dueAt: string | null;
  /** Event that the clock sends; null: a date to show only. */
  readonly fires: string | null;
};

export type DueDeadline = Deadline & { readonly fires: string };

/** With what became of its day since it was armed; of a row of long ago nothing is known of that. */
export type ListedDeadline = Deadline & {
  readonly firstOn: Day | null;
  readonly moves: number;
  /** The event that set the day. */
  readonly setSeq: number | null;
};

/** A case with the rows that wait in it, or have been fired. */
export type ArmedCase = {
  readonly caseId: string;
  readonly version: number;
  readonly facts: CaseFacts;
  readonly rows: readonly {
    readonly kind: string;
    readonly ref: string;
    readonly on: Day;
    readonly at: string | null;
    readonly isOpen: boolean;
  }[];
};

export type Deadlines = {
  /** Open deadlines of a case, the earliest first. */
  listOf(caseId: string): Promise<ListedDeadline[]>;
  /**
   * Takes deadlines due at an instant, or on its Tokyo day, for `CLAIM_MS`, the longest due first: no other worker gets them meanwhile. One
   * that dies with them loses them again, so that none is ever missed; a second event of one deadline is refused by the
   * pathway. Only those of `kinds`: what a newer program left is left to it.
   */
  claimDue(now: string, of: { readonly kinds: readonly string[]; readonly limit: number }): Promise<DueDeadline[]>;
  /** Open deadlines that fire, due or not, of none of these kinds. */
  countBesides(kinds: readonly string[]): Promise<number>;
  /** Cases behind an id, in their order. */
  listArmed(after: string, limit: number): Promise<ArmedCase[]>;
  findArmed(caseId: string): Promise<ArmedCase | null>;
  /** Writes what differs in a case that is at a version still; false: something happened there meanwhile. */
  rearm(of: Pick<ArmedCase, 'caseId' | 'version'>, changes: readonly DeadlineChange[]): Promise<boolean>;
  /** After the event was accepted, or refused for good: fires no more. Ignored when the event itself moved it. */
  settle(deadline: Deadline): Promise<void>;
  /** After a fault: due again at once. */
  release(deadline: Deadline): Promise<void>;
};

/** Long enough for a slice on a slow database, short enough that a dead worker's deadlines come within ten seconds. */
const CLAIM_MS = 8_000;

export function deadlines(database: Database): Deadlines {
  const whichOne = ({ caseId, kind, ref, dueOn, dueAt }: Deadline) => [caseId, kind, ref, dueOn, dueAt];
  return {
    listOf: async caseId => (isId(caseId) ? database.rows<ListedDeadline>(listText, [caseId]) : []),
    claimDue: (now, { kinds, limit }) =>
      database.rows<DueDeadline>(claimText, [tokyoDay(now), limit, CLAIM_MS, kinds, now]),
    countBesides: async kinds => (await database.rows<{ n: number }>(countText, [kinds]))[0]?.n ?? 0,
    listArmed: async (after, limit) => (await database.rows<ArmedRow>(listArmedText, [after, limit])).map(toArmed),
    findArmed: async caseId => (await database.rows<ArmedRow>(findArmedText, [caseId])).map(toArmed)[0] ?? null,
    rearm: async ({ caseId, version }, changes) =>
      (await database.rows(rearmText, [caseId, version, ...deadlineValues(changes)])).length > 0,
    settle: async deadline => void (await database.run(settleText, whichOne(deadline))),
    release: async deadline => void (await database.run(releaseText, whichOne(deadline))),
  };
}

const FIELDS = 'case_id AS "caseId", kind, ref, due_on AS "dueOn", due_at AS "dueAt", fires';

const listText: Statement = {
  name: 'list-deadlines',
  text: `SELECT ${FIELDS}, first_on AS "firstOn", moves, set_seq AS "setSeq" FROM deadline
    WHERE case_id = $1 AND state = 'open' ORDER BY due_on, kind, ref`,
};

type ArmedRow = Omit<ArmedCase, 'facts'> & {
  readonly pathwayVersion: number;
  readonly value: unknown;
  readonly facts: unknown;
};

const toArmed = ({ pathwayVersion, value, facts, ...row }: ArmedRow): ArmedCase => ({
  ...row,
  facts: upgradeState({ pathwayVersion, value, facts }).facts,
});

/** In one view of the database: rows and facts of each case are of one moment. */
const ARMED = `SELECT s.case_id AS "caseId", s.version, s.pathway_version AS "pathwayVersion", s.value, s.facts, coalesce(
      (SELECT json_agg(json_build_object('kind', d.kind, 'ref', d.ref, 'on', d.due_on, 'at', d.due_at, 'isOpen', d.state = 'open'))
       FROM deadline d WHERE d.case_id = s.case_id AND d.state <> 'cancelled'), '[]') AS rows
    FROM case_state s`;
const listArmedText: Statement = { text: `${ARMED} WHERE s.case_id > $1 ORDER BY s.case_id LIMIT $2` };
const findArmedText: Statement = { text: `${ARMED} WHERE s.case_id = $1` };

/** The database's clock for the claim alone: it is the one clock that all workers share. */
const claimText: Statement = {
  name: 'claim-deadlines',
  text: `WITH claimed AS (
      UPDATE deadline d SET claimed_until = now() + $3 * interval '1 millisecond'
      FROM (
        SELECT case_id, kind, ref FROM deadline
        WHERE state = 'open' AND fires IS NOT NULL AND due_on <= $1
          AND (due_at IS NULL OR due_at <= $5) AND (claimed_until IS NULL OR claimed_until < now())
          AND kind = ANY ($4::text[])
        ORDER BY due_on, due_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED
      ) due
      WHERE d.case_id = due.case_id AND d.kind = due.kind AND d.ref = due.ref
      RETURNING d.case_id, d.kind, d.ref, d.due_on, d.due_at, d.fires
    )
    SELECT ${FIELDS} FROM claimed ORDER BY due_on, due_at NULLS FIRST, case_id, kind, ref`,
};

const countText: Statement = {
  text: `SELECT count(*) AS n FROM deadline WHERE state = 'open' AND fires IS NOT NULL AND kind <> ALL ($1::text[])`,
};

const settleText: Statement = {
  name: 'settle-deadline',
  text: `UPDATE deadline SET state = 'fired', claimed_until = NULL
    WHERE case_id = $1 AND kind = $2 AND ref = $3 AND due_on = $4
      AND due_at IS NOT DISTINCT FROM $5::timestamptz AND state = 'open'`,
};

const releaseText: Statement = {
  name: 'release-deadline',
  text: `UPDATE deadline SET claimed_until = NULL
    WHERE case_id = $1 AND kind = $2 AND ref = $3 AND due_on = $4
      AND due_at IS NOT DISTINCT FROM $5::timestamptz AND state = 'open'`,
};
