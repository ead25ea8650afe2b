import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { type Category, type Day, tokyoDay } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { knownCategories } from '../sessions/signed-in.ts';
import { type GuardianCodes, guardianCodes, LOCKED } from './guardian-codes.ts';
import { hashOfCode, invitationCode } from './invitation-code.ts';
import { CHANGED_MEANWHILE } from './memberships.ts';

/** What a guardian is invited to: one case, some of its categories, for a time. */
export type Invitation = {
  readonly caseId: string;
  /** The organisation that invites. */
  readonly org: string;
  /** Membership of whoever invites. */
  readonly by: string;
  readonly relation: string;
  readonly categories: readonly Category[];
  /** Holds parental authority. */
  readonly decides: boolean;
  readonly fromOn: Day;
  /** Last day; null: open. */
  readonly untilOn: Day | null;
};

export type Guardian = Invitation & {
  readonly id: string;
  readonly invitedAt: string;
  /** Instant until which the code can be used. */
  readonly expiresAt: string;
  /** Too many wrong birth dates, or names that are taken, were tried with the right code. */
  readonly isLocked: boolean;
  readonly joinedAt: string | null;
  /** When whoever came before was given a new code; null: not, or it was used. */
  readonly renewedAt: string | null;
  readonly withdrawnAt: string | null;
  /** Membership of whoever withdrew; null: not withdrawn, by merging the case into another, or before this was kept. */
  readonly withdrawnBy: string | null;
  /** What whoever withdrew calls themselves; null as for `withdrawnBy`. */
  readonly withdrawnByName: string | null;
  /** Who came by the code; null: nobody yet. */
  readonly member: { readonly membership: string; readonly name: string } | null;
};

export type GuardianRights = Pick<Invitation, 'categories' | 'decides' | 'untilOn'>;
/** With what they were when whoever changes them last saw them. */
type ChangedRights = GuardianRights & { readonly was: GuardianRights };

/** What is written on the slip. */
type Code = { readonly code: string; readonly expiresAt: string };

export type Guardians = GuardianCodes & {
  /** The code is given away once. */
  invite(invitation: Invitation): Promise<Code & { readonly id: string }>;
  /** Those of a case, the newest invitation first. */
  ofCase(caseId: string): Promise<Guardian[]>;
  /**
   * A new code for the same guardian, the earlier one is worthless from now on: to come in by, or, for whoever came before,
   * to choose a new password with; until then the old one holds. null: no such one of this case, or withdrawn.
   */
  renew(caseId: string, id: string): Promise<Code | null>;
  /**
   * What a guardian may see and decide, and how long, from now on, unless it is not any more as it `was`: nothing is changed
   * then. null: no such one of this case, or withdrawn.
   */
  change(caseId: string, id: string, rights: ChangedRights): Promise<'changed' | typeof CHANGED_MEANWHILE | null>;
  /**
   * Ends an invitation and what came of it, open sessions included; again the same, and `by`, a membership, stays the
   * first. false: no such one of this case.
   */
  withdraw(caseId: string, id: string, by: string): Promise<boolean>;
};

/** Long enough for a family with a child in hospital; a slip that is found later opens nothing. */
const VALID_MS = 14 * 24 * 3_600_000;

type Ports = { readonly database: Database; readonly sessions: Sessions; readonly clock: Clock };

export function guardians(ports: Ports): Guardians {
  const { database, sessions, clock } = ports;
  return {
    ...guardianCodes(ports),
    invite: invitation => invite(ports, invitation),
    ofCase: async caseId => (await database.rows<Row>(ofCaseText, [caseId])).map(toGuardian),
    async renew(caseId, id) {
      const code = invitationCode();
      const values = [caseId, id, hashOfCode(code), clock.now(), VALID_MS];
      const [given] = await database.rows<Pick<Code, 'expiresAt'>>(renewText, values);
      return given ? { code, ...given } : null;
    },
    async change(caseId, id, rights) {
      const changed = await changeRights(database, [caseId, id], rights);
      if (changed === null || changed === CHANGED_MEANWHILE) return changed;
      if (changed.person !== null) await sessions.changed(changed.person);
      return 'changed';
    },
    async withdraw(caseId, id, by) {
      const at = clock.now();
      const [ended] = await database.rows<{ membership: string | null }>(withdrawText, [caseId, id, at, by]);
      if (!ended?.membership) return ended !== undefined;
      const [member] = await database.rows<Member>(endText, [ended.membership, tokyoDay(at)]);
      if (member?.person) await sessions.revokeAllOf(member.person);
      return true;
    },
  };
}

type Member = { readonly person: string | null };

async function invite({ database, clock }: Ports, invitation: Invitation) {
  const { caseId, org, by, relation, categories, decides, fromOn, untilOn } = invitation;
  const [id, code, at] = [randomUUID(), invitationCode(), clock.now()];
  const values = [id, caseId, org, relation, categories, decides, fromOn, untilOn, hashOfCode(code), by, at, VALID_MS];
  const [given] = await database.rows<Pick<Code, 'expiresAt'>>(inviteText, values);
  if (!given) throw new Error('an invitation was written and not answered');
  return { id, code, expiresAt: given.expiresAt };
}

