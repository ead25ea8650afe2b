/** Facilities by what became of them. */
export type Outcomes = { readonly new: number; readonly changed: number; readonly same: number };

export const sumOf = (counted: readonly Outcomes[]): Outcomes =>
  counted.reduce(
    (sum, one) => ({ new: sum.new + one.new, changed: sum.changed + one.changed, same: sum.same + one.same }),
    { new: 0, changed: 0, same: 0 },
  );

const UNPUBLISHED = 'ARRAY(SELECT id FROM facility_import WHERE published_at IS NULL)';

/** Rows that are seen: those of imports that are whole, as long as no other whole one brought their next version. */
export const CURRENT = `f.import_id <> ALL (${UNPUBLISHED})
  AND (f.superseded_by IS NULL OR f.superseded_by = ANY (${UNPUBLISHED}))`;

/**
 * Facilities of a batch ($1: a JSON list of rows) beside what is kept of each; an import ($2) does not meet its own rows.
 * A digest stands for all that a list says of one.
 */
export const INCOMING = `incoming AS (
    SELECT * FROM json_to_recordset($1::json) AS n (list text, key text, kind text, name text, kana text, address text,
      municipality text, phone text, latitude float8, longitude float8, details json, "searchText" text, "sortKey" text,
      digest text)
  ), known AS (
    SELECT n.*, f.id AS known_id, f.seen_by,
      CASE WHEN f.id IS NULL THEN 'new' WHEN f.digest = n.digest THEN 'same' ELSE 'changed' END AS outcome
    FROM incoming n LEFT JOIN LATERAL (
      SELECT f.id, f.digest, f.seen_by FROM facility f
      WHERE f.list = n.list AND f.key = n.key AND f.import_id <> $2 AND ${CURRENT} LIMIT 1
    ) f ON true
  )`;
