import { randomUUID } from 'node:crypto';
import type { Viewer } from '@kaerimichi/access';
import type { Clock } from '@kaerimichi/casework';
import { organisationKinds, roleId, tokyoDay } from '@kaerimichi/discharge';
import { z } from 'zod';
import type { Database, Statement } from '../database.ts';
import { knownFlags } from '../sessions/signed-in.ts';

/** Ways by which people are told outside the program. */
export type NoticeChannel = 'mail' | 'push';

/** Somebody who is told by a channel, in one membership. */
export type MailReader = {
  readonly viewer: Viewer;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Somebody stands in for them today. */
  readonly isAway: boolean;
};

/** A look that this worker alone takes now. */
export type ClaimedLook = {
  readonly membership: string;
  readonly nextAt: string;
  /** null: no digest was reckoned yet. */
  readonly digestAt: string | null;
  readonly seen: string | null;
};

/** A notice by its name, and the case in which it is. */
export type NamedNotice = { readonly key: string; readonly caseId: string; readonly kind: string };

export type NoticeLooks = {
  /** Begins to look for whoever wants to be told by this channel, can be, and is not looked for yet. */
  open(): Promise<void>;
  /** Everything that was reckoned for a person is reckoned anew: what they want is another. */
  reset(person: string): Promise<void>;
  /** Takes the look that is due the longest, for `CLAIM_MS`: no other worker gets it meanwhile. null: none is due. */
  claim(): Promise<ClaimedLook | null>;
  /** null: whoever it is is not there today, may not sign in, or cannot be told by this channel. */
  readerOf(membership: string): Promise<MailReader | null>;
  /** Of these cases those in which something happened since an instant. */
  changedSince(caseIds: readonly string[], since: string): Promise<readonly string[]>;
  /**
   * Ends a look: notices that did not go by this channel yet are in a mail, or a push, from now on, which is due at once; when
   * it is looked next.
   */
  end(look: ClaimedLook, found: LookFound): Promise<void>;
  /** No longer looked for. */
  close(membership: string): Promise<void>;
};

type LookFound = {
  readonly person: string;
  readonly told: readonly NamedNotice[];
  readonly nextAt: string;
  readonly digestAt: string;
  /** null: something was left for the next look. */
  readonly seen: string | null;
};

const CLAIM_MS = 30_000;

/** What is looked for by a channel. */
export function noticeLooks(database: Database, clock: Clock, channel: NoticeChannel): NoticeLooks {
  const today = () => tokyoDay(clock.now());
  const { openText, readerText, endText } = texts[channel];
  return {
    open: async () => void (await database.run(openText, [clock.now(), today()])),
    reset: async person => void (await database.run(resetText, [person, clock.now(), channel])),
    claim: async () => (await database.rows<ClaimedLook>(claimText, [clock.now(), CLAIM_MS, channel]))[0] ?? null,
    async readerOf(membership) {
      const [row] = await database.rows(readerText, [membership, today()]);
      return row === undefined ? null : toReader(row);
    },
    changedSince: async (caseIds, since) =>
      (await database.rows<{ id: string }>(changedText, [caseIds, since])).map(({ id }) => id),
    async end({ membership, nextAt: was }, { person, told, nextAt, digestAt, seen }) {
      const values = [membership, randomUUID(), clock.now(), JSON.stringify(told), person];
      await database.run(endText, [...values, was, nextAt, digestAt, seen]);
    },
    close: async membership => void (await database.run(closeText, [membership, channel])),
  };
}

/** Who can be told by a channel, and which rows carry what they are told. */
const channels = {
  mail: {
    reached: '(SELECT person_id FROM mail_address WHERE confirmed_at IS NOT NULL) a',
    wish: `AND p.settings->'mail'->>'pace' IN ('digest', 'atOnce')`,
    outgoing: 'outgoing_mail',
  },
  // Whoever subscribed a browser wants it; of the settings the times alone are taken.
  push: { reached: '(SELECT DISTINCT person_id FROM push_subscription) a', wish: '', outgoing: 'outgoing_push' },
} as const;

/** Of whom one is told at all; `$2` is the day. */
const WANTS = `p.disabled_at IS NULL AND m.role NOT IN ('family', 'display')
      AND $2::date BETWEEN m.from_on AND coalesce(m.until_on, 'infinity')`;

