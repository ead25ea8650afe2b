import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import { MADE_FROM } from './source-of-case.ts';

/** One child of an imported file: its identity there, its part of the file, and what was made of it. */
export type ImportedDraft = {
  readonly sourceKey: string;
  readonly sourceText: string;
  /** JSON. */
  readonly content: string;
};

export type NewImport = {
  readonly org: string;
  readonly person: string;
  readonly format: string;
  /** The file as it came. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** JSON. */
  readonly report: string;
  readonly drafts: readonly ImportedDraft[];
};
type PutOptions = {
  /** No further batch begins after this; those written stay. Where it comes first, not even the file is kept. */
  readonly signal?: AbortSignal;
  /** Told how many drafts are written. */
  readonly onBatch?: (done: number) => void;
};

export type PutDraft = {
  readonly id: string;
  readonly sourceKey: string;
  readonly version: number;
  readonly outcome: 'new' | 'updated' | 'unchanged';
};

/** A draft as lists have it: of the content only who the child is, marks and care needs. */
export type ListedDraft = {
  readonly id: string;
  readonly version: number;
  readonly importedAt: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Values that a person confirmed; a later import does not change them. */
  readonly confirmed: Readonly<Record<string, unknown>>;
  readonly caseId: string | null;
  /** null also where the organisation has no part in the case any more. */
  readonly caseNo: string | null;
};
export type Draft = ListedDraft & { readonly sourceKey: string };
export type DraftVersion = {
  readonly version: number;
  readonly importedAt: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Id of the file it came with. */
  readonly source: string;
};

/** Drafts that went, drafts set back to the file before, and drafts of which a version stays, since a case was made from it. */
type TakenBack = { readonly discarded: number; readonly setBack: number; readonly kept: number };

export type Drafts = {
  /**
   * Keeps the file, then its drafts in batches of less than a second; the same child again is a new version only where
   * something changed. Not whole where the signal stopped it.
   */
  put(imported: NewImport, options?: PutOptions): Promise<{ id: string; drafts: PutDraft[]; isWhole: boolean }>;
  /** What `put` would answer, without writing. */
  compare(org: string, drafts: readonly ImportedDraft[]): Promise<Omit<PutDraft, 'id'>[]>;
  /** Of an organisation, those without a case first, then the latest: at most 5,000, beside how many there are. */
  list(org: string): Promise<{ drafts: ListedDraft[]; total: number }>;
  find(org: string, id: string): Promise<(Draft & { versions: DraftVersion[] }) | null>;
  /** Adds to the confirmed values; false: no such draft of this organisation. */
  confirm(org: string, id: string, fields: Readonly<Record<string, string | null | undefined>>): Promise<boolean>;
  /** Removes one draft; false: there is none, or it became a case. */
  discard(org: string, id: string): Promise<boolean>;
  /**
   * Removes what one file brought: drafts that came with it and with no other, unless they became cases; and its versions
   * of all others, which are again as the file before left them. The version that a case was made from stays. The file
   * itself goes as any that no draft names. null: no such file of this organisation.
   */
  discardFile(org: string, source: string): Promise<TakenBack | null>;
};

export function drafts(database: Database, clock: Clock): Drafts {
  return {
    put: (imported, options = {}) => putImport(database, { imported, at: clock.now(), options }),
    async compare(org, incoming) {
      const rows = await database.rows<PutDraft>(compareText, [org, ...columnsOf(lastOfEach(incoming))]);
      return rows.map(({ sourceKey, version, outcome }) => ({ sourceKey, version, outcome }));
    },
    list: org => listDrafts(database, org),
    find: (org, id) => findDraft(database, org, id),
    async confirm(org, id, fields) {
      return (await database.run(confirmText, [org, id, jsonOf(fields)])) > 0;
    },
    discard: async (org, id) => (await database.run(discardText, [org, id])) > 0,
    async discardFile(org, source) {
      if (!isId(source)) return null;
      const [counted] = await database.rows<TakenBack>(discardFileText, [org, source]);
      return counted ?? null;
    },
  };
}

/** Drafts written at once: some ten milliseconds, so that no other consumer of the database waits for us. */
const AT_ONCE = 200;

type Putting = { readonly imported: NewImport; readonly at: string; readonly options: PutOptions };

