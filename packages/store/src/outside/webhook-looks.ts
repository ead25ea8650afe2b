import type { ChangedCase, Clock } from '@kaerimichi/casework';
import { type OrganisationKind, organisationKinds } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';
import { type ChangedRow, changedCases, toChanged } from '../inbox/changed-cases.ts';

/** A webhook that this worker alone looks for now. */
export type ClaimedWebhook = {
  readonly id: string;
  readonly org: { readonly id: string; readonly kind: OrganisationKind };
  readonly kinds: readonly string[];
  readonly seen: string | null;
  /** How often it was changed: what is changed meanwhile is looked for anew. */
  readonly changes: number;
};

type NewDelivery = { readonly id: string; readonly key: string; readonly caseId: string; readonly kind: string };

type Looked = {
  readonly told: readonly NewDelivery[];
  /** Up to which event of which cases it was told with this look. */
  readonly seqs: readonly { readonly caseId: string; readonly seq: number }[];
  readonly nextAt: string;
  /** null: something was left for the next look. */
  readonly seen: string | null;
};

export type WebhookLooks = {
  /** Takes the one that is due the longest, for `CLAIM_MS`; null: none is due. */
  claim(): Promise<ClaimedWebhook | null>;
  /** Cases that came to the organisation since the last look are told from the step with which they came. */
  meet(webhook: ClaimedWebhook): Promise<void>;
  /** Cases in which something happened that it was not told, each with what comes first. */
  changedSince(webhook: ClaimedWebhook, limit: number): Promise<ChangedCase[]>;
  /** One event of a case, as an organisation is told of it now; null: it sees nothing of the case. */
  changeAt(org: string, caseId: string, seq: number): Promise<ChangedCase | null>;
  /** Ends a look: what was found is a delivery from then on, due at once, each once for ever. */
  end(webhook: ClaimedWebhook, looked: Looked): Promise<void>;
};

const CLAIM_MS = 30_000;
/** Events of one case of one look; the others are told with the next. */
const MOST_EVENTS = 50;

export function webhookLooks(database: Database, clock: Clock): WebhookLooks {
  return {
    async claim() {
      const [row] = await database.rows(claimText, [clock.now(), CLAIM_MS]);
      return row === undefined ? null : claimed.parse(row);
    },
    meet: async ({ id }) => void (await database.run(meetText, [id])),
    changedSince: async ({ id, org }, limit) =>
      (await database.rows<ChangedRow>(changedText, [id, org.id, limit])).map(toChanged),
    async changeAt(org, caseId, seq) {
      const [row] = await database.rows<ChangedRow>(oneText, [caseId, org, 1, seq - 1]);
      return row ? toChanged(row) : null;
    },
    async end({ id, changes }, { told, seqs, nextAt, seen }) {
      const values = [id, clock.now(), JSON.stringify(told), JSON.stringify(seqs), nextAt, seen, changes];
      await database.run(endText, values);
    },
  };
}

const claimed = z.object({
  id: z.string(),
  org: z.object({ id: z.string(), kind: z.enum(organisationKinds) }),
  kinds: z.array(z.string()),
  seen: z.string().nullable(),
  changes: z.number(),
});

const claimText: Statement = {
  text: `UPDATE webhook w SET claimed_until = now() + $2 * interval '1 millisecond'
    FROM (
      SELECT id, org_id FROM webhook
      WHERE state = 'on' AND next_look_at <= $1 AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY next_look_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) due JOIN organisation o ON o.id = due.org_id
    WHERE w.id = due.id
    RETURNING w.id, json_build_object('id', o.id, 'kind', o.kind) AS org, w.kinds, w.seen, w.changes`,
};

/** Of one that began in its own house after the webhook was made everything is news; of others how they came to it. */
const meetText: Statement = {
  text: `INSERT INTO webhook_seen (webhook_id, case_id, seq)
    SELECT w.id, a.case_id, CASE WHEN a.class = 'full' AND c.created_at > w.made_at THEN 0 ELSE greatest(s.version - 1, 0) END
    FROM webhook w JOIN case_access a ON a.org_id = w.org_id AND a.class <> 'numberOnly' AND a.closed_at IS NULL
    JOIN care_case c ON c.id = a.case_id JOIN case_state s ON s.case_id = a.case_id
    WHERE w.id = $1 AND NOT EXISTS (SELECT FROM webhook_seen k WHERE k.webhook_id = w.id AND k.case_id = a.case_id)
    ON CONFLICT DO NOTHING`,
};

const changedText = changedCases({
  from: 'webhook_seen r',
  where: 'r.webhook_id = $1',
  muted: `'{}'::text[]`,
  events: { most: MOST_EVENTS, are: 'next' },
});

const oneText = changedCases({
  from: '(SELECT $1::text AS case_id, $4::integer AS seq) r',
  where: 'true',
  muted: `'{}'::text[]`,
  events: { most: 1, are: 'next' },
});

/**
 * One that was changed during the look (its kinds, its address, whether it is on) keeps nothing of it, and is looked for at
 * once. Of one that was switched on again what waits then is known to have been there: it stands as told, and goes nowhere.
 */
const endText: Statement = {
  text: `WITH same AS (
      SELECT id, begins_anew FROM webhook WHERE id = $1 AND changes = $7
    ), told AS (
      INSERT INTO webhook_delivery (id, webhook_id, notice_key, kind, case_id, state, made_at, due_at, begun_at, ended_at)
      SELECT t.id, $1, t.key, t.kind, t."caseId", CASE WHEN same.begins_anew THEN 'dropped' ELSE 'waiting' END, $2, $2, $2,
        CASE WHEN same.begins_anew THEN $2::timestamptz END
      FROM same, json_to_recordset($3::json) AS t (id text, key text, kind text, "caseId" text)
      WHERE EXISTS (SELECT FROM webhook WHERE id = $1 AND state = 'on')
      ORDER BY t.key
      ON CONFLICT DO NOTHING
    ), marked AS (
      UPDATE webhook_seen s SET seq = greatest(s.seq, m.seq)
      FROM same, json_to_recordset($4::json) AS m ("caseId" text, seq integer)
      WHERE s.webhook_id = $1 AND s.case_id = m."caseId"
    )
    UPDATE webhook w SET claimed_until = NULL,
      next_look_at = CASE WHEN w.changes = $7 THEN $5::timestamptz ELSE w.next_look_at END,
      seen = CASE WHEN w.changes = $7 THEN $6 END,
      begins_anew = w.begins_anew AND (w.changes <> $7 OR $6::text IS NULL)
    WHERE w.id = $1`,
};
