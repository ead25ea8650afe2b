import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** A push that this worker alone sends now. */
export type ClaimedPush = {
  readonly id: string;
  readonly person: string;
  readonly membership: string;
  /** When it was first tried and failed; null: never yet. */
  readonly begunAt: string | null;
  /** With this one. */
  readonly tries: number;
  readonly language: 'ja' | 'en';
};

export type Pushes = {
  /** Takes the push that is due the longest, for `CLAIM_MS`: no other worker gets it meanwhile. null: none is due. */
  claim(): Promise<ClaimedPush | null>;
  /** Names of the notices of a push. */
  keysOf(id: string): Promise<readonly string[]>;
  end(id: string, ended: { readonly state: 'sent' | 'failed' | 'dropped'; readonly failure?: string }): Promise<void>;
  /** Tries it later; `failure` where this try failed. */
  postpone(id: string, dueAt: string, failure: string | null): Promise<void>;
};

/** Longer than all browsers of one person take. */
const CLAIM_MS = 120_000;

export function pushes(database: Database, clock: Clock): Pushes {
  return {
    claim: async () => (await database.rows<ClaimedPush>(claimText, [clock.now(), CLAIM_MS]))[0] ?? null,
    keysOf: async id => (await database.rows<{ key: string }>(keysText, [id])).map(({ key }) => key),
    async end(id, { state, failure = null }: { state: string; failure?: string | null }) {
      await database.run(endText, [id, state, failure, clock.now()]);
    },
    postpone: async (id, dueAt, failure) => void (await database.run(postponeText, [id, dueAt, failure, clock.now()])),
  };
}

const claimText: Statement = {
  text: `WITH claimed AS (
      UPDATE outgoing_push o SET claimed_until = now() + $2 * interval '1 millisecond', tries = o.tries + 1
      FROM (
        SELECT id FROM outgoing_push
        WHERE state = 'waiting' AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ) due
      WHERE o.id = due.id RETURNING o.id, o.person_id, o.membership_id, o.begun_at, o.tries
    )
    SELECT c.id, c.person_id AS person, c.membership_id AS membership, c.begun_at AS "begunAt", c.tries,
      CASE WHEN p.language = 'en' THEN 'en' ELSE 'ja' END AS language
    FROM claimed c JOIN person p ON p.id = c.person_id`,
};

const keysText: Statement = {
  text: `SELECT notice_key AS key FROM notice_delivery WHERE mail_id = $1 AND state = 'waiting' ORDER BY notice_key`,
};

const endText: Statement = {
  text: `WITH ended AS (
      UPDATE outgoing_push SET state = $2, claimed_until = NULL, failure = coalesce($3, failure), ended_at = $4
      WHERE id = $1 AND state = 'waiting' RETURNING id
    )
    UPDATE notice_delivery d SET state = $2, at = $4 FROM ended WHERE d.mail_id = ended.id`,
};

const postponeText: Statement = {
  text: `UPDATE outgoing_push SET due_at = $2, claimed_until = NULL, failure = coalesce($3, failure),
      tries = CASE WHEN $3::text IS NULL THEN tries - 1 ELSE tries END,
      begun_at = CASE WHEN $3::text IS NULL THEN begun_at ELSE coalesce(begun_at, $4) END
    WHERE id = $1 AND state = 'waiting'`,
};
