import type { Statement } from '../database.ts';

/**
 * The statements that write a case (architecture.md §3b). One statement is one durable transaction and one round trip:
 * the update of `case_state` comes first, takes the row lock and decides; everything else is `FROM` it, so that a
 * command that was too late writes nothing at all. Four texts by shape; each is planned once per connection.
 */
export type Shape = { readonly records: boolean; readonly deadlines: boolean };

/** What the texts below call $1, $2 … $21, in this order; records, deadlines and access follow where a text has them. */
export const commitParameters = [
  'caseId',
  'version',
  'accessEpoch',
  'session',
  'sessionEpoch',
  'pathwayVersion',
  'value',
  'facts',
  'hash',
  'type',
  'at',
  'stage',
  'payload',
  'keepsBefore',
  'card',
  'active',
  'account',
  'key',
  'bodyHash',
  'answerStatus',
  'answerBody',
] as const;

/**
 * FOR SHARE: a revocation that is under way is waited for and then seen; one that comes later waits for this commit.
 * Without it the statement would judge the session as it was before it waited.
 */
const SESSION_HOLDS = `($4::text IS NULL OR EXISTS (
      SELECT FROM session s
      WHERE s.id = $4 AND s.epoch = $5 AND s.revoked_at IS NULL AND s.expires_at > $11
      FOR SHARE))`;

/**
 * `past` is the row as it was: what a move keeps for its undo lies there already and is not sent a second time. It is
 * read without a lock, which is safe, since state and facts never change without the version that the update asks for.
 */
const moved = (accessEpoch: string) => `moved AS (
  UPDATE case_state c
  SET version = c.version + 1, pathway_version = $6, value = $7, facts = $8, head = $9${accessEpoch}
  FROM case_state past
  WHERE c.case_id = $1 AND c.version = $2 AND c.access_epoch = $3 AND past.case_id = $1
    AND ${SESSION_HOLDS}
  RETURNING c.case_id, c.version,
    CASE WHEN $14::boolean THEN json_build_object(
      'pathwayVersion', past.pathway_version, 'value', past.value, 'facts', past.facts) END AS before
)`;

const EVENT = `written AS (
  INSERT INTO case_event (case_id, seq, type, at, stage, payload, hash, before)
  SELECT m.case_id, m.version, $10, $11, $12, $13, $9, m.before FROM moved m
)`;

const CARD = `carded AS (
  UPDATE board_card b
  SET version = m.version, card = $15,
      closed_at = CASE WHEN $16::boolean THEN NULL ELSE coalesce(b.closed_at, $11) END
  FROM moved m WHERE b.case_id = m.case_id
)`;

const KEY = `keyed AS (
  INSERT INTO idempotency_key (account, key, body_hash, status, body, at)
  SELECT $17, $18, $19, $20, $21, $11 FROM moved m WHERE $17::text IS NOT NULL
)`;

/** A record sent again under its id becomes its next version. Arrays: json functions refuse some characters. */
const records = (from: number, source: string) => `kept AS (
  INSERT INTO record (id, version, case_id, seq, kind, category, salt, hash, body)
  SELECT n.id,
    coalesce((SELECT max(r.version) FROM record r WHERE r.id = n.id AND r.case_id = m.case_id), 0) + 1,
    m.case_id, m.version, n.kind, n.category, n.salt, n.hash, n.body
  FROM ${source} m, unnest($${from}::text[], $${from + 1}::text[], $${from + 2}::text[], $${from + 3}::text[],
    $${from + 4}::text[], $${from + 5}::json[]) AS n (id, kind, category, salt, hash, body)
)`;

/**
 * One upsert, cancellations included: two statements on one key within one command collide. A row is due on a day, or at
 * an instant, which stands on its Tokyo day. A day that is moved while it
 * is open keeps its first one and how often; one that was over begins anew.
 */
