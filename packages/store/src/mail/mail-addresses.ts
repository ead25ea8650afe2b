import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { tokyoDay } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';

/** Where somebody is told by mail, and how that went. */
export type MailStanding = {
  readonly address: string;
  readonly confirmedAt: string | null;
  /** When the address was refused for good. */
  readonly failedAt: string | null;
  /** The last mail with notices: waiting, sent, failed or dropped, since when, and why the last try failed. */
  readonly last: { readonly state: string; readonly at: string; readonly failure: string | null } | null;
};

export type MailAddresses = {
  /** null: none was given. */
  find(person: string): Promise<MailStanding | null>;
  /** In place of the one before, with the number that is mailed there; false: too many of one day. */
  set(person: string, address: string, code: string): Promise<boolean>;
  /** Whether it was the number; the fifth wrong one was the last. */
  confirm(person: string, code: string): Promise<boolean>;
  /** With what waits to be sent there. */
  remove(person: string): Promise<void>;
  /** The server behind it refuses mail: nothing is sent there until it is confirmed anew. */
  refuse(person: string, address: string): Promise<void>;
};

const CODE_HOLDS_MS = 30 * 60_000;
/** Six digits are guessed in five tries once in two hundred thousand times. */
const MOST_FAILURES = 5;
/** An address may be somebody else's: nobody is sent more than that by whoever typed it. */
const MOST_CODES = 5;

export function mailAddresses(database: Database, clock: Clock): MailAddresses {
  return {
    find: async person => (await database.rows<MailStanding>(findText, [person]))[0] ?? null,
    async set(person, address, code) {
      const now = clock.now();
      const until = new Date(Date.parse(now) + CODE_HOLDS_MS).toISOString();
      const values = [person, address, code, until, tokyoDay(now), MOST_CODES, randomUUID(), now];
      return (await database.rows(setText, values)).length > 0;
    },
    async confirm(person, code) {
      const values = [person, code, clock.now(), MOST_FAILURES];
      return (await database.rows<{ is: boolean }>(confirmText, values))[0]?.is ?? false;
    },
    remove: async person => void (await database.run(removeText, [person, clock.now()])),
    refuse: async (person, address) => void (await database.run(refuseText, [person, address, clock.now()])),
  };
}

const findText: Statement = {
  text: `SELECT a.address, a.confirmed_at AS "confirmedAt", a.failed_at AS "failedAt", (
      SELECT json_build_object('state', m.state, 'at', to_char(coalesce(m.ended_at, m.made_at) AT TIME ZONE 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'failure', m.failure)
      FROM outgoing_mail m WHERE m.person_id = a.person_id AND m.membership_id IS NOT NULL AND m.state <> 'dropped'
      ORDER BY m.made_at DESC LIMIT 1
    ) AS last
    FROM mail_address a WHERE a.person_id = $1 AND a.address <> ''`,
};

/** The number goes out as a mail of its own; one that waits still would carry the same number twice. */
const setText: Statement = {
  text: `WITH address AS (
      INSERT INTO mail_address (person_id, address, code, code_until, codes, codes_on)
      VALUES ($1, $2, $3, $4, 1, $5::date)
      ON CONFLICT (person_id) DO UPDATE SET address = excluded.address, code = excluded.code,
        code_until = excluded.code_until, code_failures = 0, confirmed_at = NULL, failed_at = NULL,
        codes = CASE WHEN mail_address.codes_on = $5::date THEN mail_address.codes + 1 ELSE 1 END, codes_on = $5::date
      WHERE mail_address.codes_on IS DISTINCT FROM $5::date OR mail_address.codes < $6
      RETURNING person_id
    ), before AS (
      UPDATE outgoing_mail m SET state = 'dropped', ended_at = $8 FROM address a
      WHERE m.person_id = a.person_id AND m.membership_id IS NULL AND m.state = 'waiting'
    )
    INSERT INTO outgoing_mail (id, person_id, state, made_at, due_at)
    SELECT $7, person_id, 'waiting', $8, $8 FROM address RETURNING id`,
};

const confirmText: Statement = {
  text: `UPDATE mail_address SET confirmed_at = CASE WHEN code = $2 THEN $3::timestamptz END,
      code = CASE WHEN code = $2 THEN NULL ELSE code END,
      code_failures = code_failures + CASE WHEN code = $2 THEN 0 ELSE 1 END
    WHERE person_id = $1 AND code IS NOT NULL AND code_until > $3 AND code_failures < $4
    RETURNING confirmed_at IS NOT NULL AS is`,
};

/** How many numbers were asked for today stays known: a row without an address would be one. */
const removeText: Statement = {
  text: `WITH gone AS (
      UPDATE outgoing_mail SET state = 'dropped', ended_at = $2 WHERE person_id = $1 AND state = 'waiting'
    )
    UPDATE mail_address SET address = '', code = NULL, confirmed_at = NULL, failed_at = NULL WHERE person_id = $1`,
};

const refuseText: Statement = {
  text: `UPDATE mail_address SET confirmed_at = NULL, failed_at = $3 WHERE person_id = $1 AND address = $2`,
};
