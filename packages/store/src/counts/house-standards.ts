import type { Clock, HouseStandards } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** What a house has notified from a day on, and who said so. */
export type SaidStandards = HouseStandards & { readonly saidBy: string; readonly saidAt: string };

export type StandardsOfHouses = {
  /** Everything that was said, the earliest first. */
  list(org: string): Promise<readonly SaidStandards[]>;
  /** Says it from a day on, over what was said of the same day. */
  say(org: string, said: Omit<SaidStandards, 'saidAt'>): Promise<SaidStandards>;
};

export const standardsOfHouses = (slow: Database, clock: Clock): StandardsOfHouses => ({
  list: org => slow.rows<SaidStandards>(listText, [org]),
  async say(org, said) {
    const saidAt = clock.now();
    const { fromOn, notified, video, dpc, saidBy } = said;
    await slow.run(sayText, [org, fromOn, notified, video, dpc, saidBy, saidAt]);
    return { ...said, saidAt };
  },
});

const listText: Statement = {
  name: 'house-standards',
  text: `SELECT from_on AS "fromOn", notified, video, dpc, said_by AS "saidBy", said_at AS "saidAt"
    FROM house_standard WHERE org_id = $1 ORDER BY from_on`,
};
const sayText: Statement = {
  text: `INSERT INTO house_standard (org_id, from_on, notified, video, dpc, said_by, said_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (org_id, from_on) DO UPDATE SET notified = excluded.notified, video = excluded.video,
      dpc = excluded.dpc, said_by = excluded.said_by, said_at = excluded.said_at`,
};