const deadlines = (from: number, source: string) => `armed AS (
  INSERT INTO deadline AS d (case_id, kind, ref, due_on, due_at, fires, state, first_on, set_seq)
  SELECT m.case_id, n.kind, n.ref, n.due_on, n.due_at, n.fires, CASE WHEN n.due_on IS NULL THEN 'cancelled' ELSE 'open' END,
    n.due_on, m.version
  FROM ${source} m, (
    SELECT r.kind, r.ref, r.fires, CASE WHEN length(r.due) > 10 THEN r.due::timestamptz END AS due_at,
      CASE WHEN length(r.due) > 10 THEN (r.due::timestamptz AT TIME ZONE 'Asia/Tokyo')::date ELSE r.due::date END AS due_on
    FROM unnest($${from}::text[], $${from + 1}::text[], $${from + 2}::text[], $${from + 3}::text[])
      AS r (kind, ref, due, fires)
  ) n
  ON CONFLICT (case_id, kind, ref) DO UPDATE
  SET due_on = coalesce(excluded.due_on, d.due_on), due_at = excluded.due_at, fires = excluded.fires, state = excluded.state, claimed_until = NULL,
    first_on = CASE WHEN d.state = 'open' OR excluded.due_on IS NULL THEN coalesce(d.first_on, d.due_on) ELSE excluded.first_on END,
    moves = CASE WHEN excluded.due_on IS NULL THEN d.moves WHEN d.state <> 'open' THEN 0
      WHEN excluded.due_on <> d.due_on THEN d.moves + 1 ELSE d.moves END,
    set_seq = excluded.set_seq
)`;

/**
 * Hubs that a command did not know, since they were founded while it was decided: each sees the number of every case.
 * `named`: ids of the organisations that the command named.
 */
const otherHubs = (source: string, named: string) => `SELECT m.case_id, o.id, 'numberOnly', '{}'::text[]
  FROM ${source} m JOIN organisation o ON o.kind = 'hub' AND o.closed_on IS NULL
  WHERE o.id <> ALL (${named})`;

/**
 * Replaces the set of organisations, or only carries the card's closing over to it. The two data-modifying parts
 * never meet on one key: one deletes what is not wanted, the other writes what is.
 */
const access = (from: number) => `wanted AS (
  SELECT m.case_id, n.org_id, n.class, string_to_array(n.categories, ',') AS categories
  FROM moved m, unnest($${from + 1}::text[], $${from + 2}::text[], $${from + 3}::text[])
    AS n (org_id, class, categories)
  WHERE $${from}::boolean
  UNION ALL
  ${otherHubs('moved', `$${from + 1}::text[]`)} AND $${from}::boolean
  UNION ALL
  SELECT a.case_id, a.org_id, a.class, a.categories FROM moved m JOIN case_access a ON a.case_id = m.case_id
  WHERE NOT $${from}::boolean
), shut_out AS (
  DELETE FROM case_access a USING moved m
  WHERE a.case_id = m.case_id AND $${from}::boolean
    AND NOT EXISTS (SELECT FROM wanted w WHERE w.org_id = a.org_id)
  RETURNING a.org_id
), granted AS (
  INSERT INTO case_access (case_id, org_id, class, categories, closed_at)
  SELECT w.case_id, w.org_id, w.class, w.categories,
    CASE WHEN $16::boolean THEN NULL ELSE coalesce(b.closed_at, $11) END
  FROM wanted w JOIN board_card b ON b.case_id = w.case_id
  ON CONFLICT (case_id, org_id) DO UPDATE
  SET class = excluded.class, categories = excluded.categories, closed_at = excluded.closed_at
)`;

const queued = (lost: string) => `queued AS (
  INSERT INTO outbox (case_id, seq, lost) SELECT m.case_id, m.version, ${lost} FROM moved m
)`;

const DONE = 'SELECT m.version FROM moved m';

const statement = (name: string, parts: readonly string[]): Statement => ({
  name,
  text: `WITH ${parts.join(', ')} ${DONE}`,
});

const plain = statement('commit', [moved(''), EVENT, CARD, KEY, queued('NULL')]);
const withRecords = statement('commit-records', [moved(''), EVENT, CARD, KEY, records(22, 'moved'), queued('NULL')]);
const withDeadlines = statement('commit-deadlines', [
  moved(''),
  EVENT,
  CARD,
  KEY,
  deadlines(22, 'moved'),
  queued('NULL'),
]);
const fullParts = [
  moved(', access_epoch = c.access_epoch + $32::boolean::integer'),
  EVENT,
  CARD,
  KEY,
  records(22, 'moved'),
  deadlines(28, 'moved'),
  access(32),
  queued('(SELECT array_agg(s.org_id) FROM shut_out s)'),
];
export const fullText = statement('commit-full', fullParts);

/** The names, and what finds them; the numbers of blocks in the pieces are those of the case. */
const NAMED = `named AS (
  UPDATE care_case i
  SET family_name = $36, given_name = $37, family_kana = $38, given_kana = $39, sex = $40,
    kana_fold = $41, search_text = $42,
    grams = ARRAY(SELECT (i.ordinal >> 16) || ':' || g FROM unnest($43::text[]) AS g), birth_order = $44
  FROM moved m WHERE i.id = m.case_id
)`;
/** Of the rare event that says who the child is: the full text with its names. */
export const namingText: Statement = statement('commit-naming', [...fullParts, NAMED]);