async function putImport(database: Database, { imported, at, options }: Putting) {
  const { org, person, format, sha256, bytes, report } = imported;
  if (options.signal?.aborted) return { id: '', drafts: [], isWhole: false };
  const source = [randomUUID(), org, person, at, format, sha256, bytes, report];
  const [kept] = await database.rows<{ id: string }>(sourceText, source);
  const id = kept?.id ?? '';
  const incoming = lastOfEach(imported.drafts);
  const drafts: PutDraft[] = [];
  while (drafts.length < incoming.length && !options.signal?.aborted) {
    const batch = incoming.slice(drafts.length, drafts.length + AT_ONCE);
    drafts.push(...(await database.rows<PutDraft>(putText, [org, ...columnsOf(batch), id, at])));
    options.onBatch?.(drafts.length);
  }
  return { id, drafts, isWhole: drafts.length === incoming.length };
}

/** PostgreSQL keeps no NUL and no half of a character. */
const jsonOf = (fields: Readonly<Record<string, string | null | undefined>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, value?.toWellFormed().replaceAll('\0', '') ?? null]),
    ),
  );

/** A file may name one child twice; the later entry counts. */
const lastOfEach = (incoming: readonly ImportedDraft[]) => [
  ...new Map(incoming.map(draft => [draft.sourceKey, draft])).values(),
];

const columnsOf = (incoming: readonly ImportedDraft[]): unknown[] => [
  incoming.map(({ sourceKey }) => sourceKey.replaceAll('\0', '')),
  incoming.map(({ sourceText }) => sourceText.replaceAll('\0', '')),
  incoming.map(({ content }) => storable(content)),
  incoming.map(() => randomUUID()),
];

/** JSON without NUL and without halves of characters, which PostgreSQL keeps but cannot take apart again. */
const storable = (json: string): string =>
  json.replace(/\\(?:u0000|u[dD][89a-fA-F][\da-fA-F]{2}|.)/gs, sign => (/^\\u(0000|[dD])/.test(sign) ? '' : sign));

/** Each incoming draft beside what is kept of it, in the order it came. Text is compared: json has no equality. */
const KNOWN = `
  SELECT n.source_key, n.source_text, n.content, n.new_id, n.place, d.id, d.version,
    CASE WHEN d.id IS NULL THEN 'new'
      WHEN v.content::text = n.content::text AND v.source_text = n.source_text THEN 'unchanged' ELSE 'updated' END
      AS outcome
  FROM unnest($2::text[], $3::text[], $4::json[], $5::text[]) WITH ORDINALITY
    AS n (source_key, source_text, content, new_id, place)
  LEFT JOIN import_draft d ON d.org_id = $1 AND d.source_key = n.source_key
  LEFT JOIN import_draft_version v ON v.draft_id = d.id AND v.version = d.version`;

const compareText: Statement = {
  text: `SELECT k.source_key AS "sourceKey", k.outcome,
      coalesce(k.version, 0) + CASE k.outcome WHEN 'unchanged' THEN 0 ELSE 1 END AS version
    FROM (${KNOWN}) k ORDER BY k.place`,
};

/** The same bytes again are kept once. */
const sourceText: Statement = {
  text: `WITH known AS (SELECT id FROM import_source WHERE org_id = $2 AND sha256 = $6 LIMIT 1), added AS (
    INSERT INTO import_source (id, org_id, person_id, at, format, sha256, bytes, report)
    SELECT $1, $2, $3, $4::timestamptz, $5, $6, $7::bytea, $8::json WHERE NOT EXISTS (SELECT FROM known) RETURNING id
  )
  SELECT id FROM known UNION ALL SELECT id FROM added`,
};

const putText: Statement = {
  text: `WITH known AS (${KNOWN}), put AS (
    INSERT INTO import_draft AS d (id, org_id, source_key, version, created_at, updated_at)
    SELECT k.new_id, $1, k.source_key, 1, $7::timestamptz, $7::timestamptz FROM known k WHERE k.outcome <> 'unchanged'
    ON CONFLICT (org_id, source_key) DO UPDATE SET version = d.version + 1, updated_at = excluded.updated_at
    RETURNING d.id, d.source_key, d.version
  ), versions AS (
    INSERT INTO import_draft_version (draft_id, version, source_id, source_text, content, at)
    SELECT p.id, p.version, $6, k.source_text, k.content, $7::timestamptz
    FROM put p JOIN known k ON k.source_key = p.source_key
  )
  SELECT coalesce(p.id, k.id) AS id, k.source_key AS "sourceKey", coalesce(p.version, k.version) AS version, k.outcome
  FROM known k LEFT JOIN put p ON p.source_key = k.source_key ORDER BY k.place`,
};

/** The case of a draft, as long as the organisation sees it. */
const CASE_OF_DRAFT = `LEFT JOIN case_access a ON a.case_id = d.case_id AND a.org_id = d.org_id
  LEFT JOIN care_case k ON k.id = a.case_id`;

