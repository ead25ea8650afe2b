import type { Identity, StoredEvent } from '@kaerimichi/casework';
import type { CaseFacts, FullCard } from '@kaerimichi/discharge';
import pg from 'pg';
import { textTypes } from '../database.ts';
import { checkCase } from './check-case.ts';

/** What does not hold, and where: the first bad entry of a case is named. `seq` null: the case as a whole. */
export type Finding = {
  readonly caseId: string;
  readonly seq: number | null;
  readonly fault: FaultCode;
  readonly detail: string;
};
export type FaultCode =
  | 'chain' // the hash does not follow from the entry and the one before
  | 'gap' // an entry is missing or out of order
  | 'columns' // type, instant or number of the row differ from the hashed bytes
  | 'payload' // the hashed bytes are no event
  | 'end' // entries are missing at the end, or the case's state names another newest entry
  | 'record' // a text or document is missing or differs from the hash that the event keeps
  | 'state' // deciding the events again gives another state
  | 'card' // the board shows another version, or not what the state leads to
  | 'deadline' // what the clock waits for is not what the state leads to
  | 'missing'; // a part of the case is gone altogether

export type KeptDeadline = { readonly kind: string; readonly ref: string; readonly on: string };

/** One case as it is kept, for deciding its events again and deriving the rest from that. */
export type KeptCase = {
  readonly caseId: string;
  readonly no: string;
  readonly identity: Identity;
  readonly card: FullCard | unknown;
  /** Whether the board shows it. */
  readonly active: boolean;
  /** Rows that wait, or that fired and stand. */
  readonly deadlines: readonly (KeptDeadline & { readonly isOpen: boolean })[];
  readonly events: readonly StoredEvent[];
  readonly state: { readonly pathwayVersion: number; readonly value: unknown; readonly facts: CaseFacts | unknown };
};

export type VerifyOptions = {
  /** Decides a case's events again; the first thing that is wrong, or null. Left out: only the chains are checked. */
  readonly redecide?: (kept: KeptCase) => Omit<Finding, 'caseId'> | null;
  readonly onProgress?: (so: { cases: number; events: number }) => void;
  /** Findings are counted beyond this, and no longer kept. */
  readonly mostFindings?: number;
};

export type Verification = {
  readonly cases: number;
  readonly events: number;
  readonly records: number;
  /** Texts destroyed on purpose: their hash stands, their text is gone. */
  readonly destroyed: number;
  readonly bad: number;
  readonly findings: readonly Finding[];
};

export type StateRow = {
  case_id: string;
  has_case: boolean;
  version: number | null;
  pathway_version: number | null;
  value: unknown;
  facts: unknown;
  head: Uint8Array | null;
  card_version: number | null;
  card: unknown;
  active: boolean;
  no: string;
  identity: Identity;
  deadlines: KeptCase['deadlines'] | null;
};
export type EventRow = StoredEvent & { case_id: string };
export type RecordRow = {
  case_id: string;
  id: string;
  version: number;
  seq: number;
  salt: string | null;
  hash: string;
  body: unknown;
};

/** Cases read together: some ten thousand events, far below a hundred megabytes. */
const CASES = 500;
const MOST_FINDINGS = 1_000;

/**
 * Proves every case's history, in one consistent view of the database and without holding anybody up: each entry's hash
 * from its bytes and the one before, numbers without gap, the end against the case's state, every text against its hash.
 */
export async function verifyChains(databaseUrl: string, options: VerifyOptions = {}): Promise<Verification> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    types: textTypes,
    application_name: 'kaerimichi-verify',
  });
  await client.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await verifyAll(client, options);
  } finally {
    await client.end();
  }
}

async function verifyAll(client: pg.Client, { redecide, onProgress, mostFindings = MOST_FINDINGS }: VerifyOptions) {
  const total = { cases: 0, events: 0, records: 0, destroyed: 0, bad: 0 };
  const findings: Finding[] = [];
  for (let after = ''; ; ) {
    const states = await rowsOf<StateRow>(client, STATES, [after, CASES]);
    if (states.length === 0) break;
    after = states.at(-1)?.case_id ?? after;
    const ids = states.map(({ case_id }) => case_id);
    const events = byCase(await rowsOf<EventRow>(client, EVENTS, [ids]));
    const records = byCase(await rowsOf<RecordRow>(client, RECORDS, [ids]));
    for (const state of states) {
      const parts = { state, events: events.get(state.case_id) ?? [], records: records.get(state.case_id) ?? [] };
      const found = checkCase(parts, redecide);
      total.cases++;
      total.events += parts.events.length;
      total.records += parts.records.length;
      total.destroyed += parts.records.filter(({ salt }) => salt === null).length;
      total.bad += found.length;
      findings.push(...found.slice(0, Math.max(0, mostFindings - findings.length)));
    }
    onProgress?.({ cases: total.cases, events: total.events });
  }
  return { ...total, findings };
}

/** Every case that any of its tables knows: one of which all but a remnant was deleted is found by the remnant. */
const STATES = `
  SELECT i.case_id, c.id IS NOT NULL AS has_case, s.version, s.pathway_version, s.value, s.facts, s.head,
    b.version AS card_version, b.card, b.closed_at IS NULL AS active, c.no,
    json_build_object('familyName', c.family_name, 'givenName', c.given_name, 'familyKana', c.family_kana,
      'givenKana', c.given_kana, 'sex', c.sex, 'hospitalNumber', c.hospital_number,
      'municipality', c.municipality) AS identity,
    (SELECT json_agg(json_build_object('kind', d.kind, 'ref', d.ref, 'on', d.due_on, 'isOpen', d.state = 'open'))
     FROM deadline d WHERE d.case_id = i.case_id AND d.state <> 'cancelled') AS deadlines
  FROM (
    SELECT id AS case_id FROM (SELECT id FROM care_case WHERE id > $1 ORDER BY id LIMIT $2) a
    UNION SELECT case_id FROM (SELECT case_id FROM case_state WHERE case_id > $1 ORDER BY case_id LIMIT $2) b
    UNION SELECT case_id FROM (SELECT DISTINCT case_id FROM case_event WHERE case_id > $1 ORDER BY case_id LIMIT $2) e
    ORDER BY case_id LIMIT $2
  ) i
  LEFT JOIN care_case c ON c.id = i.case_id
  LEFT JOIN case_state s ON s.case_id = i.case_id
  LEFT JOIN board_card b ON b.case_id = i.case_id
  ORDER BY i.case_id`;

const EVENTS = `SELECT case_id, seq, type, at, stage, payload, hash FROM case_event
  WHERE case_id = ANY ($1::text[]) ORDER BY case_id, seq`;

const RECORDS = `SELECT case_id, id, version, seq, salt, hash, body FROM record WHERE case_id = ANY ($1::text[])`;

async function rowsOf<Row>(client: pg.Client, text: string, values: readonly unknown[]): Promise<Row[]> {
  // The statement's text fixes the shape of its rows.
  return (await client.query(text, values as unknown[])).rows as Row[];
}

function byCase<Row extends { case_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}
