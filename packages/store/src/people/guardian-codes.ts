import { randomUUID } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Day } from '@kaerimichi/discharge';
import type { Database, Statement } from '../database.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { hashOfCode } from './invitation-code.ts';
import { foldIdentifier, type NewPerson } from './people.ts';

/** What a code and the child's birth date open. */
export type OpenedInvitation = {
  readonly id: string;
  /** The organisation that invited. */
  readonly org: string;
  /** Who came before, and has a new code to choose a new password with; null: the code is for somebody new. */
  readonly member: { readonly identifier: string; readonly displayName: string } | null;
};

export type Joined = { readonly person: string; readonly identifier: string; readonly membership: string };

/** What codes on paper do. */
export type GuardianCodes = {
  /**
   * The invitation that a code and the child's birth date open; null: not these two, used, withdrawn, too old, not yet
   * begun, or locked, told apart by nobody. Of any number at once no more birth dates are compared than may be wrong.
   */
  open(key: CodeAndBirth): Promise<OpenedInvitation | null>;
  /**
   * Uses the code up for a new person: a member of the one case. All of it or nothing. null as for `open`, and for a code
   * of somebody who came before; `taken`: the name to sign in with is, which counts for the code.
   */
  join(key: CodeAndBirth, person: NewPerson): Promise<Joined | 'taken' | null>;
  /**
   * Uses a new code of somebody who came before up: sets the password (argon2id in PHC form) and ends every session. null
   * as for `open`, and for a code of somebody new.
   */
  choosePassword(key: CodeAndBirth, passwordHash: string): Promise<Joined | null>;
  /** Who came by this code, with the child's birth date as it was given then; null: nobody. */
  joinedBy(key: CodeAndBirth): Promise<Pick<Joined, 'person' | 'identifier'> | null>;
};

type CodeAndBirth = { readonly code: string; readonly bornOn: Day };

/** A birth date may be mistyped; whoever found the slip does not get to try a year of them. */
const WRONG_BIRTH_DATES = 5;
/** As many names may be taken already: each answer tells that somebody has it. */
const NAMES_TAKEN = 5;

/** Whether so much was tried with a code that it is of no use any more. */
export const LOCKED = `(g.failures >= ${WRONG_BIRTH_DATES} OR g.names_taken >= ${NAMES_TAKEN})`;

type Ports = { readonly database: Database; readonly sessions: Sessions; readonly clock: Clock };

export function guardianCodes(ports: Ports): GuardianCodes {
  const { database, sessions, clock } = ports;
  return {
    open: key => open(ports, key),
    join: (key, person) => join(ports, key, person),
    async choosePassword(key, passwordHash) {
      const [chosen] = await database.rows<Joined>(chooseText, [...keyValues(clock.now(), key), passwordHash]);
      if (chosen) await sessions.revokeAllOf(chosen.person);
      return chosen ?? null;
    },
    async joinedBy({ code, bornOn }) {
      const [joined] = await database.rows<Pick<Joined, 'person' | 'identifier'>>(joinedText, [
        hashOfCode(code),
        bornOn,
      ]);
      return joined ?? null;
    },
  };
}

/** $1 hash, $2 now. */
const OPEN = `g.code_hash = $1 AND (g.membership_id IS NULL OR g.renewed_at IS NOT NULL) AND g.withdrawn_at IS NULL
  AND g.code_expires_at > $2 AND NOT ${LOCKED}
  AND ($2::timestamptz AT TIME ZONE 'Asia/Tokyo')::date BETWEEN g.from_on AND coalesce(g.until_on, 'infinity')
  AND s.case_id = g.case_id`;