/** The text for a command; changes of access, and a case that closes or reopens, go with the full one. */
export function commitText({ records: hasRecords, deadlines: hasDeadlines }: Shape, touchesAccess: boolean): Statement {
  if (touchesAccess || (hasRecords && hasDeadlines)) return fullText;
  if (hasRecords) return withRecords;
  return hasDeadlines ? withDeadlines : plain;
}

/** The rows of a case that is at a version, as they should be there; a commit that comes first is waited for, and wins. */
export const rearmText: Statement = {
  name: 'rearm-case',
  text: `WITH moved AS (
  SELECT case_id, version FROM case_state WHERE case_id = $1 AND version = $2 FOR UPDATE
), ${deadlines(3, 'moved')} ${DONE}`,
};

/**
 * Opens a case with its first event: the same order, begun by the row that carries the unique case number. A draft or
 * a referral (never both) that becomes the case is claimed in the same statement: of many at once one finds it free, and
 * no crash parts the two.
 */
export const createText: Statement = {
  name: 'create-case',
  text: `WITH held AS MATERIALIZED (
  SELECT 1
  WHERE ($2::text IS NULL OR EXISTS (
    SELECT FROM session s WHERE s.id = $2 AND s.epoch = $3 AND s.revoked_at IS NULL AND s.expires_at > $9 FOR SHARE))
), claimed AS (
  UPDATE import_draft d SET case_id = $1, updated_at = $9
  WHERE d.id = $44 AND d.org_id = $45 AND d.case_id IS NULL AND EXISTS (SELECT FROM held)
  RETURNING d.id
), accepted AS (
  UPDATE referral r SET state = 'accepted', case_id = $1, decided_at = $9, decided_by = $48
  WHERE r.id = $46 AND r.to_org = $47 AND r.state = 'sent' AND EXISTS (SELECT FROM held)
  RETURNING r.id
), allowed AS (
  SELECT nextval('care_case_ordinal_seq')::integer AS ordinal FROM held
  WHERE ($44::text IS NULL OR EXISTS (SELECT FROM claimed)) AND ($46::text IS NULL OR EXISTS (SELECT FROM accepted))
), opened AS (
  INSERT INTO care_case (id, no, family_name, given_name, family_kana, given_kana, sex, hospital_number, municipality,
    ordinal, kana_fold, search_text, grams, created_at, birth_order)
  SELECT $1, $20, $21, $22, $23, $24, $25, $26, $27, a.ordinal, $28, $29,
    ARRAY(SELECT (a.ordinal >> 16) || ':' || g FROM unnest($30::text[]) AS g), $9, $49::smallint
  FROM allowed a
  RETURNING id AS case_id, 1 AS version
), moved AS (
  INSERT INTO case_state (case_id, version, pathway_version, value, facts, head)
  SELECT o.case_id, o.version, $4, $5, $6, $7 FROM opened o
  RETURNING case_id, version
), written AS (
  INSERT INTO case_event (case_id, seq, type, at, stage, payload, hash, before)
  SELECT o.case_id, o.version, $8, $9, $10, $11, $7, $12::json FROM opened o
), carded AS (
  INSERT INTO board_card (case_id, version, closed_at, card)
  SELECT o.case_id, o.version, CASE WHEN $14::boolean THEN NULL ELSE $9::timestamptz END, $13 FROM opened o
), keyed AS (
  INSERT INTO idempotency_key (account, key, body_hash, status, body, at)
  SELECT $15, $16, $17, $18, $19, $9 FROM opened o WHERE $15::text IS NOT NULL
), granted AS (
  INSERT INTO case_access (case_id, org_id, class, categories, closed_at)
  SELECT n.case_id, n.org_id, n.class, n.categories, CASE WHEN $14::boolean THEN NULL ELSE $9::timestamptz END
  FROM (
    SELECT o.case_id, n.org_id, n.class, string_to_array(n.categories, ',') AS categories
    FROM opened o, unnest($41::text[], $42::text[], $43::text[]) AS n (org_id, class, categories)
    UNION ALL
    ${otherHubs('opened', '$41::text[]')}
  ) n
), ${records(31, 'opened')}, ${deadlines(37, 'opened')}, queued AS (
  INSERT INTO outbox (case_id, seq) SELECT o.case_id, o.version FROM opened o
) SELECT m.version FROM moved m`,
};
