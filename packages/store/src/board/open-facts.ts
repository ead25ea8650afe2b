import type { OpenCase, OpenWish } from '@kaerimichi/casework';
import { handoffFact, sideToMove } from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import type { Database, Statement } from '../database.ts';

const statuses = handoffFact.shape.status.options;
const answeredBy = (side: 'sender' | 'receiver') =>
  statuses.flatMap(status => (sideToMove(status) === side ? [`'${status}'`] : [])).join(', ');

/** Whether nobody who is there today has this membership. */
const isGone = (owner: string) => `NOT EXISTS (
        SELECT FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.id = ${owner} AND (m.until_on IS NULL OR m.until_on >= $6::date) AND p.disabled_at IS NULL)`;

/**
 * What is to be done, and what is waited for on either side of an enquiry or a handoff. By the index of an organisation's
 * active cases; what is done there never leaves the database. Without an owner, or when its owner has left, an item is
 * the lead's.
 */
const text: Statement = {
  name: 'open-facts',
  text: `SELECT a.case_id AS "caseId", s.pathway_version AS "pathwayVersion", s.value, s.facts,
      ARRAY(
        SELECT DISTINCT owned.item->>'owner' FROM (
          SELECT json_array_elements(s.facts->'actionItems') AS item
          UNION ALL SELECT json_array_elements(s.facts->'holds')
          UNION ALL SELECT json_array_elements(s.facts->'tasks')
          UNION ALL SELECT json_build_object('owner', t->'lent'->>'to') FROM json_array_elements(s.facts->'tasks') t
          UNION ALL SELECT json_array_elements(s.facts->'checklists')
          UNION ALL SELECT json_array_elements(s.facts->'checklistItems')
        ) owned
        WHERE owned.item->>'owner' IS NOT NULL AND ${isGone("owned.item->>'owner'")}
      ) AS gone
    FROM case_access a JOIN case_state s ON s.case_id = a.case_id
    WHERE a.org_id = $1 AND a.closed_at IS NULL AND ($7::text[] IS NULL OR a.case_id = ANY ($7)) AND (
      a.case_id = ANY ($2::text[])
      OR (a.class <> 'numberOnly' AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'actionItems') i
        WHERE i->>'closedOn' IS NULL
          AND (i->>'owner' = ANY ($3::text[]) OR (s.facts->>'lead' = $1 AND ${isGone("i->>'owner'")}))))
      OR EXISTS (
        SELECT FROM json_array_elements(s.facts->'tasks') t
        WHERE t->>'owner' = ANY ($3::text[]) OR t->'lent'->>'to' = ANY ($3::text[]))
      OR (a.class <> 'numberOnly' AND EXISTS (
        SELECT FROM (
          SELECT json_array_elements(s.facts->'checklists') AS c UNION ALL SELECT json_array_elements(s.facts->'checklistItems')
        ) checks WHERE c->>'owner' = ANY ($3::text[])
          OR (s.facts->>'lead' = $1 AND c->>'dueOn' IS NOT NULL AND ${isGone("c->>'owner'")})))
      OR EXISTS (SELECT FROM json_array_elements(s.facts->'mentions') c WHERE c->>'to' = ANY ($3::text[]))
      OR (s.facts->>'lead' = $1 AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'waiverAsks') w WHERE w->>'refusedOn' IS NULL))
      OR (s.facts->>'lead' = $1 AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'documents') d WHERE d->>'status' = 'draft'))
      OR (a.class <> 'numberOnly' AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'handoffs') h
        WHERE h->>'status' IN (${answeredBy('sender')}, ${answeredBy('receiver')})
          AND (s.facts->>'lead' = $1 OR h->>'org' = $1)))
      OR (a.class <> 'numberOnly' AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'conferences') c, json_array_elements(c->'asked') seat
        WHERE seat->>'org' = $1 AND ((c->'slots' IS NOT NULL AND seat->'answers' IS NULL)
          OR (c->'sharedOn' IS NOT NULL AND seat->'confirmedOn' IS NULL))))
      OR ((a.class <> 'numberOnly' OR $4) AND EXISTS (
        SELECT FROM json_array_elements(s.facts->'team') t
        WHERE t->>'state' = 'asked' AND (t->>'org' = $1 OR s.facts->>'lead' = $1))))
    ORDER BY a.case_id LIMIT $5`,
};

type Row = { caseId: string; pathwayVersion: number; value: unknown; facts: unknown; gone: string[] };

/** Facts of the active cases in which something may be open for a membership: unprojected. */
export async function openFacts(
  database: Database,
  { org, memberships, caseIds, isAsked, on, limit, among }: OpenWish,
): Promise<OpenCase[]> {
  const rows = await database.rows<Row>(text, [org, caseIds, memberships, isAsked, limit, on, among ?? null]);
  return rows.map(({ caseId, gone, ...stored }) => ({ caseId, gone, facts: upgradeState(stored).facts }));
}

/** Texts that came with events of several cases, newest version; of an event without a text nothing. */
const writtenText: Statement = {
  name: 'texts-of-cases',
  text: `SELECT DISTINCT ON (newest.id) came.case_id AS "caseId", came.seq, newest.body
    FROM unnest($1::text[], $2::int[]) AS asked (case_id, seq)
    JOIN record came ON came.case_id = asked.case_id AND came.seq = asked.seq AND came.version = 1
    JOIN record newest ON newest.case_id = came.case_id AND newest.id = came.id
    ORDER BY newest.id, newest.version DESC`,
};

export type CaseTexts = {
  readonly caseId: string;
  readonly seq: number;
  readonly body: Readonly<Record<string, string>> | null;
};

/** A record written by an event holds its texts by name. */
export const textsOfCases = (
  database: Database,
  wanted: readonly { readonly caseId: string; readonly seq: number }[],
): Promise<CaseTexts[]> =>
  database.rows<CaseTexts>(writtenText, [wanted.map(({ caseId }) => caseId), wanted.map(({ seq }) => seq)]);
