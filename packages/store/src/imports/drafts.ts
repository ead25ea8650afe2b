import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';

/** One child of an imported file: its identity there, its part of the file, and what was made of it. */
export type ImportedDraft = {
  readonly sourceKey: string;
  readonly sourceText: string;
  readonly content: Readonly<Record<string, unknown>>;
};

export type NewImport = {
  readonly org: string;
  readonly person: string;
  readonly format: string;
  /** The file as it came. */
  readonly bytes: Uint8Array;
  readonly report: unknown;
  readonly drafts: readonly ImportedDraft[];
};

export type PutDraft = {
  readonly id: string;
  readonly sourceKey: string;
  readonly version: number;
  readonly outcome: 'new' | 'updated' | 'unchanged';
};

export type Draft = {
  readonly id: string;
  readonly sourceKey: string;
  readonly version: number;
  readonly importedAt: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Values that a person confirmed; a later import does not change them. */
  readonly confirmed: Readonly<Record<string, unknown>>;
  readonly caseId: string | null;
};
export type DraftVersion = { readonly version: number; readonly importedAt: string };

export type Drafts = {
  /** Keeps the file and its drafts together; the same child again is a new version only where something changed. */
  put(imported: NewImport): Promise<{ id: string; drafts: PutDraft[] }>;
  /** What `put` would answer, without writing. */
  compare(org: string, drafts: readonly ImportedDraft[]): Promise<Omit<PutDraft, 'id'>[]>;
  /** Of an organisation, those without a case first, then the latest. */
  list(org: string): Promise<Draft[]>;
  find(org: string, id: string): Promise<(Draft & { versions: DraftVersion[] }) | null>;
  /** Adds to the confirmed values; false: no such draft of this organisation. */
  confirm(org: string, id: string, fields: Readonly<Record<string, string | null>>): Promise<boolean>;
  /** Says which case it became; false: it has one already, or is not this organisation's. */
  attach(org: string, id: string, caseId: string): Promise<boolean>;
};

export function drafts(database: Database, clock: Clock): Drafts {
  return {
    put: imported => putImport(database, clock.now(), imported),
    async compare(org, incoming) {
      const rows = await database.rows<PutDraft>(compareText, [org, ...columnsOf(lastOfEach(incoming))]);
      return rows.map(({ sourceKey, version, outcome }) => ({ sourceKey, version, outcome }));
    },
    list: org => database.rows<Draft>(listText, [org]),
    find: (org, id) => findDraft(database, org, id),
    async confirm(org, id, fields) {
      return (await database.run(confirmText, [org, id, JSON.stringify(fields).replaceAll('\\u0000', '')])) > 0;
    },
    attach: async (org, id, caseId) => (await database.run(attachText, [org, id, caseId, clock.now()])) > 0,
  };
}

async function putImport(database: Database, at: string, imported: NewImport) {
  const { org, person, format, bytes, report } = imported;
  const id = randomUUID();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const incoming = lastOfEach(imported.drafts);
  const source = [id, person, at, format, sha256, bytes, JSON.stringify(report ?? null)];
  return { id, drafts: await database.rows<PutDraft>(putText, [org, ...columnsOf(incoming), ...source]) };
}

/** A file may name one child twice; the later entry counts. */
const lastOfEach = (incoming: readonly ImportedDraft[]) => [
  ...new Map(incoming.map(draft => [draft.sourceKey, draft])).values(),
];

const columnsOf = (incoming: readonly ImportedDraft[]): unknown[] => [
  incoming.map(({ sourceKey }) => sourceKey.replaceAll('\0', '')),
  incoming.map(({ sourceText }) => sourceText.replaceAll('\0', '')),
  incoming.map(({ content }) => JSON.stringify(content)),
  incoming.map(() => randomUUID()),
];

/** Each incoming draft beside what is kept of it, in the order it came. Text is compared: json has no equality. */
const KNOWN = `
  SELECT n.source_key, n.source_text, n.content, n.new_id, n.place, d.id, d.version,
    CASE WHEN d.id IS NULL THEN 'new' WHEN v.content::text = n.content::text THEN 'unchanged' ELSE 'updated' END
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

const putText: Statement = {
  text: `WITH known AS (${KNOWN}), source AS (
    INSERT INTO import_source (id, org_id, person_id, at, format, sha256, bytes, report)
    VALUES ($6, $1, $7, $8, $9, $10, $11, $12) RETURNING id
  ), put AS (
    INSERT INTO import_draft AS d (id, org_id, source_key, version, created_at, updated_at)
    SELECT k.new_id, $1, k.source_key, 1, $8, $8 FROM known k WHERE k.outcome <> 'unchanged'
    ON CONFLICT (org_id, source_key) DO UPDATE SET version = d.version + 1, updated_at = excluded.updated_at
    RETURNING d.id, d.source_key, d.version
  ), versions AS (
    INSERT INTO import_draft_version (draft_id, version, source_id, source_text, content, at)
    SELECT p.id, p.version, s.id, k.source_text, k.content, $8
    FROM put p JOIN known k ON k.source_key = p.source_key CROSS JOIN source s
  )
  SELECT coalesce(p.id, k.id) AS id, k.source_key AS "sourceKey", coalesce(p.version, k.version) AS version, k.outcome
  FROM known k LEFT JOIN put p ON p.source_key = k.source_key ORDER BY k.place`,
};

const DRAFT = `SELECT d.id, d.source_key AS "sourceKey", d.version, v.at AS "importedAt", v.content, d.confirmed,
    d.case_id AS "caseId"
  FROM import_draft d JOIN import_draft_version v ON v.draft_id = d.id AND v.version = d.version`;

const listText: Statement = {
  text: `${DRAFT} WHERE d.org_id = $1 ORDER BY d.case_id IS NOT NULL, d.updated_at DESC, d.id LIMIT 2000`,
};
const findText: Statement = { text: `${DRAFT} WHERE d.org_id = $1 AND d.id = $2` };
const versionsText: Statement = {
  text: 'SELECT version, at AS "importedAt" FROM import_draft_version WHERE draft_id = $1 ORDER BY version DESC',
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
const attachText: Statement = {
  text: 'UPDATE import_draft SET case_id = $3, updated_at = $4 WHERE org_id = $1 AND id = $2 AND case_id IS NULL',
};
