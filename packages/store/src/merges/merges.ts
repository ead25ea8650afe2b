import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { type Agreement, type ComparedField, compareChildren } from '@kaerimichi/discharge';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import { StoreBusy } from '../store-busy.ts';
import { listPairs } from './list-pairs.ts';
import { findText, type ProposalRow, toProposal } from './proposal-rows.ts';
import { COMPARED, type ComparedCase, type ComparedChild, MERGED, similarCases } from './similar-cases.ts';

export type MergeState = 'found' | 'proposed' | 'rejected' | 'merged';

type Step = { readonly person: string; readonly org: string; readonly at: string };

/** What people have made of two cases, once. */
export type MergeRound = {
  readonly id: string;
  readonly state: MergeState;
  readonly foundAt: string;
  /** The case that goes on, once somebody proposed it. */
  readonly survivor: string | null;
  readonly proposed: (Step & { readonly role: string }) | null;
  /** Why it was proposed. */
  readonly reason: string | null;
  /** Who rejected or confirmed it, and why. */
  readonly decided: (Step & { readonly reason: string | null }) | null;
};

/** Two cases that may be one child, as a list tells of them. */
export type MergePair = {
  readonly id: string;
  readonly state: MergeState;
  readonly foundAt: string;
  /** null: it waits. */
  readonly decidedAt: string | null;
  readonly proposed: Pick<Step, 'person' | 'org'> | null;
  /** The cases, by id in order. */
  readonly cases: readonly [ComparedCase, ComparedCase];
  /** How they agreed when somebody proposed it first; null: nobody has, or before this was kept. */
  readonly agreement: Readonly<Record<ComparedField, Agreement>> | null;
  /** Nobody has proposed the pair anew since. */
  readonly isLatest: boolean;
  /** One of the two has gone into another case, and was not reopened. */
  readonly isMerged: boolean;
  /** One of the two is closed: merged, or otherwise. */
  readonly hasClosed: boolean;
};

/** With what people have made of them, now and before. */
export type MergeProposal = Omit<MergePair, keyof MergeRound> &
  MergeRound & {
    /** What was decided about the pair before, the latest first; at most 20. */
    readonly earlier: readonly MergeRound[];
  };

/** `lead`: those about a case that it leads, of which a person has said something; null: all. `before`: `next` of a page. */
export type PairsAsked = {
  readonly box: 'open' | 'decided';
  readonly lead: string | null;
  readonly before?: string | undefined;
};
export type PairsPage = { readonly pairs: readonly MergePair[]; readonly next: string | null };

export type MergeWish = {
  readonly survivor: string;
  readonly absorbed: string;
  readonly person: string;
  readonly org: string;
  readonly role: string;
  readonly reason: string;
};

export type Merges = {
  /** Cases with names that an organisation sees and that may be of this child. */
  similar(child: ComparedChild, org: string): Promise<ComparedCase[]>;
  /**
   * Compares cases that are new or know something new of their child with all others; a match that neither lead sees of
   * the other becomes a proposal. How many cases were compared; one that cannot be is told of and waits behind all others.
   */
  compareNext(limit: number, onFault: (caseId: string, fault: unknown) => void): Promise<number>;
  /**
   * Pairs that wait or that were decided, the latest first, in pages of 200 and of 50; `next`: where the next page begins,
   * null at the end. None that waits about a case that has gone into another meanwhile, none rejected about such a case, and of those
   * that were decided none that was proposed anew.
   */
  list(asked: PairsAsked): Promise<PairsPage>;
  find(id: string): Promise<MergeProposal | null>;
  /** A case by its number, whoever asks; null: there is none. */
  caseOf(no: string): Promise<string | null>;
  /**
   * The pair's proposal: found, begun by a person, taken up by a lead from a coordinator, or begun anew after it was
   * decided, as another. `proposed`: it is a lead's already; `gone`: one of the two has gone into another case.
   */
  propose(wish: MergeWish): Promise<{ readonly id: string } | 'proposed' | 'gone'>;
  /** They are two children, and are not found again; false: it was decided before. */
  reject(id: string, by: { readonly person: string; readonly org: string; readonly reason: string }): Promise<boolean>;
};

export function merges({ database, slow }: { database: Database; slow: Database }, clock: Clock): Merges {
  return {
    similar: (child, org) => similarCases(slow, child, org),
    compareNext: (limit, onFault) => compareNext(slow, { limit, at: clock.now(), onFault }),
    list: asked => listPairs(database, asked),
    async find(id) {
      if (!isId(id)) return null;
      const [row] = await database.rows<ProposalRow>(findText, [id]);
      return row ? toProposal(row) : null;
    },
    async caseOf(no) {
      return (await slow.rows<{ id: string }>(caseText, [no]))[0]?.id ?? null;
    },
    async propose({ survivor, absorbed, person, org, role, reason }) {
      const [a, b] = [survivor, absorbed].sort();
      const [one, other] = await database.rows<ComparedCase>(pairText, [[a, b]]);
      const agreement = one && other ? JSON.stringify(compareChildren(one, other)) : null;
      const values = [randomUUID(), a, b, clock.now(), survivor, person, org, role, reason, agreement];
      const [proposal] = await database.rows<{ id: string }>(proposeText, values);
      if (proposal) return proposal;
      const [asked] = await database.rows<{ isGone: boolean }>(goneText, [a, b]);
      return asked?.isGone ? 'gone' : 'proposed';
    },
    async reject(id, { person, org, reason }) {
      return (await database.run(rejectText, [id, person, org, clock.now(), reason])) > 0;
    },
  };
}

