import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** That a rule is left as it is, though its condition was passed over so often. */
export type RuleKept = {
  readonly requirement: string;
  /** How many exceptions stood against it. */
  readonly overrides: number;
  readonly reason: string;
  readonly keptBy: string;
  readonly keptAt: string;
};

export type RulesKept = {
  keep(org: string, kept: Omit<RuleKept, 'keptAt'>): Promise<RuleKept>;
  /** The newest first, so many at most. */
  listOf(org: string, limit: number): Promise<RuleKept[]>;
};

export const rulesKept = (slow: Database, clock: Clock): RulesKept => ({
  async keep(org, kept) {
    const keptAt = clock.now();
    const { requirement, overrides, reason, keptBy } = kept;
    await slow.run(keepText, [randomUUID(), org, requirement, overrides, reason, keptBy, keptAt]);
    return { ...kept, keptAt };
  },
  listOf: (org, limit) => slow.rows<RuleKept>(listText, [org, limit]),
});

const keepText: Statement = {
  text: `INSERT INTO rule_kept (id, org_id, requirement, overrides, reason, kept_by, kept_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const listText: Statement = {
  text: `SELECT requirement, overrides, reason, kept_by AS "keptBy", kept_at AS "keptAt" FROM rule_kept
    WHERE org_id = $1 ORDER BY kept_at DESC LIMIT $2`,
};
