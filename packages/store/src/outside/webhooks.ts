import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

/** A webhook as whoever keeps it sees it; its secret is told once, when it is made. */
export type StoredWebhook = {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly string[];
  /** `stopped`: by the program, since nothing arrived for days. */
  readonly state: 'on' | 'off' | 'stopped';
  readonly madeAt: string;
  /** Since when nothing arrives; null: what was sent last arrived. */
  readonly failingSince: string | null;
  /** Until when the secret before signs too. */
  readonly secretBeforeUntil: string | null;
};

export type StoredDelivery = {
  readonly id: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly madeAt: string;
  readonly endedAt: string | null;
  /** When it is tried next, of one that waits. */
  readonly dueAt: string;
  readonly tries: number;
  readonly failure: string | null;
  readonly status: number | null;
};

type NewWebhook = {
  readonly org: string;
  readonly url: string;
  readonly kinds: readonly string[];
  readonly secret: string;
  readonly by: string;
};

type WebhookChanges = { readonly url?: string; readonly kinds?: readonly string[]; readonly isOn?: boolean };

/** Webhooks of organisations, as their administrators keep them. Each is asked for with its organisation. */
export type Webhooks = {
  listOf(org: string): Promise<StoredWebhook[]>;
  /** From then on it is told what is new; null: there are `MOST_WEBHOOKS`. */
  make(webhook: NewWebhook): Promise<StoredWebhook | null>;
  change(org: string, id: string, changes: WebhookChanges): Promise<StoredWebhook | null>;
  /** Another secret; the one before signs beside it until an instant. */
  rotate(org: string, id: string, secret: string, until: string): Promise<StoredWebhook | null>;
  /** With what waits for it and what was sent. */
  remove(org: string, id: string): Promise<boolean>;
  /** The newest first. */
  deliveriesOf(org: string, id: string, limit: number): Promise<StoredDelivery[]>;
  /** A trial, due at once; null: no such webhook, or `MOST_TRIALS` were made within the hour. Whether it is on does not matter. */
  test(org: string, id: string): Promise<StoredDelivery | null>;
  /** What was given up is due at once, for another day; null: nothing that was given up. */
  tryAgain(org: string, id: string, delivery: string): Promise<StoredDelivery | null>;
};

/** Of one organisation. */
const MOST_WEBHOOKS = 10;
/** Of one webhook in an hour: whoever tries more often has this program call somebody again and again. */
const MOST_TRIALS = 10;

export function webhooks(database: Database, clock: Clock): Webhooks {
  const one = async <Row>(statement: Statement, values: readonly unknown[]) =>
    (await database.rows<Row>(statement, values))[0] ?? null;
  const find = (org: string, id: string) => one<StoredWebhook>(findText, [org, id, clock.now()]);
  return {
    listOf: org => database.rows<StoredWebhook>(listText, [org, clock.now()]),
    async make({ org, url, kinds, secret, by }) {
      const id = randomUUID();
      await database.run(makeText, [id, org, url, kinds, secret, clock.now(), by, MOST_WEBHOOKS]);
      return find(org, id);
    },
    async change(org, id, { url = null, kinds = null, isOn = null }: Changes) {
      await database.run(changeText, [org, id, url, kinds, isOn, clock.now()]);
      return find(org, id);
    },
    async rotate(org, id, secret, until) {
      await database.run(rotateText, [org, id, secret, until]);
      return find(org, id);
    },
    remove: async (org, id) => (await database.rows(removeText, [org, id])).length > 0,
    deliveriesOf: (org, id, limit) => database.rows<StoredDelivery>(deliveriesText, [org, id, limit]),
    test: (org, id) => one(testText, [org, id, randomUUID(), clock.now(), MOST_TRIALS]),
    tryAgain: (org, id, delivery) => one(againText, [org, id, delivery, clock.now()]),
  };
}

type Changes = { readonly [Name in keyof WebhookChanges]?: WebhookChanges[Name] | null };

const FIELDS = `w.id, w.url, w.kinds, w.state, w.made_at AS "madeAt", w.failing_since AS "failingSince",
      CASE WHEN w.secret_before_until > `;
const UNTIL = ' THEN w.secret_before_until END AS "secretBeforeUntil"';

const listText: Statement = {
  text: `SELECT ${FIELDS}$2${UNTIL} FROM webhook w WHERE w.org_id = $1 ORDER BY w.made_at, w.id`,
};
const findText: Statement = { text: `SELECT ${FIELDS}$3${UNTIL} FROM webhook w WHERE w.org_id = $1 AND w.id = $2` };

/**
 * What has happened until now is no news: of open cases, and of those it knew, so that the archive makes no switch slower. A
 * closed one that comes back is met as one that comes (`meet`).
 */