/** Counted as wrong before it is compared; the row's lock lets one after the other try. */
const tryText: Statement = {
  text: `UPDATE guardian g SET failures = g.failures + 1 FROM case_state s WHERE ${OPEN}
    RETURNING g.id, s.facts->>'bornOn' = $3 AS "isRight"`,
};
const rightText: Statement = {
  text: `WITH opened AS (UPDATE guardian SET failures = 0 WHERE id = $1 RETURNING id, org_id, membership_id)
    SELECT o.id, o.org_id AS org, p.identifier, p.display_name AS "displayName"
    FROM opened o LEFT JOIN membership m ON m.id = o.membership_id LEFT JOIN person p ON p.id = m.person_id`,
};

const keyValues = (at: string, { code, bornOn }: CodeAndBirth) => [hashOfCode(code), at, bornOn];

type OpenedRow = { id: string; org: string; identifier: string | null; displayName: string | null };

async function open({ database, clock }: Ports, key: CodeAndBirth): Promise<OpenedInvitation | null> {
  const values = keyValues(clock.now(), key);
  const [tried] = await database.rows<{ id: string; isRight: boolean | null }>(tryText, values);
  if (!tried?.isRight) return null;
  const [opened] = await database.rows<OpenedRow>(rightText, [tried.id]);
  if (!opened) return null;
  const { id, org, identifier, displayName } = opened;
  return { id, org, member: identifier === null ? null : { identifier, displayName: displayName ?? '' } };
}

/**
 * One statement: of two who use a code at once the second finds it used, and of any number who ask for names that are
 * taken no more are told so than may be.
 */
const joinText: Statement = {
  text: `WITH opened AS (
      SELECT g.id, g.org_id, g.from_on, g.until_on FROM guardian g, case_state s
      WHERE ${OPEN} AND g.membership_id IS NULL AND s.facts->>'bornOn' = $3
      FOR UPDATE OF g
    ), known AS (
      INSERT INTO person (id, identifier, display_name, language, password_hash, last_sign_in_at)
      SELECT $5, $6, $7, $8, $9, $2 FROM opened
      ON CONFLICT (identifier) DO NOTHING RETURNING id
    ), member AS (
      INSERT INTO membership (id, person_id, org_id, role, from_on, until_on)
      SELECT $4, k.id, o.org_id, 'family', o.from_on, o.until_on FROM opened o, known k RETURNING id
    )
    UPDATE guardian g SET membership_id = (SELECT id FROM member),
      joined_at = CASE WHEN EXISTS (SELECT FROM member) THEN $2::timestamptz END,
      names_taken = g.names_taken + (NOT EXISTS (SELECT FROM member))::integer
    FROM opened o WHERE g.id = o.id RETURNING g.membership_id IS NULL AS "isTaken"`,
};

async function join(
  { database, clock }: Ports,
  key: CodeAndBirth,
  person: NewPerson,
): Promise<Joined | 'taken' | null> {
  const { displayName, language = 'ja', passwordHash = null } = person;
  const [membership, id, identifier] = [randomUUID(), randomUUID(), foldIdentifier(person.identifier)];
  const values = [...keyValues(clock.now(), key), membership, id, identifier, displayName, language, passwordHash];
  const [used] = await database.rows<{ isTaken: boolean }>(joinText, values);
  if (!used) return null;
  return used.isTaken ? 'taken' : { person: id, identifier, membership };
}

const chooseText: Statement = {
  text: `WITH used AS (
      UPDATE guardian g SET renewed_at = NULL, failures = 0 FROM case_state s
      WHERE ${OPEN} AND g.membership_id IS NOT NULL AND s.facts->>'bornOn' = $3 RETURNING g.membership_id
    )
    UPDATE person p SET password_hash = $4, last_sign_in_at = $2 FROM used u JOIN membership m ON m.id = u.membership_id
    WHERE p.id = m.person_id RETURNING p.id AS person, p.identifier, m.id AS membership`,
};

const joinedText: Statement = {
  text: `SELECT p.id AS person, p.identifier FROM guardian g JOIN case_state s ON s.case_id = g.case_id
    JOIN membership m ON m.id = g.membership_id JOIN person p ON p.id = m.person_id
    WHERE g.code_hash = $1 AND s.facts->>'bornOn' = $2`,
};
