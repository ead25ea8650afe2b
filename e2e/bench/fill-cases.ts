import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type pg from 'pg';
import { root } from '../product/product.ts';

/** Where the board is looked at, and who else leads cases. */
export const LEAD = 'org-kodomo';
const OTHER_LEAD = 'org-shonan';

/** Numbers of invented cases count up from here and from what is there, so that a database can be filled further. */
const FIRST_NO = 100_000;

/**
 * Every card with its case and access in one statement. The first ones are the active cases of LEAD; of the others, in
 * turn: two closed ones of LEAD, one closed and one active of the other lead. Only what boards and lists read is
 * written: no history, so the program of these databases is the bench's alone.
 */
const fill = `
  WITH invented AS (
    SELECT n - 1 AS n, entry->'card' AS card, entry->'access' AS access
    FROM json_array_elements($1::json) WITH ORDINALITY AS t(entry, n)
  ), made AS (
    SELECT i, gen_random_uuid()::text AS id, 'K-' || ($7::int + i) AS no, v.card, v.access,
      CASE WHEN i < $2 OR i % 4 < 2 THEN $4::text ELSE $5::text END AS lead,
      CASE WHEN i >= $2 AND i % 4 < 3 THEN now() - i * interval '1 minute' END AS closed_at
    FROM generate_series(0, $3::int - 1) i
    JOIN invented v ON v.n = i % $6
  ), cases AS (
    INSERT INTO care_case (id, no, family_name, given_name, sex, kana_fold, search_text, grams, created_at)
    SELECT id, no, split_part(card->>'name', ' ', 1), split_part(card->>'name', ' ', 2), 'unknown', '', '', '{}', now()
    FROM made
  ), carded AS (
    INSERT INTO board_card (case_id, version, closed_at, card)
    SELECT id, (card->>'version')::int, closed_at,
      replace(replace(replace(card::text, card->>'id', id), card->>'no', no), $4, lead)::json FROM made
  )
  INSERT INTO case_access (case_id, org_id, class, categories, closed_at)
  SELECT m.id, CASE WHEN a.org = $4 THEN m.lead ELSE a.org END, a.class,
    ARRAY(SELECT json_array_elements_text(a.categories)), m.closed_at
  FROM made m, json_to_recordset(m.access) AS a (org text, class text, categories json)`;

/** Fills a database of the product up to so many cases, so many of them active for LEAD. */
export async function fillCases(owner: pg.Client, { cases, active }: { cases: number; active: number }): Promise<void> {
  const { rows } = await owner.query<{ cases: number; active: number }>(
    `SELECT (SELECT count(*)::int FROM care_case) AS cases, count(*)::int AS active FROM case_access
     WHERE org_id = $1 AND closed_at IS NULL`,
    [LEAD],
  );
  const have = rows[0] ?? { cases: 0, active: 0 };
  const invented = inventedCards(active);
  await owner.query(fill, [
    invented,
    active - have.active,
    cases - have.cases,
    LEAD,
    OTHER_LEAD,
    active,
    FIRST_NO + have.cases,
  ]);
  // Their names are a few, again and again: comparing them would be the worker's work of minutes beside what is measured.
  await owner.query('DELETE FROM case_to_compare');
  for (const table of ['care_case', 'board_card', 'case_access']) await owner.query(`VACUUM ANALYZE ${table}`);
}

/** Cards that the real functions make of the demo's stories. A program of its own: this room knows the wire only. */
const inventedCards = (count: number): string =>
  execFileSync(process.execPath, [join(root, 'packages/testkit/dist/print-cards.js'), String(count)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
