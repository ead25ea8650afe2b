import type { Identity, StoredEvent } from '@kaerimichi/casework';
import type pg from 'pg';
import { checkCase } from './check-case.ts';
import type { Finding, KeptCase, Verification, VerifyOptions } from './verify-chains.ts';

/** Cases by their ids, after one and up to another; null: to the end. */
export type CaseRange = { readonly after: string; readonly upTo: string | null };

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

/** Entries read together, so that also cases with long histories take a few megabytes. */
const EVENTS_AT_ONCE = 5_000;

type RangeOptions = {
  readonly redecide: VerifyOptions['redecide'] | undefined;
  readonly casesAtOnce: number;
  readonly mostFindings: number;
};

/** Every id there is or was lies in one of these, in order. */
export async function rangesOf(client: pg.Client, casesAtOnce: number): Promise<CaseRange[]> {
  const bounds = await rowsOf<{ id: string }>(client, BOUNDS, [casesAtOnce]);
  const starts = ['', ...bounds.map(({ id }) => id)];
  return starts.map((after, at) => ({ after, upTo: starts[at + 1] ?? null }));
}

/** Checks the cases of a range one after the other. */
export async function verifyRange(
  client: pg.Client,
  { after: start, upTo }: CaseRange,
  { redecide, casesAtOnce, mostFindings }: RangeOptions,
): Promise<Verification> {
  const total = { cases: 0, events: 0, records: 0, destroyed: 0, bad: 0 };
  const findings: Finding[] = [];
  for (let after = start, isLast = false; !isLast; ) {
    const states = await rowsOf<StateRow>(client, STATES, [after, upTo, casesAtOnce]);
    isLast = states.length < casesAtOnce;
    after = states.at(-1)?.case_id ?? after;
    for (const some of inBatches(states))
      for (const parts of await readParts(client, some)) {
        const found = checkCase(parts, redecide);
        total.cases++;
        total.events += parts.events.length;
        total.records += parts.records.length;
        total.destroyed += parts.records.filter(({ salt }) => salt === null).length;
        total.bad += found.length;
        findings.push(...found.slice(0, Math.max(0, mostFindings - findings.length)));
      }
  }
  return { ...total, findings };
}

/** By the number of entries that the states name. */
function inBatches(states: readonly StateRow[]): StateRow[][] {
  const batches: StateRow[][] = [];
  let room = 0;
  for (const state of states) {
    room -= state.version ?? 0;
    if (room < 0 || batches.length === 0) {
      batches.push([]);
      room = EVENTS_AT_ONCE - (state.version ?? 0);
    }
    batches.at(-1)?.push(state);
  }
  return batches;
}

async function readParts(client: pg.Client, states: readonly StateRow[]) {
  const ids = states.map(({ case_id }) => case_id);
  const events = byCase(await rowsOf<EventRow>(client, EVENTS, [ids]));
  const records = byCase(await rowsOf<RecordRow>(client, RECORDS, [ids]));
  return states.map(state => ({
    state,
    events: events.get(state.case_id) ?? [],
    records: records.get(state.case_id) ?? [],
  }));
}

const BOUNDS = `SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM care_case) c WHERE n % $1 = 0 ORDER BY id`;

const inRange = (column: string) => `${column} > $1 AND ($2::text IS NULL OR ${column} <= $2)`;

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
    SELECT id AS case_id FROM (SELECT id FROM care_case WHERE ${inRange('id')} ORDER BY id LIMIT $3) a
    UNION SELECT case_id FROM (SELECT case_id FROM case_state WHERE ${inRange('case_id')} ORDER BY case_id LIMIT $3) b
    UNION SELECT case_id FROM (
      SELECT DISTINCT case_id FROM case_event WHERE ${inRange('case_id')} ORDER BY case_id LIMIT $3) e
    ORDER BY case_id LIMIT $3
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
