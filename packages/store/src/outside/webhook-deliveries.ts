import type { Clock } from '@kaerimichi/casework';
import { type OrganisationKind, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';

/** A message to a webhook that this worker alone sends now. */
export type ClaimedDelivery = {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  /** null: a trial. */
  readonly caseId: string | null;
  readonly madeAt: string;
  readonly begunAt: string;
  /** With this one. */
  readonly tries: number;
  readonly webhook: {
    readonly id: string;
    readonly url: string;
    readonly org: { readonly id: string; readonly kind: OrganisationKind };
    readonly isOn: boolean;
    readonly failingSince: string | null;
    /** The newest first; two while one takes the other's place. */
    readonly secrets: readonly string[];
  };
};

type Failed = { readonly failure: string; readonly status: number | null };

export type WebhookDeliveries = {
  /** Takes the one that is due the longest, for `CLAIM_MS`: no other worker gets it meanwhile. null: none is due. */
  claim(): Promise<ClaimedDelivery | null>;
  /** It arrived, or is not to be sent any more. */
  end(
    delivery: ClaimedDelivery,
    ended: { readonly state: 'sent' | 'dropped'; readonly status: number | null },
  ): Promise<void>;
  /** It did not arrive: tried again then, null: not any more; nothing else is tried there before `restUntil`. */
  fail(
    delivery: ClaimedDelivery,
    failed: Failed & { readonly nextAt: string | null; readonly restUntil: string },
  ): Promise<void>;
  /** Switches a webhook off, with what waits for it. */
  stop(webhook: string): Promise<void>;
  /** Whether anything may be due: a look or a delivery. */
  isAnyDue(): Promise<boolean>;
};

/** Longer than the longest try: else two workers would send one message. */
const CLAIM_MS = 60_000;

export function webhookDeliveries(database: Database, clock: Clock): WebhookDeliveries {
  return {
    async claim() {
      const [row] = await database.rows(claimText, [clock.now(), CLAIM_MS]);
      return row === undefined ? null : claimed.parse(row);
    },
    async end({ id, webhook }, { state, status }) {
      await database.run(endText, [id, state, status, clock.now(), webhook.id]);
    },
    async fail({ id, webhook }, { failure, status, nextAt, restUntil }) {
      await database.run(failText, [id, failure, status, nextAt, clock.now(), webhook.id, restUntil]);
    },
    stop: async webhook => void (await database.run(stopText, [webhook, clock.now()])),
    async isAnyDue() {
      const [row] = await database.rows<{ is: boolean }>(dueText, [clock.now()]);
      return row?.is ?? false;
    },
  };
}

const claimed = z.object({
  ...{ id: z.string(), key: z.string(), kind: z.string(), caseId: z.string().nullable() },
  ...{ madeAt: z.string(), begunAt: z.string(), tries: z.int() },
  webhook: z.object({
    ...{ id: z.string(), url: z.string(), isOn: z.boolean() },
    failingSince: z.string().nullable(),
    org: z.object({ id: z.string(), kind: z.enum(organisationKinds) }),
    secrets: z.array(z.string()),
  }),
});

/** A webhook that rests keeps those of others waiting for nothing. A trial does not wait: somebody looks on. */
const DUE = `d.state = 'waiting' AND d.due_at <= $1 AND (d.claimed_until IS NULL OR d.claimed_until < now())
        AND (w.rest_until IS NULL OR w.rest_until <= $1 OR d.case_id IS NULL)`;

const claimText: Statement = {
  text: `WITH claimed AS (
      UPDATE webhook_delivery d SET claimed_until = now() + $2 * interval '1 millisecond', tries = d.tries + 1
      FROM (
        SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
        WHERE ${DUE} ORDER BY d.due_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED
      ) due
      WHERE d.id = due.id
      RETURNING d.id, d.webhook_id, d.notice_key, d.kind, d.case_id, d.made_at, d.begun_at, d.tries
    )
    SELECT c.id, c.notice_key AS key, c.kind, c.case_id AS "caseId", c.made_at AS "madeAt", c.begun_at AS "begunAt", c.tries,
      json_build_object('id', w.id, 'url', w.url, 'isOn', w.state = 'on',
        'failingSince', to_char(w.failing_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'org', json_build_object('id', o.id, 'kind', o.kind),
        'secrets', CASE WHEN w.secret_before_until > $1 THEN ARRAY[w.secret, w.secret_before] ELSE ARRAY[w.secret] END
      ) AS webhook
    FROM claimed c JOIN webhook w ON w.id = c.webhook_id JOIN organisation o ON o.id = w.org_id`,
};

/** What arrived says that the webhook works again, and that nothing has to rest. */
const endText: Statement = {
  text: `WITH ended AS (
      UPDATE webhook_delivery SET state = $2, status = $3, claimed_until = NULL, ended_at = $4,
        failure = CASE WHEN $2 = 'sent' THEN NULL ELSE failure END
      WHERE id = $1 AND state = 'waiting'
    )
    UPDATE webhook SET failing_since = NULL, rest_until = NULL
    WHERE id = $5 AND $2 = 'sent' AND (failing_since IS NOT NULL OR rest_until IS NOT NULL)`,
};

const failText: Statement = {
  text: `WITH failed AS (
      UPDATE webhook_delivery SET failure = $2, status = $3, claimed_until = NULL,
        state = CASE WHEN $4::timestamptz IS NULL THEN 'failed' ELSE state END,
        due_at = coalesce($4::timestamptz, due_at), ended_at = CASE WHEN $4::timestamptz IS NULL THEN $5::timestamptz END
      WHERE id = $1 AND state = 'waiting'
    )
    UPDATE webhook SET failing_since = coalesce(failing_since, $5), rest_until = $7 WHERE id = $6`,
};

const stopText: Statement = {
  text: `WITH dropped AS (
      UPDATE webhook_delivery SET state = 'failed', ended_at = $2 WHERE webhook_id = $1 AND state = 'waiting'
    )
    UPDATE webhook SET state = 'stopped', stopped_at = $2, rest_until = NULL WHERE id = $1 AND state = 'on'`,
};

const dueText: Statement = {
  text: `SELECT EXISTS (SELECT FROM webhook WHERE state = 'on' AND next_look_at <= $1)
      OR EXISTS (SELECT FROM webhook_delivery WHERE state = 'waiting' AND due_at <= $1) AS is`,
};
