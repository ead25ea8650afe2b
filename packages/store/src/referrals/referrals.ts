import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { isId } from '../cases/load-case.ts';
import type { Database, Statement } from '../database.ts';

export type ReferralState = 'sent' | 'accepted' | 'declined' | 'withdrawn';

export type Referral = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Who sent it, in which role. */
  readonly person: string;
  readonly role: string;
  readonly state: ReferralState;
  /** What the sender told of the child, as the contract parsed it. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly sentAt: string;
  readonly decidedAt: string | null;
  readonly declineReason: string | null;
  /** Nobody answered it, and the clock withdrew it. */
  readonly isLapsed: boolean;
  /** The case that it became or was added to: for the receiver alone. */
  readonly caseId: string | null;
};

export type NewReferral = Pick<Referral, 'from' | 'to' | 'person' | 'role' | 'content'>;

export type ReferralDecision = {
  /** Whose decision it is: the receiver accepts and declines, the sender withdraws. */
  readonly org: string;
  readonly person: string;
  readonly state: Exclude<ReferralState, 'sent'>;
  /** With `accepted`: the receiver's case; with `declined`: a neutral reason. The database refuses one without the other. */
  readonly caseId?: string;
  readonly reason?: string;
};

export type Referrals = {
  send(referral: NewReferral): Promise<{ id: string; sentAt: string }>;
  /** Of an organisation, those that wait first, the oldest of them first; then the latest. At most 500. */
  list(org: string, box: 'in' | 'out'): Promise<{ referrals: Referral[]; more: boolean }>;
  /** How many wait for an organisation to answer. */
  countWaiting(org: string): Promise<number>;
  /** null: there is none, or the organisation is neither its sender nor its receiver. */
  find(org: string, id: string): Promise<Referral | null>;
  /** false: it is not this organisation's to decide, or it was decided before. */
  decide(id: string, decision: ReferralDecision): Promise<boolean>;
};

/** Nobody takes on a child by it after that; until then it holds a child's name. */
export const REFERRAL_WAITS_MS = 90 * 86_400_000;

const PAGE = 500;

export function referrals(database: Database, clock: Clock): Referrals {
  return {
    async send({ from, to, person, role, content }) {
      const [id, sentAt] = [randomUUID(), clock.now()];
      await database.run(sendText, [id, from, to, person, role, JSON.stringify(content), sentAt]);
      return { id, sentAt };
    },
    async list(org, box) {
      const rows = await database.rows<Referral>(box === 'in' ? inText : outText, [org, PAGE + 1]);
      return { referrals: rows.slice(0, PAGE), more: rows.length > PAGE };
    },
    async countWaiting(org) {
      return (await database.rows<{ count: number }>(countText, [org]))[0]?.count ?? 0;
    },
    async find(org, id) {
      if (!isId(id)) return null;
      return (await database.rows<Referral>(findText, [id, org]))[0] ?? null;
    },
    async decide(id, decision) {
      if (!isId(id)) return false;
      const { state, org, person, reason = null, caseId = null } = decision;
      return (await database.run(decideText, [id, org, state, clock.now(), person, reason, caseId])) > 0;
    },
  };
}

const sendText: Statement = {
  text: `INSERT INTO referral (id, from_org, to_org, person_id, role, state, content, sent_at)
    VALUES ($1, $2, $3, $4, $5, 'sent', $6, $7)`,
};

const COLUMNS = `r.id, r.from_org AS "from", r.to_org AS "to", r.person_id AS person, r.role, r.state, r.content,
  r.sent_at AS "sentAt", r.decided_at AS "decidedAt", r.decline_reason AS "declineReason",
  r.state = 'withdrawn' AND r.decided_by IS NULL AS "isLapsed", r.case_id AS "caseId"`;

const boxText = (column: 'to_org' | 'from_org'): Statement => ({
  text: `SELECT ${COLUMNS} FROM referral r WHERE r.${column} = $1
    ORDER BY r.state <> 'sent', CASE WHEN r.state = 'sent' THEN r.sent_at END, r.sent_at DESC, r.id LIMIT $2`,
});
const inText = boxText('to_org');
const outText = boxText('from_org');

const countText: Statement = {
  text: `SELECT count(*)::integer AS count FROM referral WHERE to_org = $1 AND state = 'sent'`,
};

const findText: Statement = {
  text: `SELECT ${COLUMNS} FROM referral r WHERE r.id = $1 AND $2 IN (r.to_org, r.from_org)`,
};

const decideText: Statement = {
  text: `UPDATE referral SET state = $3, decided_at = $4, decided_by = $5, decline_reason = $6, case_id = $7
    WHERE id = $1 AND state = 'sent' AND CASE WHEN $3 = 'withdrawn' THEN from_org ELSE to_org END = $2`,
};
