import type { Statement } from '../database.ts';
import type { MergeProposal, MergeRound } from './merges.ts';
import { COMPARED, type ComparedCase, MERGED } from './similar-cases.ts';

type RoundRow = Omit<MergeRound, 'proposed' | 'decided'> & {
  readonly proposedBy: string | null;
  readonly proposedOrg: string | null;
  readonly proposedRole: string | null;
  readonly proposedAt: string | null;
  readonly decidedBy: string | null;
  readonly decidedOrg: string | null;
  readonly decidedAt: string | null;
  readonly decidedReason: string | null;
};

/** A proposal as the statements below read it. */
export type ProposalRow = RoundRow & {
  readonly caseA: ComparedCase;
  readonly caseB: ComparedCase;
  readonly isLatest: boolean;
  readonly isMerged: boolean;
  readonly earlier: readonly RoundRow[];
};

const ROUND = (row: string) => `${row}.id, ${row}.state, ${row}.found_at AS "foundAt", ${row}.survivor,
    ${row}.proposed_by AS "proposedBy", ${row}.proposed_org AS "proposedOrg", ${row}.proposed_role AS "proposedRole",
    ${row}.proposed_at AS "proposedAt", ${row}.reason, ${row}.decided_by AS "decidedBy", ${row}.decided_org AS "decidedOrg",
    ${row}.decided_at AS "decidedAt", ${row}.decided_reason AS "decidedReason"`;

const CASE = (id: string) =>
  `(SELECT row_to_json(x) FROM (
    SELECT ${COMPARED} FROM care_case c JOIN board_card b ON b.case_id = c.id WHERE c.id = ${id}) x)`;

const IS_MERGED = `(${MERGED('p.case_a')} OR ${MERGED('p.case_b')})`;
const IS_LATEST = `NOT EXISTS (
    SELECT FROM merge_proposal l WHERE l.case_a = p.case_a AND l.case_b = p.case_b AND l.round > p.round)`;

const PROPOSAL = `SELECT ${ROUND('p')}, ${CASE('p.case_a')} AS "caseA", ${CASE('p.case_b')} AS "caseB",
    ${IS_LATEST} AS "isLatest", ${IS_MERGED} AS "isMerged", (
      SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT ${ROUND('e')} FROM merge_proposal e
        WHERE e.case_a = p.case_a AND e.case_b = p.case_b AND e.round < p.round ORDER BY e.round DESC LIMIT 20) x) AS earlier
  FROM merge_proposal p`;

export const listText: Statement = {
  text: `${PROPOSAL}
    WHERE p.state = ANY ($1::text[]) AND ($2::text IS NULL OR EXISTS (
      SELECT FROM case_access l WHERE l.org_id = $2 AND l.class = 'full' AND l.case_id IN (p.case_a, p.case_b)))
      AND (p.state = 'merged' OR NOT ${IS_MERGED}) AND ${IS_LATEST}
    ORDER BY coalesce(p.decided_at, p.proposed_at, p.found_at) DESC, p.id LIMIT 200`,
};
export const findText: Statement = { text: `${PROPOSAL} WHERE p.id = $1` };

export function toProposal({ caseA, caseB, isLatest, isMerged, earlier, ...row }: ProposalRow): MergeProposal {
  return { ...toRound(row), cases: [caseA, caseB], isLatest, isMerged, earlier: earlier.map(toRound) };
}

function toRound(row: RoundRow): MergeRound {
  const { proposedBy, proposedOrg, proposedRole, proposedAt, decidedBy, decidedOrg, decidedAt } = row;
  const { id, state, survivor, reason, decidedReason } = row;
  const isProposed = proposedBy !== null && proposedOrg !== null && proposedRole !== null && proposedAt !== null;
  const isDecided = decidedBy !== null && decidedOrg !== null && decidedAt !== null;
  return {
    ...{ id, state, survivor, reason, foundAt: instantOf(row.foundAt) },
    proposed: isProposed
      ? { person: proposedBy, org: proposedOrg, role: proposedRole, at: instantOf(proposedAt) }
      : null,
    decided: isDecided ? { person: decidedBy, org: decidedOrg, at: instantOf(decidedAt), reason: decidedReason } : null,
  };
}

/** Within JSON the database writes an instant with its own offset and digits. */
const instantOf = (at: string): string => new Date(at).toISOString();
