import { createHash } from 'node:crypto';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { foldIdentifier } from './people.ts';

export type SignInAccount = {
  readonly person: string;
  readonly passwordHash: string | null;
  readonly secondFactor: string | null;
  readonly disabled: boolean;
};

export type SignIn = {
  /** null: nobody has this identifier; the caller then spends the same time on a password nobody has. */
  findAccount(identifier: string): Promise<SignInAccount | null>;
  /** Instant until which account or address is locked; null: it may try. */
  lockedUntil(attempt: SignInAttempt): Promise<string | null>;
  /** Counts a failure for the account, known or not, and for the address. */
  noteFailure(attempt: SignInAttempt): Promise<void>;
  /** Clears the account's failures; the address keeps its own. */
  noteSuccess(attempt: SignInAttempt & { person: string }): Promise<void>;
  /** Takes a time step of the second factor; false when it or a later one was used already. */
  takeSecondFactorStep(person: string, step: number): Promise<boolean>;
};
export type SignInAttempt = { readonly identifier: string; readonly address: string };

/** 10 failures of an account or 100 of an address within the window lock it for 15 minutes. */
const ACCOUNT_LIMIT = 10;
const ADDRESS_LIMIT = 100;
const LOCK_MS = 15 * 60_000;
const WINDOW_MS = 15 * 60_000;

export function signIn(database: Database, clock: Clock): SignIn {
  return {
    async findAccount(identifier) {
      const [row] = await database.rows<SignInAccount>(accountText, [foldIdentifier(identifier)]);
      return row ?? null;
    },
    async lockedUntil(attempt) {
      const [row] = await database.rows<{ until: string | null }>(lockedText, [...subjects(attempt), clock.now()]);
      return row?.until ?? null;
    },
    async noteFailure(attempt) {
      const limits = [ACCOUNT_LIMIT, ADDRESS_LIMIT, WINDOW_MS, LOCK_MS];
      await database.run(failureText, [...subjects(attempt), clock.now(), ...limits]);
    },
    async noteSuccess(attempt) {
      const [account] = subjects(attempt);
      await database.run(successText, [account, attempt.person, clock.now()]);
    },
    takeSecondFactorStep: async (person, step) => (await database.run(stepText, [person, step])) > 0,
  };
}

/** Hashes: the table tells nobody which names or addresses were tried. */
function subjects({ identifier, address }: SignInAttempt): [account: string, address: string] {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return [hash(foldIdentifier(identifier)), hash(address)];
}

const accountText: Statement = {
  text: `SELECT id AS person, password_hash AS "passwordHash", second_factor AS "secondFactor",
      disabled_at IS NOT NULL AS disabled
    FROM person WHERE identifier = $1`,
};

const lockedText: Statement = {
  text: `SELECT max(locked_until) AS until FROM sign_in_failure
    WHERE locked_until > $3 AND (kind, subject) IN (('account', $1), ('address', $2))`,
};

/** A failure after a quiet window counts as the first. */
const failureText: Statement = {
  text: `INSERT INTO sign_in_failure AS f (kind, subject, count, last_at, locked_until)
    SELECT n.kind, n.subject, 1, $3::timestamptz, NULL
    FROM (VALUES ('account', $1, $4::integer), ('address', $2, $5)) AS n (kind, subject, most)
    ORDER BY n.kind
    ON CONFLICT (kind, subject) DO UPDATE SET
      count = CASE WHEN f.last_at < $3::timestamptz - $6 * interval '1 millisecond' THEN 1 ELSE f.count + 1 END,
      last_at = $3,
      locked_until = CASE
        WHEN f.last_at >= $3::timestamptz - $6 * interval '1 millisecond'
          AND f.count + 1 >= CASE f.kind WHEN 'account' THEN $4 ELSE $5 END
        THEN $3::timestamptz + $7 * interval '1 millisecond' END`,
};

const successText: Statement = {
  text: `WITH cleared AS (DELETE FROM sign_in_failure WHERE kind = 'account' AND subject = $1)
    UPDATE person SET last_sign_in_at = $3 WHERE id = $2`,
};

const stepText: Statement = {
  text: `UPDATE person SET second_factor_step = $2
    WHERE id = $1 AND (second_factor_step IS NULL OR second_factor_step < $2)`,
};