/**
 * One statement: a notice is in a mail, and the mail is there, or neither. A notice that was in one before stays there. When
 * somebody chose otherwise meanwhile, what they chose decides when it is looked next.
 */
const END_LOOK = `UPDATE notice_look SET claimed_until = NULL,
          next_at = CASE WHEN next_at = $6 THEN $7::timestamptz ELSE next_at END,
          digest_at = CASE WHEN next_at = $6 THEN $8::timestamptz ELSE digest_at END,
          seen = CASE WHEN next_at = $6 THEN $9 ELSE seen END
        WHERE membership_id = $1`;

type Texts = { readonly openText: Statement; readonly readerText: Statement; readonly endText: Statement };

const texts: Readonly<Record<NoticeChannel, Texts>> = { mail: textsOf('mail'), push: textsOf('push') };

function textsOf(channel: NoticeChannel): Texts {
  const { reached, wish, outgoing } = channels[channel];
  return {
    openText: {
      text: `INSERT INTO notice_look (membership_id, channel, next_at)
        SELECT m.id, '${channel}', $1 FROM ${reached} JOIN person p ON p.id = a.person_id
        JOIN membership m ON m.person_id = p.id
        WHERE ${WANTS} ${wish}
          AND NOT EXISTS (SELECT FROM notice_look l WHERE l.membership_id = m.id AND l.channel = '${channel}')
        ON CONFLICT DO NOTHING`,
    },
    readerText: {
      text: `SELECT p.id AS person, m.id AS membership, m.org_id AS org, o.kind AS "orgKind", m.role, m.flags, p.settings,
          EXISTS (SELECT FROM substitute s WHERE s.membership_id = m.id AND s.ended_at IS NULL
            AND $2::date BETWEEN s.from_on AND s.until_on) AS "isAway"
        FROM membership m JOIN person p ON p.id = m.person_id JOIN organisation o ON o.id = m.org_id
          JOIN ${reached} ON a.person_id = p.id
        WHERE m.id = $1 AND ${WANTS}`,
    },
    endText: {
      text: `WITH told AS (
          INSERT INTO notice_delivery (membership_id, channel, notice_key, case_id, kind, mail_id, state, at)
          SELECT $1, '${channel}', t.key, t."caseId", t.kind, $2, 'waiting', $3
          FROM json_to_recordset($4::json) AS t (key text, "caseId" text, kind text)
          ORDER BY t.key
          ON CONFLICT DO NOTHING RETURNING notice_key
        ), outgoing AS (
          INSERT INTO ${outgoing} (id, person_id, membership_id, state, made_at, due_at)
          SELECT $2, $5, $1, 'waiting', $3, $3 WHERE EXISTS (SELECT FROM told)
        )
        ${END_LOOK} AND channel = '${channel}'`,
    },
  };
}

const resetText: Statement = {
  text: `UPDATE notice_look l SET next_at = $2, digest_at = NULL, seen = NULL FROM membership m
    WHERE m.id = l.membership_id AND m.person_id = $1 AND l.channel = $3`,
};

const claimText: Statement = {
  text: `UPDATE notice_look l SET claimed_until = now() + $2 * interval '1 millisecond'
    FROM (
      SELECT membership_id FROM notice_look
      WHERE channel = $3 AND next_at <= $1 AND (claimed_until IS NULL OR claimed_until < now())
      ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED
    ) due
    WHERE l.membership_id = due.membership_id AND l.channel = $3
    RETURNING l.membership_id AS membership, l.next_at AS "nextAt", l.digest_at AS "digestAt", l.seen`,
};

const readerRow = z.object({
  person: z.string(),
  membership: z.string(),
  org: z.string(),
  orgKind: z.enum(organisationKinds),
  role: roleId,
  flags: z.array(z.string()),
  settings: z.record(z.string(), z.unknown()),
  isAway: z.boolean(),
});

function toReader(row: unknown): MailReader {
  const { flags, settings, isAway, ...viewer } = readerRow.parse(row);
  return { viewer: { ...viewer, flags: knownFlags(flags) }, settings, isAway };
}

const changedText: Statement = {
  text: `SELECT named.id FROM unnest($1::text[]) AS named (id)
    JOIN LATERAL (SELECT at FROM case_event WHERE case_id = named.id ORDER BY seq DESC LIMIT 1) last ON last.at > $2`,
};

const closeText: Statement = { text: 'DELETE FROM notice_look WHERE membership_id = $1 AND channel = $2' };
