import type { Identity } from '@kaerimichi/casework';
import type { FullCard } from '@kaerimichi/discharge';
import { type CaseState, pathwayVersion, type StoredState } from '@kaerimichi/discharge/chart';
import type { Database, Statement } from '../database.ts';

/** A case as an earlier version of the pathway left it, and what its card is made of. */
export type BehindCase = {
  readonly caseId: string;
  readonly version: number;
  readonly no: string;
  readonly identity: Identity;
  /** Instant of its last event. */
  readonly at: string;
  readonly stored: StoredState;
};

/** The same as this program understands it. */
export type CarriedCase = Pick<BehindCase, 'caseId' | 'version'> & {
  readonly from: number;
  readonly state: CaseState;
  readonly card: FullCard;
};

export type BehindCases = {
  /** Whether a case is kept under an earlier version than this program's; asked of an index, however many cases there are. */
  isAny(): Promise<boolean>;
  /** Such cases behind an id, in their order; closed ones too. */
  list(after: string, limit: number): Promise<BehindCase[]>;
  /**
   * Writes state and card of cases in which nothing has happened meanwhile: whatever happened has carried its case by
   * itself. No event, no deadline: history and days stay as they are. Answers how many it wrote.
   */
  carry(cases: readonly CarriedCase[]): Promise<number>;
};

/** `forget`: cards that this process keeps under a version that says nothing of the change. */
export function behindCases(database: Database, forget: (caseIds: readonly string[]) => void): BehindCases {
  return {
    isAny: async () => (await database.rows(anyText, [pathwayVersion])).length > 0,
    list: async (after, limit) => (await database.rows<Row>(listText, [pathwayVersion, after, limit])).map(toBehind),
    async carry(cases) {
      const written = await database.run(carryText, [
        cases.map(({ caseId }) => caseId),
        cases.map(({ version }) => version),
        cases.map(({ from }) => from),
        cases.map(({ state }) => JSON.stringify(state.value)),
        cases.map(({ state }) => JSON.stringify(state.facts)),
        cases.map(({ card }) => JSON.stringify(card)),
        pathwayVersion,
      ]);
      forget(cases.map(({ caseId }) => caseId));
      return written;
    },
  };
}

const anyText: Statement = { text: 'SELECT FROM case_state WHERE pathway_version < $1 LIMIT 1' };

type Row = Omit<BehindCase, 'stored'> & StoredState;

const toBehind = ({ pathwayVersion, value, facts, ...row }: Row): BehindCase => ({
  ...row,
  stored: { pathwayVersion, value, facts },
});

const listText: Statement = {
  text: `SELECT s.case_id AS "caseId", s.version, s.pathway_version AS "pathwayVersion", s.value, s.facts, c.no,
      (SELECT e.at FROM case_event e WHERE e.case_id = s.case_id AND e.seq = s.version) AS at,
      json_build_object('familyName', c.family_name, 'givenName', c.given_name, 'familyKana', c.family_kana,
        'givenKana', c.given_kana, 'sex', c.sex, 'hospitalNumber', c.hospital_number, 'municipality', c.municipality,
        'birthOrder', c.birth_order) AS identity
    FROM case_state s JOIN care_case c ON c.id = s.case_id
    WHERE s.pathway_version < $1 AND s.case_id > $2 ORDER BY s.case_id LIMIT $3`,
};

/** A commit that comes first leaves another version behind, and the row is passed over; one that comes next waits. */
const carryText: Statement = {
  text: `WITH carried AS (
      SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[], $4::json[], $5::json[], $6::json[])
        AS c (case_id, version, before, value, facts, card)
    ), states AS (
      UPDATE case_state s SET pathway_version = $7, value = c.value, facts = c.facts
      FROM carried c WHERE s.case_id = c.case_id AND s.version = c.version AND s.pathway_version = c.before
      RETURNING s.case_id
    )
    UPDATE board_card b SET card = c.card FROM carried c JOIN states USING (case_id) WHERE b.case_id = c.case_id`,
};
