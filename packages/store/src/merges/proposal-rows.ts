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
  readonly agreement: MergeProposal['agreement'];
  readonly isLatest: boolean;
  readonly isMerged: boolean;
  readonly hasClosed: boolean;
  readonly earlier: readonly RoundRow[];
};

const ROUND = (row: string) => `${row}.id, ${row}.state, ${row}.found_at AS "foundAt", ${row}.survivor,
    ${row}.proposed_by AS "proposedBy", ${row}.proposed_org AS "proposedOrg", ${row}.proposed_role AS "proposedRole",
    ${row}.proposed_at AS "proposedAt", ${row}.reason, ${row}.decided_by AS "decidedBy", ${row}.decided_org AS "decidedOrg",
    ${row}.decided_at AS "decidedAt", ${row}.decided_reason AS "decidedReason"`;

const CASE = (id: string) =>
  `(SELECT row_to_json(x) FROM (
    SELECT ${COMPARED} FROM care_case c JOIN board_card b ON b.case_id = c.id WHERE c.id = ${id}) x)`;

export const CASES = `${CASE('p.case_a')} AS "caseA", ${CASE('p.case_b')} AS "caseB"`;
export const IS_MERGED = `(${MERGED('p.case_a')} OR ${MERGED('p.case_b')})`;
export const IS_LATEST = `NOT EXISTS (
    SELECT FROM merge_proposal l WHERE l.case_a = p.case_a AND l.case_b = p.case_b AND l.round > p.round)`;
export const HAS_CLOSED =
  'EXISTS (SELECT FROM board_card x WHERE x.case_id IN (p.case_a, p.case_b) AND x.closed_at IS NOT NULL)';

export const findText: Statement = {
  text: `SELECT ${ROUND('p')}, ${CASES}, p.agreement,
    ${IS_LATEST} AS "isLatest", ${IS_MERGED} AS "isMerged", ${HAS_CLOSED} AS "hasClosed", (
      SELECT coalesce(json_agg(x), '[]') FROM (
        SELECT ${ROUND('e')} FROM merge_proposal e
        WHERE e.case_a = p.case_a AND e.case_b = p.case_b AND e.round < p.round ORDER BY e.round DESC LIMIT 20) x) AS earlier
  FROM merge_proposal p WHERE p.id = $1`,
};

export function toProposal({ caseA, caseB, earlier, ...row }: ProposalRow): MergeProposal {
  const { agreement, isLatest, isMerged, hasClosed } = row;
  const stand = { agreement, isLatest, isMerged, hasClosed, decidedAt: row.decidedAt && instantOf(row.decidedAt) };
  return { ...toRound(row), ...stand, cases: [caseA, caseB], earlier: earlier.map(toRound) };
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
export const instantOf = (at: string): string => new Date(at).toISOString();
