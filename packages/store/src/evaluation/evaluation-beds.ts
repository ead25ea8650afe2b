import type { BedRow, Clock } from '@kaerimichi/casework';
import type { Day } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

export type EvaluationBeds = {
  /** null: the house has not said how many. */
  countOf(house: string): Promise<number | null>;
  /** Says how many it keeps, over what was said before. */
  say(house: string, said: { readonly beds: number; readonly by: string }): Promise<void>;
  days(house: string, of: { readonly from: Day; readonly to: Day }): Promise<BedRow[]>;
  waits(house: string, most: number): Promise<BedRow[]>;
};

/** Beds for evaluation admissions: how many a house keeps, which days are held, and who waits. */
export const evaluationBeds = (database: Database, clock: Clock): EvaluationBeds => ({
  async countOf(house) {
    const [row] = await database.rows<{ beds: number }>(countText, [house]);
    return row?.beds ?? null;
  },
  say: async (house, { beds, by }) => void (await database.run(sayText, [house, beds, by, clock.now()])),
  days: (house, { from, to }) => database.rows<BedRow>(daysText, [house, from, to]),
  waits: (house, most) => database.rows<BedRow>(waitsText, [house, most]),
});

/** `/` comes right after the full stop that ends a house in a row's name; ids hold neither. */
const OF_HOUSE = `state = 'open' AND ref >= $1 || '.' AND ref < $1 || '/'`;
const FIELDS = `case_id AS "caseId", ref, due_on AS "on"`;

const countText: Statement = {
  name: 'evaluation-beds',
  text: 'SELECT beds FROM evaluation_beds WHERE org_id = $1',
};
const sayText: Statement = {
  text: `INSERT INTO evaluation_beds (org_id, beds, said_by, said_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id) DO UPDATE SET beds = excluded.beds, said_by = excluded.said_by, said_at = excluded.said_at`,
};
const daysText: Statement = {
  name: 'evaluation-bed-days',
  text: `SELECT ${FIELDS} FROM deadline WHERE kind = 'bedDay' AND ${OF_HOUSE}
    AND due_on BETWEEN $2::date AND $3::date ORDER BY ref`,
};
const waitsText: Statement = {
  name: 'evaluation-bed-waits',
  text: `SELECT ${FIELDS} FROM deadline WHERE kind = 'bedWait' AND ${OF_HOUSE} ORDER BY due_on, ref LIMIT $2`,
};
