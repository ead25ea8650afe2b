import type { Database, Statement } from '../database.ts';
import type { MergePair, PairsAsked, PairsPage } from './merges.ts';
import { CASES, HAS_CLOSED, IS_LATEST, IS_MERGED, instantOf } from './proposal-rows.ts';
import type { ComparedCase } from './similar-cases.ts';

/** What waits is counted on the first page. */
const PAGE = { open: 200, decided: 50 } as const;

type PairRow = Pick<MergePair, 'id' | 'state' | 'foundAt' | 'decidedAt' | 'agreement' | 'isMerged' | 'hasClosed'> & {
  readonly caseA: ComparedCase;
  readonly caseB: ComparedCase;
  readonly proposedBy: string | null;
  readonly proposedOrg: string | null;
  readonly listedAt: string;
};

/** A page of pairs; one more is read than is told. */
export async function listPairs(database: Database, { box, lead, before }: PairsAsked): Promise<PairsPage> {
  const cut = before?.indexOf('_') ?? -1;
  const place = before && cut > 0 ? [before.slice(0, cut), before.slice(cut + 1)] : [null, null];
  const text = (lead === null ? ofAll : ofLead)[box];
  const rows = await database.rows<PairRow>(text, [...place, ...(lead === null ? [] : [lead])]);
  const told = rows.slice(0, PAGE[box]);
  const last = rows.length > PAGE[box] ? told.at(-1) : undefined;
  return { pairs: told.map(toPair), next: last ? `${instantOf(last.listedAt)}_${last.id}` : null };
}

function toPair({ caseA, caseB, proposedBy, proposedOrg, foundAt, decidedAt, ...row }: PairRow): MergePair {
  const { id, state, agreement, isMerged, hasClosed } = row;
  const proposed = proposedBy === null || proposedOrg === null ? null : { person: proposedBy, org: proposedOrg };
  const stand = { agreement, isLatest: true, isMerged, hasClosed };
  return {
    ...{ id, state, foundAt: instantOf(foundAt), decidedAt: decidedAt && instantOf(decidedAt) },
    proposed,
    cases: [caseA, caseB],
    ...stand,
  };
}

/** When something was last done about a pair, by which its box is in order. */
const LISTED = { open: 'coalesce(p.proposed_at, p.found_at)', decided: 'p.decided_at' } as const;

const pairsText = (box: PairsAsked['box'], whose: string): Statement => ({
  text: `SELECT p.id, p.state, p.found_at AS "foundAt", p.proposed_by AS "proposedBy", p.proposed_org AS "proposedOrg",
      p.decided_at AS "decidedAt", ${LISTED[box]} AS "listedAt", ${CASES}, p.agreement,
      ${IS_MERGED} AS "isMerged", ${HAS_CLOSED} AS "hasClosed"
    FROM merge_proposal p
    WHERE p.decided_at IS ${box === 'open' ? 'NULL' : 'NOT NULL'} AND ${whose}
      AND ($1::timestamptz IS NULL OR (${LISTED[box]} <= $1 AND (${LISTED[box]} < $1 OR p.id > $2)))
      AND (p.state = 'merged' OR NOT ${IS_MERGED}) AND ${IS_LATEST}
    ORDER BY ${LISTED[box]} DESC, p.id LIMIT ${PAGE[box] + 1}`,
});
const inBoxes = (whose: string) => ({ open: pairsText('open', whose), decided: pairsText('decided', whose) });

const ofAll = inBoxes('true');
/** From the cases of the lead, which are few beside those of a network. */
const ofLead = inBoxes(`p.proposed_by IS NOT NULL AND p.id IN (
        SELECT o.id FROM case_access l JOIN merge_proposal o ON o.case_a = l.case_id
        WHERE l.org_id = $3 AND l.class = 'full'
        UNION ALL
        SELECT o.id FROM case_access l JOIN merge_proposal o ON o.case_b = l.case_id
        WHERE l.org_id = $3 AND l.class = 'full')`);
