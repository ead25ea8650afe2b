import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import { type Category, type Day, tokyoDay } from '@kaerimichi/discharge';
import { violatedConstraint } from '../commit/fresh-state.ts';
import type { Database, Statement } from '../database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { knownCategories } from '../sessions/signed-in.ts';
import { hashOfCode, invitationCode } from './invitation-code.ts';
import { foldIdentifier, type NewPerson } from './people.ts';

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
  /** Too many wrong birth dates were tried with the right code. */
  readonly isLocked: boolean;
  readonly joinedAt: string | null;
  readonly withdrawnAt: string | null;
  /** Who came by the code; null: nobody yet. */
  readonly member: { readonly membership: string; readonly name: string } | null;
};

export type Guardians = {
  /** The code is given away once. */
  invite(invitation: Invitation): Promise<{ readonly id: string; readonly code: string; readonly expiresAt: string }>;
  /** Those of a case, the newest invitation first. */
  ofCase(caseId: string): Promise<Guardian[]>;
  /**
   * The invitation that a code and the child's birth date open; null: not these two, used, withdrawn, too old, not yet
   * begun, or locked, told apart by nobody. Of any number at once no more birth dates are compared than may be wrong.
   */
  open(key: CodeAndBirth): Promise<{ readonly id: string; readonly org: string } | null>;
  /**
   * Uses the code up for a new person: a member of the one case. All of it or nothing. null as for `open`; `taken`: the
   * name to sign in with is.
   */
  join(key: CodeAndBirth, person: NewPerson): Promise<{ readonly person: string; membership: string } | 'taken' | null>;
  /** Who came by this code, with the child's birth date as it was given then; null: nobody. */
  joinedBy(key: CodeAndBirth): Promise<{ readonly person: string } | null>;
  /** Ends an invitation and what came of it, open sessions included; again the same. false: no such one of this case. */
  withdraw(caseId: string, id: string): Promise<boolean>;
};

type CodeAndBirth = { readonly code: string; readonly bornOn: Day };

/** Long enough for a family with a child in hospital; a slip that is found later opens nothing. */
const VALID_MS = 14 * 24 * 3_600_000;
/** A birth date may be mistyped; whoever found the slip does not get to try a year of them. */
const WRONG_BIRTH_DATES = 5;

type Ports = { readonly database: Database; readonly sessions: Sessions; readonly clock: Clock };

export function guardians(ports: Ports): Guardians {
  const { database, sessions, clock } = ports;
  return {
    invite: invitation => invite(ports, invitation),
    ofCase: async caseId => (await database.rows<Row>(ofCaseText, [caseId, WRONG_BIRTH_DATES])).map(toGuardian),
    open: key => open(ports, key),
    join: (key, person) => join(ports, key, person),
    async joinedBy({ code, bornOn }) {
      return (await database.rows<{ person: string }>(joinedText, [hashOfCode(code), bornOn]))[0] ?? null;
    },
    async withdraw(caseId, id) {
      const at = clock.now();
      const [ended] = await database.rows<{ membership: string | null }>(withdrawText, [caseId, id, at]);
      if (!ended?.membership) return ended !== undefined;
      const [member] = await database.rows<{ person: string }>(endText, [ended.membership, tokyoDay(at)]);
      if (member) await sessions.revokeAllOf(member.person);
      return true;
    },
  };
}

async function invite({ database, clock }: Ports, invitation: Invitation) {
  const { caseId, org, by, relation, categories, decides, fromOn, untilOn } = invitation;
  const [id, code, at] = [randomUUID(), invitationCode(), clock.now()];
  // One that begins later is on paper before it opens anything.
  const begins = Math.max(Date.parse(at), Date.parse(`${fromOn}T00:00:00+09:00`));
  const expiresAt = new Date(begins + VALID_MS).toISOString();
  const values = [id, caseId, org, relation, categories, decides, fromOn, untilOn, hashOfCode(code), expiresAt, by, at];
  await database.run(inviteText, values);
  return { id, code, expiresAt };
}