type Comparing = {
  readonly limit: number;
  readonly at: string;
  readonly onFault: (id: string, fault: unknown) => void;
};

/** Rows first, their removal last: a worker that dies between leaves them to the next, and a pair is found once. */
async function compareNext(database: Database, { limit, at, onFault }: Comparing): Promise<number> {
  const rows = await database.rows<{ place: number; caseId: string }>(nextText, [limit]);
  const failed: string[] = [];
  for (const caseId of new Set(rows.map(row => row.caseId)))
    try {
      await compareOne(database, caseId, at);
    } catch (fault) {
      // Away is the database, and not the case at fault: all wait where they are.
      if (fault instanceof StoreBusy) throw fault;
      failed.push(caseId);
      onFault(caseId, fault);
    }
  await database.run(doneText, [rows.map(({ place }) => place), failed]);
  return rows.filter(({ caseId }) => !failed.includes(caseId)).length;
}

async function compareOne(database: Database, caseId: string, at: string): Promise<void> {
  const [child] = await database.rows<ComparedCase>(childText, [caseId]);
  if (!child) return;
  const others = (await similarCases(database, child, null)).filter(({ id }) => id !== caseId);
  if (others.length === 0) return;
  const pairs = others.map(({ id }) => [caseId, id].sort());
  await database.run(foundText, [pairs.map(() => randomUUID()), pairs.map(([a]) => a), pairs.map(([, b]) => b), at]);
}

const nextText: Statement = {
  text: 'SELECT id AS place, case_id AS "caseId" FROM case_to_compare ORDER BY id LIMIT $1',
};
/** Those that failed ($2) come again behind all others, each once. */
const doneText: Statement = {
  text: `WITH done AS (DELETE FROM case_to_compare WHERE id = ANY ($1::bigint[]))
    INSERT INTO case_to_compare (case_id) SELECT unnest($2::text[])`,
};
const childText: Statement = {
  text: `SELECT ${COMPARED} FROM care_case c JOIN board_card b ON b.case_id = c.id
    WHERE c.id = $1 AND NOT ${MERGED('c.id')}`,
};

const pairText: Statement = {
  text: `SELECT ${COMPARED} FROM care_case c JOIN board_card b ON b.case_id = c.id WHERE c.id = ANY ($1::text[])`,
};

/** Whether the lead of one case is shown who the child of the other is: then it was told when it registered. */
const SEEN = (one: string, other: string) => `EXISTS (
    SELECT FROM case_access l JOIN case_access s ON s.org_id = l.org_id AND s.case_id = ${other}
    WHERE l.case_id = ${one} AND l.class = 'full' AND s.class <> 'numberOnly' AND 'contacts' = ANY (s.categories))`;
const foundText: Statement = {
  text: `INSERT INTO merge_proposal (id, case_a, case_b, state, found_at)
    SELECT p.id, p.a, p.b, 'found', $4 FROM unnest($1::text[], $2::text[], $3::text[]) AS p (id, a, b)
    WHERE NOT ${SEEN('p.a', 'p.b')} AND NOT ${SEEN('p.b', 'p.a')}
    ON CONFLICT (case_a, case_b, round) DO NOTHING`,
};

const caseText: Statement = { text: 'SELECT id FROM care_case WHERE no = $1' };
/**
 * The round that is open, else the next one after what was decided; of two who begin it at once one writes the row, the
 * other comes upon it.
 */
const proposeText: Statement = {
  text: `INSERT INTO merge_proposal AS p
      (id, case_a, case_b, round, state, found_at, survivor, proposed_by, proposed_org, proposed_role, proposed_at, reason,
        agreement)
    SELECT $1, $2::text, $3::text, coalesce(max(CASE WHEN state IN ('found', 'proposed') THEN round ELSE round + 1 END), 1),
      'proposed', $4::timestamptz, $5, $6, $7, $8, $4::timestamptz, $9, $10::jsonb
    FROM merge_proposal WHERE case_a = $2 AND case_b = $3
    HAVING NOT (${MERGED('$2')} OR ${MERGED('$3')})
    ON CONFLICT (case_a, case_b, round) DO UPDATE
    SET state = 'proposed', survivor = excluded.survivor, proposed_by = excluded.proposed_by,
      proposed_org = excluded.proposed_org, proposed_role = excluded.proposed_role, proposed_at = excluded.proposed_at,
      reason = excluded.reason, agreement = coalesce(p.agreement, excluded.agreement)
    WHERE p.state = 'found' OR (p.state = 'proposed' AND NOT EXISTS (
      SELECT FROM case_access l
      WHERE l.org_id = p.proposed_org AND l.class = 'full' AND l.case_id IN (p.case_a, p.case_b)))
    RETURNING p.id`,
};
const goneText: Statement = { text: `SELECT ${MERGED('$1')} OR ${MERGED('$2')} AS "isGone"` };
const rejectText: Statement = {
  text: `UPDATE merge_proposal SET state = 'rejected', decided_by = $2, decided_org = $3, decided_at = $4, decided_reason = $5
    WHERE id = $1 AND state IN ('found', 'proposed')`,
};
