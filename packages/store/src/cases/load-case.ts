import type { CaseAccessRow } from '@kaerimichi/access';
import type { Identity, LoadedCase } from '@kaerimichi/casework';
import { category } from '@kaerimichi/discharge';
import { upgradeState } from '@kaerimichi/discharge/chart';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';

/** A case with who may see it, in one row; `caseId` is the parameter that holds its id. */
export const LOAD_CASE_SQL = (caseId: string) => `
  SELECT s.case_id, c.no, s.version, s.pathway_version, s.value, s.facts, s.head, s.access_epoch,
    c.family_name, c.given_name, c.family_kana, c.given_kana, c.sex, c.hospital_number, c.municipality, c.birth_order,
    b.closed_at IS NULL AS active,
    EXISTS (SELECT FROM import_draft d WHERE d.case_id = s.case_id) AS has_source,
    (SELECT json_agg(json_build_object('org', a.org_id, 'class', a.class, 'categories', a.categories) ORDER BY a.org_id)
     FROM case_access a WHERE a.case_id = s.case_id) AS access
  FROM case_state s JOIN care_case c ON c.id = s.case_id JOIN board_card b ON b.case_id = s.case_id
  WHERE s.case_id = ${caseId}`;

const loadCaseText: Statement = { name: 'load-case', text: LOAD_CASE_SQL('$1') };

export type CaseRow = {
  case_id: string;
  no: string;
  version: number;
  pathway_version: number;
  value: unknown;
  facts: unknown;
  head: Uint8Array;
  access_epoch: number;
  family_name: string | null;
  given_name: string | null;
  family_kana: string | null;
  given_kana: string | null;
  sex: Identity['sex'];
  hospital_number: string | null;
  municipality: string | null;
  birth_order: number | null;
  active: boolean;
  has_source: boolean;
  access: unknown;
};

/** Rows of `case_access`; a category that this program does not know is shown to nobody. */
export const accessRows: z.ZodType<CaseAccessRow[]> = z
  .array(
    z.object({
      org: z.string(),
      class: z.enum(['full', 'partner', 'numberOnly']),
      categories: z.array(z.string()).transform(names => names.flatMap(name => category.safeParse(name).data ?? [])),
    }),
  )
  .nullable()
  .transform(rows => rows ?? []);

/** Parses the JSON columns once; throws when stored facts do not fit this program's schema. */
export function toLoadedCase(row: CaseRow): LoadedCase {
  return {
    id: row.case_id,
    no: row.no,
    version: row.version,
    pathwayVersion: row.pathway_version,
    ...upgradeState({ pathwayVersion: row.pathway_version, value: row.value, facts: row.facts }),
    head: row.head,
    accessEpoch: row.access_epoch,
    access: accessRows.parse(row.access),
    hasSource: row.has_source,
    identity: {
      familyName: row.family_name,
      givenName: row.given_name,
      familyKana: row.family_kana,
      givenKana: row.given_kana,
      sex: row.sex,
      hospitalNumber: row.hospital_number,
      municipality: row.municipality,
      birthOrder: row.birth_order,
    },
  };
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Whether a text from outside can be an id at all; PostgreSQL refuses some characters with an error. */
export const isId = (text: string): boolean => ID.test(text);

/** One read; null: no such case. */
export async function readCase(
  database: Database,
  caseId: string,
): Promise<{ loaded: LoadedCase; active: boolean } | null> {
  if (!isId(caseId)) return null;
  const [row] = await database.rows<CaseRow>(loadCaseText, [caseId]);
  return row ? { loaded: toLoadedCase(row), active: row.active } : null;
}
