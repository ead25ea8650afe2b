import { randomUUID } from 'node:crypto';
import type { OtherFounder } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import { roleId } from '@kaerimichi/discharge';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';
import { knownFlags } from '../sessions/signed-in.ts';

/** What somebody proposed; `wish` is JSON as it was kept, for whoever carries it out to read. */
export type Proposal = {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly membership: string;
  readonly wish: unknown;
};

export type Proposals = {
  add(proposal: Pick<Proposal, 'person' | 'membership' | 'wish'>): Promise<string>;
  /** Those that wait, oldest first. */
  list(): Promise<Proposal[]>;
  /** One that waits. */
  find(id: string): Promise<Proposal | null>;
  /** Takes one out of those that wait, for good; false: another was faster. */
  decide(id: string): Promise<boolean>;
  /** Back among those that wait: what was confirmed could not be carried out. */
  reopen(id: string): Promise<void>;
  /** Administrators of any organisation but this person who have come in, past and future ones too, and who was one that founds. */
  otherFounders(person: string): Promise<OtherFounder[]>;
};

/** Nobody remembers what was meant after that. */
export const PROPOSAL_WAITS_MS = 30 * 86_400_000;

export function proposals(database: Database, clock: Clock): Proposals {
  const since = () => new Date(Date.parse(clock.now()) - PROPOSAL_WAITS_MS).toISOString();
  return {
    async add({ person, membership, wish }) {
      const id = randomUUID();
      await database.run(addText, [id, clock.now(), person, membership, JSON.stringify(wish)]);
      return id;
    },
    list: () => database.rows<Proposal>(listText, [since()]),
    async find(id) {
      return isId(id) ? ((await database.rows<Proposal>(findText, [since(), id]))[0] ?? null) : null;
    },
    decide: async id => (await database.run(decideText, [id, clock.now()])) > 0,
    reopen: async id => void (await database.run(reopenText, [id])),
    async otherFounders(person) {
      const rows = await database.rows<OtherRow>(othersText, [person]);
      return rows.map(row => ({ ...row, role: roleId.parse(row.role), flags: knownFlags(row.flags) }));
    },
  };
}

const addText: Statement = {
  text: 'INSERT INTO proposal (id, at, person_id, membership_id, wish) VALUES ($1, $2, $3, $4, $5)',
};
const WAITING = `SELECT id, at, person_id AS person, membership_id AS membership, wish FROM proposal
  WHERE decided_at IS NULL AND at > $1`;
const listText: Statement = { text: `${WAITING} ORDER BY at, id LIMIT 200` };
const findText: Statement = { text: `${WAITING} AND id = $2` };
const decideText: Statement = { text: 'UPDATE proposal SET decided_at = $2 WHERE id = $1 AND decided_at IS NULL' };
const reopenText: Statement = { text: 'UPDATE proposal SET decided_at = NULL WHERE id = $1' };
type OtherRow = Omit<OtherFounder, 'role' | 'flags'> & { role: string; flags: string[] };

/** Who gets a slip has no password until it is used: whoever chose one before has come in all the same. */
const othersText: Statement = {
  text: `SELECT m.person_id AS person, m.role, m.flags, m.from_on AS "fromOn", m.until_on AS "untilOn",
      m.stood_down_at AS "stoodDownAt", p.disabled_at AS "disabledAt"
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE (m.role = 'admin' OR m.stood_down_at IS NOT NULL) AND m.person_id <> $1
      AND (p.password_hash IS NOT NULL OR p.last_sign_in_at IS NOT NULL
        OR EXISTS (SELECT FROM password_slip s WHERE s.person_id = p.id AND s.used_at IS NOT NULL))`,
};