const SEEN_NOW = `INSERT INTO webhook_seen (webhook_id, case_id, seq)
    SELECT w.id, a.case_id, s.version FROM w JOIN case_access a ON a.org_id = w.org_id AND a.class <> 'numberOnly'
      AND (a.closed_at IS NULL OR EXISTS (SELECT FROM webhook_seen k WHERE k.webhook_id = w.id AND k.case_id = a.case_id))
    JOIN case_state s ON s.case_id = a.case_id`;

const makeText: Statement = {
  text: `WITH w AS (
      INSERT INTO webhook (id, org_id, url, kinds, secret, state, made_at, made_by, next_look_at)
      SELECT $1, $2, $3, $4, $5, 'on', $6, $7, $6
      WHERE (SELECT count(*) FROM webhook WHERE org_id = $2) < $8
      RETURNING id, org_id
    )
    ${SEEN_NOW}`,
};

/**
 * Switched on again it begins with what is new from then on: what waited while it was off is dropped with the switch, what
 * happened meanwhile was for nobody, and of what came to wait the next look tells nothing.
 */
const changeText: Statement = {
  text: `WITH before AS (SELECT id, org_id, state FROM webhook WHERE org_id = $1 AND id = $2 FOR UPDATE),
    changed AS (
      UPDATE webhook w SET url = coalesce($3, w.url), kinds = coalesce($4::text[], w.kinds),
        state = CASE $5::boolean WHEN true THEN 'on' WHEN false THEN 'off' ELSE w.state END,
        failing_since = CASE WHEN $3 IS NULL AND $5 IS NULL THEN w.failing_since END,
        stopped_at = CASE WHEN $5 IS NULL THEN w.stopped_at END,
        rest_until = CASE WHEN $3 IS NULL AND $5 IS NULL THEN w.rest_until END,
        next_look_at = CASE WHEN $5 OR w.state = 'on' THEN $6::timestamptz ELSE w.next_look_at END, seen = NULL,
        changes = w.changes + 1, begins_anew = w.begins_anew OR ($5 IS TRUE AND w.state <> 'on')
      FROM before b WHERE w.id = b.id
    ), w AS (SELECT id, org_id FROM before WHERE state <> 'on' AND $5),
    dropped AS (
      UPDATE webhook_delivery d SET state = 'dropped', ended_at = $6 FROM before b
      WHERE d.webhook_id = b.id AND d.state = 'waiting' AND d.case_id IS NOT NULL AND NOT $5
    )
    ${SEEN_NOW}
    ON CONFLICT (webhook_id, case_id) DO UPDATE SET seq = excluded.seq`,
};

const rotateText: Statement = {
  text: `UPDATE webhook SET secret_before = secret, secret_before_until = $4, secret = $3 WHERE org_id = $1 AND id = $2`,
};

const removeText: Statement = {
  text: `WITH gone AS (DELETE FROM webhook WHERE org_id = $1 AND id = $2 RETURNING id),
    seen AS (DELETE FROM webhook_seen s USING gone WHERE s.webhook_id = gone.id),
    sent AS (DELETE FROM webhook_delivery d USING gone WHERE d.webhook_id = gone.id)
    SELECT id FROM gone`,
};

const DELIVERY = `d.id, d.kind, d.case_id AS "caseId", d.state, d.made_at AS "madeAt", d.ended_at AS "endedAt",
      d.due_at AS "dueAt", d.tries, d.failure, d.status`;

const deliveriesText: Statement = {
  text: `SELECT ${DELIVERY} FROM webhook w JOIN webhook_delivery d ON d.webhook_id = w.id
    WHERE w.org_id = $1 AND w.id = $2 ORDER BY d.made_at DESC, d.id LIMIT $3`,
};

const testText: Statement = {
  text: `INSERT INTO webhook_delivery AS d (id, webhook_id, notice_key, kind, state, made_at, due_at, begun_at)
    SELECT $3, w.id, 'test ' || $3, 'test', 'waiting', $4, $4, $4 FROM webhook w WHERE w.org_id = $1 AND w.id = $2
      AND (SELECT count(*) FROM webhook_delivery t WHERE t.webhook_id = w.id AND t.kind = 'test'
        AND t.made_at > $4::timestamptz - interval '1 hour') < $5
    RETURNING ${DELIVERY}`,
};

const againText: Statement = {
  text: `UPDATE webhook_delivery d SET state = 'waiting', tries = 0, due_at = $4, begun_at = $4, ended_at = NULL
    FROM webhook w WHERE w.org_id = $1 AND w.id = $2 AND w.state = 'on' AND d.webhook_id = w.id AND d.id = $3
      AND d.state = 'failed'
    RETURNING ${DELIVERY}`,
};
