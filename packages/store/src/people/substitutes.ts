import { randomUUID } from 'node:crypto';
import type { Substitution } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import { type Day, tokyoDay } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

export type StoredSubstitution = Substitution & {
  readonly id: string;
  readonly org: string;
  /** Names of both. */
  readonly name: string;
  readonly substituteName: string;
};

type NewSubstitution = Pick<Substitution, 'membership' | 'substitute' | 'fromOn' | 'untilOn'> & {
  /** Membership of whoever says so. */
  readonly by: string;
};

/** Those who are away, and who sees their tasks meanwhile. */
export type Substitutes = {
  make(substitution: NewSubstitution): Promise<StoredSubstitution>;
  /** Of an organisation: those that hold, or will. */
  listOf(org: string): Promise<StoredSubstitution[]>;
  /** For whom a membership stands in today. */
  standingIn(membership: string): Promise<StoredSubstitution[]>;
  /** null: no such one, or over. */
  find(id: string): Promise<StoredSubstitution | null>;
  /** Ends it now; again the same. */
  end(id: string): Promise<void>;
};

const FOUND = `SELECT s.id, s.membership_id AS membership, s.substitute_id AS substitute, s.from_on AS "fromOn",
    s.until_on AS "untilOn", s.ended_at IS NOT NULL AS "isEnded", away.org_id AS org, p.display_name AS name,
    sp.display_name AS "substituteName"
  FROM substitute s JOIN membership away ON away.id = s.membership_id JOIN person p ON p.id = away.person_id
    JOIN membership other ON other.id = s.substitute_id JOIN person sp ON sp.id = other.person_id`;
const OPEN = 's.ended_at IS NULL AND s.until_on >= $2::date';

const listText: Statement = { text: `${FOUND} WHERE away.org_id = $1 AND ${OPEN} ORDER BY s.from_on, s.id` };
const findText: Statement = { text: `${FOUND} WHERE s.id = $1 AND ${OPEN}` };
/** Whoever has left, or is shut out, is stood in for by nobody: what they had falls to the lead. */
const standingText: Statement = {
  name: 'standing-in',
  text: `${FOUND} WHERE s.substitute_id = $1 AND ${OPEN} AND s.from_on <= $2::date AND p.disabled_at IS NULL
    AND away.org_id = other.org_id AND away.from_on <= $2::date AND coalesce(away.until_on, 'infinity') >= $2::date
    ORDER BY name, s.id`,
};
const makeText: Statement = {
  text: `INSERT INTO substitute (id, membership_id, substitute_id, from_on, until_on, made_by, made_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const endText: Statement = { text: 'UPDATE substitute SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL' };

export function substitutes(database: Database, clock: Clock): Substitutes {
  const today = (): Day => tokyoDay(clock.now());
  const find: Substitutes['find'] = async id =>
    (await database.rows<StoredSubstitution>(findText, [id, today()]))[0] ?? null;
  return {
    find,
    async make({ membership, substitute, fromOn, untilOn, by }) {
      const id = randomUUID();
      await database.run(makeText, [id, membership, substitute, fromOn, untilOn, by, clock.now()]);
      const made = await find(id);
      if (!made) throw new Error('a substitution that was made is over');
      return made;
    },
    listOf: org => database.rows<StoredSubstitution>(listText, [org, today()]),
    standingIn: membership => database.rows<StoredSubstitution>(standingText, [membership, today()]),
    end: async id => void (await database.run(endText, [id, clock.now()])),
  };
}
