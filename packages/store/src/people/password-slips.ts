import { type PasswordHands, WATCHED_DAYS } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { hashOfToken, oneTimeToken } from './one-time-token.ts';

export type SlipHolder = {
  readonly person: string;
  readonly identifier: string;
  readonly displayName: string;
  readonly expiresAt: string;
};

/** One-time slips with which a person chooses the own password, so that nobody else ever knows it. */
export type PasswordSlips = {
  /**
   * A token for the slip's link, good for seven days. Earlier slips, the password and every session of the person end
   * with it. `by`: whoever gives it; null: it is given on the machine. null: no such person.
   */
  give(person: string, by: string | null): Promise<{ token: string; expiresAt: string } | null>;
  /** Whose slip this is; null when it was used, is too old, never was, or the person is suspended. */
  holder(token: string): Promise<SlipHolder | null>;
  /** Uses it up and sets the password (argon2id in PHC form); null as for `holder`, and nothing is changed. */
  use(token: string, passwordHash: string): Promise<SlipHolder | null>;
  /** Through whose hands the password went that a person had at an instant. */
  handsOf(person: string, at: string): Promise<PasswordHands>;
};

const VALID_MS = 7 * 24 * 3_600_000;

type Ports = { database: Database; sessions: Sessions; clock: Clock };

export function passwordSlips({ database, sessions, clock }: Ports): PasswordSlips {
  return {
    async give(person, by) {
      const token = oneTimeToken();
      const at = clock.now();
      const expiresAt = new Date(Date.parse(at) + VALID_MS).toISOString();
      if ((await database.run(giveText, [hashOfToken(token), person, at, expiresAt, by])) === 0) return null;
      await sessions.revokeAllOf(person);
      return { token, expiresAt };
    },
    async holder(token) {
      const [holder] = await database.rows<SlipHolder>(holderText, [hashOfToken(token), clock.now()]);
      return holder ?? null;
    },
    async use(token, passwordHash) {
      const [holder] = await database.rows<SlipHolder>(useText, [hashOfToken(token), clock.now(), passwordHash]);
      if (holder) await sessions.revokeAllOf(holder.person);
      return holder ?? null;
    },
    async handsOf(person, at) {
      const slips = await database.rows<{ giver: string; givenAt: string }>(handsText, [person, at]);
      return { person, givers: slips.map(({ giver }) => giver), givenAt: slips[0]?.givenAt ?? null };
    },
  };
}

/** Earlier slips are too old from then on: with one that is used a password was chosen. */
const giveText: Statement = {
  text: `WITH ended AS (
      UPDATE password_slip SET expires_at = least(expires_at, $3) WHERE person_id = $2 AND used_at IS NULL
    ),
    cleared AS (UPDATE person SET password_hash = NULL WHERE id = $2 RETURNING id)
    INSERT INTO password_slip (token_hash, person_id, created_at, expires_at, given_by)
    SELECT $1, c.id, $3, $4, $5 FROM cleared c`,
};

const GOOD = 's.token_hash = $1 AND s.used_at IS NULL AND s.expires_at > $2 AND p.disabled_at IS NULL';
const HOLDER = 'p.id AS person, p.identifier, p.display_name AS "displayName"';

const holderText: Statement = {
  text: `SELECT ${HOLDER}, s.expires_at AS "expiresAt"
    FROM password_slip s JOIN person p ON p.id = s.person_id WHERE ${GOOD}`,
};
/** The row of the slip is locked first: of two at once one sets its password, and the other is told that it was used. */
const useText: Statement = {
  text: `WITH used AS (
      UPDATE password_slip s SET used_at = $2 FROM person p WHERE p.id = s.person_id AND ${GOOD}
      RETURNING s.person_id, s.expires_at
    )
    UPDATE person p SET password_hash = $3 FROM used u WHERE p.id = u.person_id
    RETURNING ${HOLDER}, u.expires_at AS "expiresAt"`,
};

/**
 * From the person upwards: the slip of the password that somebody had at the time, and whoever gave it at that moment. One
 * row of each, so that two who gave each other slips end it.
 */
const handsText: Statement = {
  text: `WITH RECURSIVE hand AS (
      SELECT $1::text COLLATE "C" AS giver, $2::timestamptz AS at, NULL::timestamptz AS "givenAt"
      UNION
      SELECT slip.given_by, slip.created_at, slip.created_at
      FROM hand CROSS JOIN LATERAL (
        SELECT s.given_by, s.created_at FROM password_slip s
        WHERE s.person_id = hand.giver AND s.used_at <= hand.at
        ORDER BY s.used_at DESC, s.created_at DESC LIMIT 1
      ) slip
      WHERE slip.given_by IS NOT NULL AND slip.created_at > hand.at - interval '${WATCHED_DAYS} days'
    )
    SELECT giver, "givenAt" FROM hand WHERE "givenAt" IS NOT NULL ORDER BY "givenAt" DESC`,
};