const inviteText: Statement = {
  text: `INSERT INTO guardian (id, case_id, org_id, relation, categories, decides, from_on, until_on, code_hash,
      code_expires_at, invited_by, invited_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
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
  withdrawnAt: string | null;
  membership: string | null;
  name: string | null;
};

const ofCaseText: Statement = {
  name: 'guardians-of-case',
  text: `SELECT g.id, g.case_id AS "caseId", g.org_id AS org, g.invited_by AS by, g.relation, g.categories, g.decides,
      g.from_on AS "fromOn", g.until_on AS "untilOn", g.invited_at AS "invitedAt", g.code_expires_at AS "expiresAt",
      g.failures >= $2 AS "isLocked", g.joined_at AS "joinedAt", g.withdrawn_at AS "withdrawnAt",
      g.membership_id AS membership, p.display_name AS name
    FROM guardian g
    LEFT JOIN membership m ON m.id = g.membership_id LEFT JOIN person p ON p.id = m.person_id
    WHERE g.case_id = $1 ORDER BY g.invited_at DESC, g.id`,
};

const toGuardian = ({ membership, name, categories, ...row }: Row): Guardian => ({
  ...row,
  categories: knownCategories(categories),
  member: membership === null ? null : { membership, name: name ?? '' },
});

/** $1 hash, $2 now, $3 the most wrong birth dates. */
const OPEN = `g.code_hash = $1 AND g.membership_id IS NULL AND g.withdrawn_at IS NULL AND g.code_expires_at > $2
  AND g.failures < $3 AND ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date BETWEEN g.from_on AND coalesce(g.until_on, 'infinity')
  AND s.case_id = g.case_id`;

/** Counted as wrong before it is compared; the row's lock lets one after the other try. */
const tryText: Statement = {
  text: `UPDATE guardian g SET failures = g.failures + 1 FROM case_state s WHERE ${OPEN}
    RETURNING g.id, g.org_id AS org, s.facts->>'bornOn' = $4 AS "isRight"`,
};
const rightText: Statement = { text: 'UPDATE guardian SET failures = 0 WHERE id = $1' };

const keyValues = (at: string, { code, bornOn }: CodeAndBirth) => [hashOfCode(code), at, WRONG_BIRTH_DATES, bornOn];

async function open({ database, clock }: Ports, key: CodeAndBirth) {
  const [tried] = await database.rows<{ id: string; org: string; isRight: boolean | null }>(
    tryText,
    keyValues(clock.now(), key),
  );
  if (!tried?.isRight) return null;
  await database.run(rightText, [tried.id]);
  return { id: tried.id, org: tried.org };
}

/** One statement: of two who use a code at once the second finds it used, and a name that is taken undoes all. */
const joinText: Statement = {
  text: `WITH used AS (
      UPDATE guardian g SET membership_id = $5, joined_at = $2 FROM case_state s
      WHERE ${OPEN} AND s.facts->>'bornOn' = $4
      RETURNING g.org_id, g.from_on, g.until_on
    ), known AS (
      INSERT INTO person (id, identifier, display_name, language, password_hash, last_sign_in_at)
      SELECT $6, $7, $8, $9, $10, $2 FROM used
    )
    INSERT INTO membership (id, person_id, org_id, role, from_on, until_on)
    SELECT $5, $6, u.org_id, 'family', u.from_on, u.until_on FROM used u`,
};

async function join({ database, clock }: Ports, key: CodeAndBirth, person: NewPerson) {
  const { identifier, displayName, language = 'ja', passwordHash = null } = person;
  const [membership, id] = [randomUUID(), randomUUID()];
  const values = [membership, id, foldIdentifier(identifier), displayName, language, passwordHash];
  try {
    const joined = await database.run(joinText, [...keyValues(clock.now(), key), ...values]);
    return joined === 0 ? null : { person: id, membership };
  } catch (fault) {
    if (violatedConstraint(fault)) return 'taken' as const;
    throw fault;
  }
}

const joinedText: Statement = {
  text: `SELECT m.person_id AS person FROM guardian g JOIN case_state s ON s.case_id = g.case_id
    JOIN membership m ON m.id = g.membership_id
    WHERE g.code_hash = $1 AND s.facts->>'bornOn' = $2`,
};

const withdrawText: Statement = {
  text: `UPDATE guardian SET withdrawn_at = coalesce(withdrawn_at, $3) WHERE case_id = $1 AND id = $2
    RETURNING membership_id AS membership`,
};

/** The last day is yesterday, or the day before the first. */
const endText: Statement = {
  text: `UPDATE membership SET until_on = greatest(from_on - 1, least(until_on, $2::date - 1))
    WHERE id = $1 RETURNING person_id AS person`,
};
