import type { Statement } from '../database.ts';
import { type Insertion, insertion } from './insertion.ts';

const caseColumns = {
  id: 'text',
  no: 'text',
  family_name: 'text',
  given_name: 'text',
  family_kana: 'text',
  given_kana: 'text',
  sex: 'text',
  hospital_number: 'text',
  municipality: 'text',
  kana_fold: 'text',
  search_text: 'text',
  grams: 'json',
  created_at: 'timestamptz',
  birth_order: 'smallint',
};

/** Numbered in the order in which they come; the pieces name the block of their number, as in the text of one case. */
const careCase: Insertion = {
  columns: Object.keys(caseColumns),
  text: `INSERT INTO care_case (${Object.keys(caseColumns).join(', ')}, ordinal)
    SELECT n.id, n.no, n.family_name, n.given_name, n.family_kana, n.given_kana, n.sex, n.hospital_number, n.municipality,
      n.kana_fold, n.search_text, ARRAY(SELECT (n.ordinal >> 16) || ':' || g FROM json_array_elements_text(n.grams) AS g),
      n.created_at, n.birth_order, n.ordinal
    FROM (
      SELECT c.*, nextval('care_case_ordinal_seq')::integer AS ordinal
      FROM unnest(${Object.values(caseColumns)
        .map((type, at) => `$${at + 1}::${type}[]`)
        .join(', ')}) AS c (${Object.keys(caseColumns).join(', ')})
    ) n`,
};

/** Many rows of each table in one statement; tables in the order in which they are written. */
export const insertions = {
  organisation: insertion('organisation', {
    id: 'text',
    kind: 'text',
    name: 'text',
    kana: 'text',
    municipality: 'text',
    search_text: 'text',
    details: 'jsonb',
  }),
  dutyRoster: insertion('duty_roster', {
    org_id: 'text',
    version: 'integer',
    content: 'json',
    changed_at: 'timestamptz',
  }),
  evaluationBeds: insertion('evaluation_beds', { org_id: 'text', beds: 'smallint', said_at: 'timestamptz' }),
  person: insertion('person', { id: 'text', identifier: 'text', display_name: 'text', password_hash: 'text' }),
  membership: insertion('membership', {
    id: 'text',
    person_id: 'text',
    org_id: 'text',
    role: 'text',
    flags: 'text',
    from_on: 'date',
  }),
  guardian: insertion('guardian', {
    id: 'text',
    case_id: 'text',
    org_id: 'text',
    relation: 'text',
    categories: 'text',
    decides: 'boolean',
    from_on: 'date',
    code_hash: 'text',
    code_expires_at: 'timestamptz',
    invited_by: 'text',
    invited_at: 'timestamptz',
    membership_id: 'text',
    joined_at: 'timestamptz',
  }),
  care_case: careCase,
  case_state: insertion('case_state', {
    case_id: 'text',
    version: 'integer',
    pathway_version: 'integer',
    value: 'json',
    facts: 'json',
    head: 'bytea',
    access_epoch: 'integer',
  }),
  board_card: insertion('board_card', { case_id: 'text', version: 'integer', closed_at: 'timestamptz', card: 'json' }),
  case_access: insertion('case_access', {
    case_id: 'text',
    org_id: 'text',
    class: 'text',
    categories: 'text',
    closed_at: 'timestamptz',
  }),
  case_event: insertion('case_event', {
    case_id: 'text',
    seq: 'integer',
    type: 'text',
    at: 'timestamptz',
    stage: 'text',
    payload: 'bytea',
    hash: 'bytea',
    before: 'json',
  }),
  record: insertion('record', {
    id: 'text',
    version: 'integer',
    case_id: 'text',
    seq: 'integer',
    kind: 'text',
    category: 'text',
    salt: 'text',
    hash: 'text',
    body: 'json',
  }),
  deadline: insertion('deadline', {
    case_id: 'text',
    kind: 'text',
    ref: 'text',
    due_on: 'date',
    due_at: 'timestamptz',
    fires: 'text',
    state: 'text',
    first_on: 'date',
    moves: 'smallint',
    set_seq: 'integer',
  }),
  outbox: insertion('outbox', { case_id: 'text', seq: 'integer', lost: 'text' }),
} as const satisfies Record<string, Insertion>;

/** Changes the one row of a deployment that was begun and has no world yet. */
export const seededText: Statement = { text: 'UPDATE deployment SET seeded_at = $1 WHERE seeded_at IS NULL' };
