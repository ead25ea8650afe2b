import { WATCHED_DAYS } from '@kaerimichi/access';
import type { Database, Statement } from '../database.ts';
import { FORM_DRAFT_KEPT_MS } from '../inbox/form-drafts.ts';
import { PROPOSAL_WAITS_MS } from '../people/proposals.ts';
import { PLACE_KNOWN_MS } from '../people/sign-in-place.ts';
import { REFERRAL_WAITS_MS } from '../referrals/referrals.ts';

const DAY_MS = 86_400_000;

/**
 * What nobody needs any more and how long it is kept after its end (docs/decisions/009); what nobody answered ends by the
 * clock before.
 */
const ended: readonly { readonly keptMs: number; readonly statement: Statement }[] = [
  {
    keptMs: 30 * DAY_MS,
    statement: { text: 'DELETE FROM session WHERE expires_at < $1 OR revoked_at < $1' },
  },
  { keptMs: DAY_MS, statement: { text: 'DELETE FROM sign_in_failure WHERE last_at < $1' } },
  { keptMs: PLACE_KNOWN_MS, statement: { text: 'DELETE FROM sign_in_place WHERE last_at < $1' } },
  { keptMs: PROPOSAL_WAITS_MS, statement: { text: 'DELETE FROM proposal WHERE at < $1' } },
  { keptMs: 0, statement: { text: 'DELETE FROM setup_link WHERE expires_at <= $1 OR used_at <= $1' } },
  { keptMs: 0, statement: { text: 'DELETE FROM password_slip WHERE expires_at <= $1 AND used_at IS NULL' } },
  // As long as it is asked who gave it, and who gave that person theirs.
  { keptMs: WATCHED_DAYS * DAY_MS, statement: { text: 'DELETE FROM password_slip WHERE expires_at <= $1' } },
  // As long as somebody asks whether a guest had a link.
  { keptMs: 30 * DAY_MS, statement: { text: 'DELETE FROM guest_link WHERE expires_at < $1 OR revoked_at < $1' } },
  { keptMs: 30 * DAY_MS, statement: { text: 'DELETE FROM handoff_packet WHERE expires_at < $1' } },
  // A file whose entry was never written, was taken away again, or whose record was destroyed, belongs to no case.
  {
    keptMs: DAY_MS,
    statement: {
      text: `DELETE FROM attachment a WHERE a.kept_at < $1
        AND (NOT EXISTS (SELECT FROM record r WHERE r.id = a.id AND r.case_id = a.case_id AND r.body IS NOT NULL)
          OR EXISTS (SELECT FROM case_event e WHERE e.case_id = a.case_id AND e.type = 'attachment.removed'
            AND position(convert_to(a.id, 'UTF8') IN e.payload) > 0))`,
    },
  },
  { keptMs: FORM_DRAFT_KEPT_MS, statement: { text: 'DELETE FROM form_draft WHERE at < $1' } },
  // Whoever opened a case once and not for that long is told no more what happens to it.
  { keptMs: 90 * DAY_MS, statement: { text: 'DELETE FROM inbox_read WHERE at < $1' } },
  // As long as somebody asks what became of a mail.
  { keptMs: 90 * DAY_MS, statement: { text: 'DELETE FROM outgoing_mail WHERE ended_at < $1' } },
  { keptMs: 90 * DAY_MS, statement: { text: 'DELETE FROM outgoing_push WHERE ended_at < $1' } },
  // That a notice went to a webhook is known for as long as it could come up again: with its case.
  {
    keptMs: 90 * DAY_MS,
    statement: {
      text: `DELETE FROM webhook_delivery d WHERE d.ended_at < $1 AND (d.case_id IS NULL OR EXISTS (
        SELECT FROM board_card b WHERE b.case_id = d.case_id AND b.closed_at < $1))`,
    },
  },
  {
    keptMs: 90 * DAY_MS,
    statement: {
      text: 'DELETE FROM webhook_seen s USING board_card b WHERE b.case_id = s.case_id AND b.closed_at < $1',
    },
  },
  // Which notices went out is known for as long as one could come up again.
  {
    keptMs: 30 * DAY_MS,
    statement: {
      text: 'DELETE FROM notice_delivery d USING board_card b WHERE b.case_id = d.case_id AND b.closed_at < $1',
    },
  },
  {
    keptMs: 30 * DAY_MS,
    statement: {
      text: `DELETE FROM import_source s
        WHERE s.at < $1 AND NOT EXISTS (SELECT FROM import_draft_version v WHERE v.source_id = s.id)`,
    },
  },
  { keptMs: 90 * DAY_MS, statement: { text: 'DELETE FROM substitute WHERE until_on < $1::date OR ended_at < $1' } },
  {
    keptMs: REFERRAL_WAITS_MS,
    statement: {
      text: `UPDATE referral SET state = 'withdrawn', decided_at = $1::timestamptz + ${REFERRAL_WAITS_MS} * interval '1 ms'
        WHERE state = 'sent' AND sent_at < $1`,
    },
  },
  {
    keptMs: 30 * DAY_MS,
    statement: { text: `DELETE FROM referral WHERE state IN ('declined', 'withdrawn') AND decided_at < $1` },
  },
  {
    keptMs: 30 * DAY_MS,
    statement: {
      text: 'DELETE FROM seen_case s USING board_card b WHERE b.case_id = s.case_id AND b.closed_at < $1',
    },
  },
];

/** Ends and deletes what is due before an instant; the number of rows. */
export async function pruneEnded(database: Database, now: string): Promise<number> {
  let deleted = 0;
  for (const { keptMs, statement } of ended)
    deleted += await database.run(statement, [new Date(Date.parse(now) - keptMs).toISOString()]);
  return deleted;
}