/**
 * The row of the guardian first: somebody who comes in at this moment holds it, and what the second statement reads was
 * written before.
 */
const changeRights = (database: Database, [caseId, id]: readonly [string, string], { was, ...rights }: ChangedRights) =>
  inTransaction(database, async client => {
    const lock = await client.query<{ isSame: boolean; membership: string | null }>(lockText.text, [
      ...[caseId, id, was.categories, was.decides, was.untilOn],
    ]);
    const [found] = lock.rows;
    if (!found) return null;
    if (!found.isSame) return CHANGED_MEANWHILE;
    await client.query(changeText.text, [id, rights.categories, rights.decides, rights.untilOn]);
    const { rows } = await client.query<Member>(periodText.text, [found.membership, rights.untilOn]);
    return { person: rows[0]?.person ?? null };
  });

/** Counted from the first day of the period: a code that is good later is on paper before it opens anything. */
const expiry = (at: string, fromOn: string, validMs: string) =>
  `greatest(${at}::timestamptz, ${fromOn}::date::timestamp AT TIME ZONE 'Asia/Tokyo')
    + ${validMs}::bigint * interval '1 millisecond'`;

const inviteText: Statement = {
  text: `INSERT INTO guardian (id, case_id, org_id, relation, categories, decides, from_on, until_on, code_hash,
      code_expires_at, invited_by, invited_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${expiry('$11', '$7', '$12')}, $10, $11)
    RETURNING code_expires_at AS "expiresAt"`,
};

const renewText: Statement = {
  text: `UPDATE guardian SET code_hash = $3, code_expires_at = ${expiry('$4', 'from_on', '$5')}, failures = 0,
      names_taken = 0, renewed_at = CASE WHEN membership_id IS NOT NULL THEN $4::timestamptz END
    WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL RETURNING code_expires_at AS "expiresAt"`,
};

type Row = {
  id: string;
  caseId: string;
  org: string;
  by: string;
  relation: string;
  categories: string[];
  decides: boolean;
  fromOn: Day;
  untilOn: Day | null;
  invitedAt: string;
  expiresAt: string;
  isLocked: boolean;
  joinedAt: string | null;
  renewedAt: string | null;
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  withdrawnByName: string | null;
  membership: string | null;
  name: string | null;
};

const ofCaseText: Statement = {
  name: 'guardians-of-case',
  text: `SELECT g.id, g.case_id AS "caseId", g.org_id AS org, g.invited_by AS by, g.relation, g.categories, g.decides,
      g.from_on AS "fromOn", g.until_on AS "untilOn", g.invited_at AS "invitedAt", g.code_expires_at AS "expiresAt",
      ${LOCKED} AS "isLocked", g.joined_at AS "joinedAt", g.renewed_at AS "renewedAt",
      g.withdrawn_at AS "withdrawnAt", g.withdrawn_by AS "withdrawnBy",
      w.display_name AS "withdrawnByName",
      g.membership_id AS membership, p.display_name AS name
    FROM guardian g
    LEFT JOIN membership m ON m.id = g.membership_id LEFT JOIN person p ON p.id = m.person_id
    LEFT JOIN membership wm ON wm.id = g.withdrawn_by LEFT JOIN person w ON w.id = wm.person_id
    WHERE g.case_id = $1 ORDER BY g.invited_at DESC, g.id`,
};

const toGuardian = ({ membership, name, categories, ...row }: Row): Guardian => ({
  ...row,
  categories: knownCategories(categories),
  member: membership === null ? null : { membership, name: name ?? '' },
});

/** In whichever order the categories stand. */
const lockText: Statement = {
  text: `SELECT membership_id AS membership, categories @> $3::text[] AND categories <@ $3::text[] AND decides = $4
      AND until_on IS NOT DISTINCT FROM $5::date AS "isSame"
    FROM guardian WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL FOR NO KEY UPDATE`,
};
const changeText: Statement = {
  text: 'UPDATE guardian SET categories = $2, decides = $3, until_on = $4 WHERE id = $1',
};
const periodText: Statement = {
  text: 'UPDATE membership SET until_on = $2 WHERE id = $1 RETURNING person_id AS person',
};

const withdrawText: Statement = {
  text: `UPDATE guardian SET withdrawn_at = coalesce(withdrawn_at, $3),
      withdrawn_by = CASE WHEN withdrawn_at IS NULL THEN $4 ELSE withdrawn_by END
    WHERE case_id = $1 AND id = $2 RETURNING membership_id AS membership`,
};

/** The last day is yesterday, or the day before the first. */
const endText: Statement = {
  text: `UPDATE membership SET until_on = greatest(from_on - 1, least(until_on, $2::date - 1))
    WHERE id = $1 RETURNING person_id AS person`,
};
