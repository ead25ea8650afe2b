import type { Clock } from '@kaerimichi/casework';
import type { Day } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** How many beds a house has from a day on, and who said so. */
export type HouseBeds = {
  readonly fromOn: Day;
  /** Of general and similar wards, of long-term care, of wards that claim A307. */
  readonly general: number;
  readonly longTerm: number;
  readonly child: number;
  readonly saidBy: string;
  readonly saidAt: string;
};

export type BedsOfHouses = {
  /** What was said for the last day that is not after this one; null: nothing. */
  on(org: string, day: Day): Promise<HouseBeds | null>;
  /** Says it from a day on, over what was said of the same day. */
  say(org: string, said: Omit<HouseBeds, 'saidAt'>): Promise<HouseBeds>;
};

export const bedsOfHouses = (slow: Database, clock: Clock): BedsOfHouses => ({
  async on(org, day) {
    const [row] = await slow.rows<HouseBeds>(onText, [org, day]);
    return row ?? null;
  },
  async say(org, said) {
    const saidAt = clock.now();
    const { fromOn, general, longTerm, child, saidBy } = said;
    await slow.run(sayText, [org, fromOn, general, longTerm, child, saidBy, saidAt]);
    return { ...said, saidAt };
  },
});

const onText: Statement = {
  text: `SELECT from_on AS "fromOn", general, long_term AS "longTerm", child, said_by AS "saidBy", said_at AS "saidAt"
    FROM house_beds WHERE org_id = $1 AND from_on <= $2 ORDER BY from_on DESC LIMIT 1`,
};
const sayText: Statement = {
  text: `INSERT INTO house_beds (org_id, from_on, general, long_term, child, said_by, said_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (org_id, from_on) DO UPDATE SET general = excluded.general, long_term = excluded.long_term,
      child = excluded.child, said_by = excluded.said_by, said_at = excluded.said_at`,
};