const DRAFT = `SELECT d.id, d.source_key AS "sourceKey", d.version, v.at AS "importedAt", v.content, d.confirmed,
    d.case_id AS "caseId", k.no AS "caseNo"
  FROM import_draft d JOIN import_draft_version v ON v.draft_id = d.id AND v.version = d.version
  ${CASE_OF_DRAFT}`;

const LISTED = 5_000;
const listText: Statement = {
  text: `SELECT d.id, d.version, d.confirmed, d.case_id AS "caseId", k.no AS "caseNo", v.at AS "importedAt",
      row_to_json(c) AS content
    FROM (
      SELECT * FROM import_draft WHERE org_id = $1 ORDER BY case_id IS NOT NULL, updated_at DESC, id LIMIT ${LISTED}
    ) d
    JOIN import_draft_version v ON v.draft_id = d.id AND v.version = d.version
    ${CASE_OF_DRAFT}
    CROSS JOIN LATERAL json_to_record(v.content) AS c ("familyName" text, "givenName" text, "familyKana" text,
      "givenKana" text, "bornOn" text, sex text, "hospitalNumber" text, marks json, "careNeeds" json)
    ORDER BY d.case_id IS NOT NULL, d.updated_at DESC, d.id`,
};
const countText: Statement = { text: 'SELECT count(*) AS n FROM import_draft WHERE org_id = $1' };

async function listDrafts(database: Database, org: string) {
  const drafts = await database.rows<ListedDraft>(listText, [org]);
  if (drafts.length < LISTED) return { drafts, total: drafts.length };
  const [counted] = await database.rows<{ n: number }>(countText, [org]);
  return { drafts, total: counted?.n ?? drafts.length };
}

const findText: Statement = { text: `${DRAFT} WHERE d.org_id = $1 AND d.id = $2` };
const versionsText: Statement = {
  text: 'SELECT version, at AS "importedAt", content, source_id AS source FROM import_draft_version WHERE draft_id = $1 ORDER BY version DESC',
};

async function findDraft(database: Database, org: string, id: string) {
  if (!isId(id)) return null;
  const [draft] = await database.rows<Draft>(findText, [org, id]);
  if (!draft) return null;
  return { ...draft, versions: await database.rows<DraftVersion>(versionsText, [id]) };
}

const confirmText: Statement = {
  text: 'UPDATE import_draft SET confirmed = confirmed || $3::jsonb WHERE org_id = $1 AND id = $2',
};

const discardText: Statement = {
  text: 'DELETE FROM import_draft WHERE org_id = $1 AND id = $2 AND case_id IS NULL',
};
/**
 * What a file that comes at this moment changes, and a draft that becomes a case at it, are left to whoever asks again.
 * `made`: the version that the case of a draft was made from.
 */
const discardFileText: Statement = {
  text: `WITH file AS (
    SELECT id FROM import_source WHERE id = $2 AND org_id = $1
  ), named AS (
    SELECT d.id, d.case_id, made.version AS made, max(v.version) AS newest,
      max(v.version) FILTER (WHERE v.source_id <> $2 OR v.version = made.version) AS other,
      coalesce(bool_or(v.source_id = $2 AND v.version = made.version), false) AS is_kept
    FROM import_draft d JOIN import_draft_version v ON v.draft_id = d.id
    LEFT JOIN care_case c ON c.id = d.case_id
    LEFT JOIN LATERAL (${MADE_FROM}) made ON c.id IS NOT NULL
    WHERE d.org_id = $1
      AND d.id IN (SELECT w.draft_id FROM import_draft_version w JOIN file ON file.id = w.source_id)
    GROUP BY d.id, made.version
  ), kept AS (
    UPDATE import_draft d SET version = n.other FROM named n
    WHERE d.id = n.id AND d.version = n.newest AND d.case_id IS NOT DISTINCT FROM n.case_id AND n.other IS NOT NULL
    RETURNING d.id, n.made, n.is_kept, n.other < n.newest AS is_set_back
  ), cut AS (
    DELETE FROM import_draft_version v USING kept k
    WHERE v.draft_id = k.id AND v.source_id = $2 AND v.version IS DISTINCT FROM k.made
  ), gone AS (
    DELETE FROM import_draft d USING named n
    WHERE d.id = n.id AND d.version = n.newest AND n.other IS NULL AND d.case_id IS NULL
    RETURNING d.id
  )
  SELECT (SELECT count(*) FROM gone)::int AS discarded,
    (SELECT count(*) FROM kept WHERE is_set_back)::int AS "setBack",
    (SELECT count(*) FROM kept WHERE is_kept)::int AS kept
  FROM file`,
};
