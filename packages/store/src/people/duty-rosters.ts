import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

export type StoredDuty = {
  readonly org: string;
  /** As the contract parsed it. */
  readonly content: unknown;
  /** Counts the times it was saved, from 1. */
  readonly version: number;
  /** null: as the demo began. */
  readonly changedBy: string | null;
  readonly changedAt: string;
};

export type DutyRosters = {
  find(org: string): Promise<StoredDuty | null>;
  /** Of those of these organisations that keep one. */
  ofOrgs(orgs: readonly string[]): Promise<StoredDuty[]>;
  /** Saves it over the version that was seen (0: there was none); null: somebody else has saved one since. */
  save(
    by: { readonly org: string; readonly person: string },
    wish: { readonly content: unknown; readonly version: number },
  ): Promise<StoredDuty | null>;
};

export function dutyRosters(database: Database, clock: Clock): DutyRosters {
  const ofOrgs: DutyRosters['ofOrgs'] = orgs => database.rows<StoredDuty>(ofOrgsText, [orgs]);
  return {
    ofOrgs,
    find: async org => (await ofOrgs([org]))[0] ?? null,
    async save({ org, person }, { content, version }) {
      const values = [org, version, JSON.stringify(content), person, clock.now()];
      const [saved] = await database.rows<StoredDuty>(saveText, values);
      return saved ?? null;
    },
  };
}

const FIELDS = `org_id AS org, content, version, changed_by AS "changedBy", changed_at AS "changedAt"`;

const ofOrgsText: Statement = {
  name: 'duty-of-orgs',
  text: `SELECT ${FIELDS} FROM duty_roster WHERE org_id = ANY ($1::text[])`,
};

const saveText: Statement = {
  text: `INSERT INTO duty_roster AS d (org_id, version, content, changed_by, changed_at)
    SELECT $1, 1, $3::json, $4, $5::timestamptz
    WHERE $2::integer = 0 OR EXISTS (SELECT FROM duty_roster WHERE org_id = $1)
    ON CONFLICT (org_id) DO UPDATE
      SET version = d.version + 1, content = excluded.content, changed_by = excluded.changed_by,
        changed_at = excluded.changed_at
      WHERE d.version = $2::integer
    RETURNING ${FIELDS}`,
};
