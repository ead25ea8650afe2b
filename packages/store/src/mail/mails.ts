import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { type Awaited, type ToldElsewhere, toldElsewhere } from './told-elsewhere.ts';

/** A mail that this worker alone sends now. */
export type ClaimedMail = {
  readonly id: string;
  readonly person: string;
  /** null: it confirms an address. */
  readonly membership: string | null;
  /** With this one. */
  readonly tries: number;
  readonly address: string;
  readonly isConfirmed: boolean;
  readonly code: string | null;
  readonly language: 'ja' | 'en';
};

/** What waits to be mailed, and what became of it. */
export type Mails = {
  /**
   * Takes the mail that is due the longest, for `CLAIM_MS`: no other worker gets it meanwhile. One that dies with it loses
   * it again. null: none is due.
   */
  claim(): Promise<ClaimedMail | null>;
  /** Names of the notices of a mail. */
  keysOf(id: string): Promise<readonly string[]>;
  /** Ends a mail, once. Notices that it did not tell are dropped. */
  end(
    id: string,
    ended: { state: 'sent' | 'failed' | 'dropped'; told: readonly string[]; failure?: string },
  ): Promise<void>;
  /** Tries a mail later; `failure` where this try failed. */
  postpone(id: string, dueAt: string, failure: string | null): Promise<void>;
  /** What became of what others wait for: in the order of the question. */
  toldElsewhere(awaited: readonly Awaited[]): Promise<readonly ToldElsewhere[]>;
};

/** Longer than the longest try at a mail server (the worker's `openPostbox`): else two workers would send one mail. */
const CLAIM_MS = 180_000;

export function mails(database: Database, clock: Clock): Mails {
  return {
    claim: async () => (await database.rows<ClaimedMail>(claimText, [clock.now(), CLAIM_MS]))[0] ?? null,
    keysOf: async id => (await database.rows<{ key: string }>(keysText, [id])).map(({ key }) => key),
    async end(id, { state, told, failure = null }) {
      await database.run(endText, [id, state, told, failure, clock.now()]);
    },
    toldElsewhere: awaited => toldElsewhere(database, awaited),
    postpone: async (id, dueAt, failure) => void (await database.run(postponeText, [id, dueAt, failure])),
  };
}

/** The database's clock for the claim alone: it is the one clock that all workers share. */
const claimText: Statement = {
  text: `WITH claimed AS (
      UPDATE outgoing_mail m SET claimed_until = now() + $2 * interval '1 millisecond', tries = m.tries + 1
      FROM (
        SELECT id FROM outgoing_mail
        WHERE state = 'waiting' AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ) due
      WHERE m.id = due.id RETURNING m.id, m.person_id, m.membership_id, m.tries
    )
    SELECT c.id, c.person_id AS person, c.membership_id AS membership, c.tries, coalesce(a.address, '') AS address,
      a.confirmed_at IS NOT NULL AS "isConfirmed", CASE WHEN a.code_until > $1 THEN a.code END AS code,
      CASE WHEN p.language = 'en' THEN 'en' ELSE 'ja' END AS language
    FROM claimed c JOIN person p ON p.id = c.person_id LEFT JOIN mail_address a ON a.person_id = c.person_id`,
};

const keysText: Statement = {
  text: `SELECT notice_key AS key FROM notice_delivery WHERE mail_id = $1 AND state = 'waiting' ORDER BY notice_key`,
};

const endText: Statement = {
  text: `WITH ended AS (
      UPDATE outgoing_mail SET state = $2, claimed_until = NULL, failure = coalesce($4, failure), ended_at = $5
      WHERE id = $1 AND state = 'waiting' RETURNING id
    )
    UPDATE notice_delivery d SET state = CASE WHEN d.notice_key = ANY ($3::text[]) THEN $2 ELSE 'dropped' END, at = $5
    FROM ended WHERE d.mail_id = ended.id`,
};

const postponeText: Statement = {
  text: `UPDATE outgoing_mail SET due_at = $2, claimed_until = NULL, failure = coalesce($3, failure),
      tries = CASE WHEN $3::text IS NULL THEN tries - 1 ELSE tries END
    WHERE id = $1 AND state = 'waiting'`,
};
