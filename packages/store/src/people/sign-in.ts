import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { foldIdentifier } from './people.ts';
import { bucketOf, hashOf, rememberPlace, type SignInAttempt } from './sign-in-place.ts';

export type SignInAccount = {
  readonly person: string;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
};

export type SignIn = {
  /** null: nobody has this identifier; the caller then spends the same time on a password nobody has. */
  findAccount(identifier: string): Promise<SignInAccount | null>;
  /**
   * Instant until which the account is locked, from everywhere or from this address; null: it may try. Whole hospitals
   * have one address: it never locks out who has not failed there.
   */
  lockedUntil(attempt: SignInAttempt): Promise<string | null>;
  /** Whether so much failed from this address that its attempts are taken slowly. */
  isSlowed(address: string): Promise<boolean>;
  /**
   * Counts an attempt for the account, known or not, as failed before its password is compared: of any number at once no
   * more are compared than may fail. What it was counted under; null: it is locked, and nothing is counted.
   */
  reserve(attempt: SignInAttempt): Promise<string | null>;
  /** Counts a failure for the address, where the account's was counted before. */
  noteFailureFrom(address: string): Promise<void>;
  /** Counts a failure for the account, known or not, and for the address. */
  noteFailure(attempt: SignInAttempt): Promise<void>;
  /**
   * Clears the failures under which the attempt was reserved; the address keeps its own, and so does the account as tried
   * from elsewhere. The network is known from now on.
   */
  noteSuccess(attempt: SignInAttempt & { person: string; reserved?: string }): Promise<void>;
};

/**
 * 10 failures without a quiet day lock an account for 15 minutes, and each further 10 twice as long, up to 4 hours: 100
 * guesses a day from all places where it never signed in, together, and 100 from each network where it did. 100 failures
 * within the window slow their address down; there an account is locked after 3, so that whoever tries one password on
 * everybody gets no further than that.
 */
const ACCOUNT_LIMIT = 10;
const ADDRESS_LIMIT = 100;
const LIMIT_WHERE_SLOWED = 3;
const LOCK_MS = 15 * 60_000;
const MOST_DOUBLED = 4;
const WINDOW_MS = 15 * 60_000;
const QUIET_MS = 24 * 60 * 60_000;

export function signIn(database: Database, clock: Clock): SignIn {
  return {
    async findAccount(identifier) {
      const [row] = await database.rows<SignInAccount>(accountText, [foldIdentifier(identifier)]);
      return row ?? null;
    },
    async lockedUntil(attempt) {
      const now = clock.now();
      const values = [await bucketOf(database, attempt, now), hashOf(attempt.address), now];
      const [row] = await database.rows<{ until: string | null }>(lockedText, [
        ...values,
        LIMIT_WHERE_SLOWED,
        WINDOW_MS,
      ]);
      return row?.until ?? null;
    },
    isSlowed: async address => (await database.rows(slowedText, [hashOf(address), clock.now()])).length > 0,
    async reserve(attempt) {
      const now = clock.now();
      const bucket = await bucketOf(database, attempt, now);
      const limits = [ACCOUNT_LIMIT, LIMIT_WHERE_SLOWED, WINDOW_MS, LOCK_MS, QUIET_MS];
      const counted = await database.run(reserveText, [bucket, hashOf(attempt.address), now, ...limits]);
      return counted > 0 ? bucket : null;
    },
    noteFailureFrom: address => noteFailure(database, [null, hashOf(address)], clock.now()),
    async noteFailure(attempt) {
      const now = clock.now();
      await noteFailure(database, [await bucketOf(database, attempt, now), hashOf(attempt.address)], now);
    },
    async noteSuccess({ person, reserved, ...attempt }) {
      const now = clock.now();
      await database.run(successText, [reserved ?? (await bucketOf(database, attempt, now)), person, now]);
      await rememberPlace(database, attempt, now);
    },
  };
}

/** Hashes: the table tells nobody which names or addresses were tried. */
async function noteFailure(database: Database, of: readonly (string | null)[], at: string): Promise<void> {
  await database.run(failureText, [...of, at, ACCOUNT_LIMIT, ADDRESS_LIMIT, WINDOW_MS, LOCK_MS, QUIET_MS]);
}

const accountText: Statement = {
  text: `SELECT id AS person, password_hash AS "passwordHash", disabled_at IS NOT NULL AS disabled
    FROM person WHERE identifier = $1`,
};

const lockedText: Statement = {
  text: `SELECT max(l.until) AS until FROM (
      SELECT locked_until AS until FROM sign_in_failure WHERE kind = 'account' AND subject = $1
      UNION ALL
      SELECT least(d.locked_until, a.last_at + $5 * interval '1 millisecond')
      FROM sign_in_failure a JOIN sign_in_failure d ON d.kind = 'address' AND d.subject = $2
      WHERE a.kind = 'account' AND a.subject = $1 AND a.count >= $4 AND d.locked_until > $3
    ) l WHERE l.until > $3`,
};

const slowedText: Statement = {
  text: `SELECT FROM sign_in_failure WHERE kind = 'address' AND subject = $1 AND locked_until > $2`,
};

/** Counted as in `failureText`, but for an account that is locked, from everywhere or from this address. */
const reserveText: Statement = {
  text: `INSERT INTO sign_in_failure AS f (kind, subject, count, last_at, locked_until)
    VALUES ('account', $1, 1, $3::timestamptz, NULL)
    ON CONFLICT (kind, subject) DO UPDATE SET ${counted({ window: '$8', most: '$4', lock: '$7' })}
      WHERE coalesce(f.locked_until <= $3, true)
        AND NOT (f.count >= $5 AND f.last_at > $3::timestamptz - $6 * interval '1 millisecond'
          AND EXISTS (SELECT FROM sign_in_failure d
            WHERE d.kind = 'address' AND d.subject = $2 AND d.locked_until > $3))`,
};

/**
 * A failure after a quiet window, or after a lock that is over, counts as the first. Failures during a lock do not
 * lengthen it: a large hospital mistypes often enough to stay slowed down for good.
 */
const failureText: Statement = {
  text: `INSERT INTO sign_in_failure AS f (kind, subject, count, last_at, locked_until)
    SELECT n.kind, n.subject, 1, $3::timestamptz, NULL
    FROM (VALUES ('account', $1), ('address', $2)) AS n (kind, subject)
    WHERE n.subject IS NOT NULL ORDER BY n.kind
    ON CONFLICT (kind, subject) DO UPDATE SET ${counted({
      window: `CASE f.kind WHEN 'account' THEN $8::bigint ELSE $6::bigint END`,
      most: `CASE f.kind WHEN 'account' THEN $4::integer ELSE $5::integer END`,
      lock: '$7',
    })}`,
};

type Counting = { readonly window: string; readonly most: string; readonly lock: string };

/** One more failure of row `f` at $3: `window` and `lock` in milliseconds, `most` is the failure that locks. */
function counted({ window, most, lock }: Counting): string {
  const isRecent = `f.last_at >= $3::timestamptz - (${window}) * interval '1 millisecond'`;
  const locksNow = `(f.locked_until IS NULL AND ${isRecent} AND f.count + 1 >= ${most})`;
  const doubled = `CASE f.kind WHEN 'account' THEN 2 ^ least(f.locks, ${MOST_DOUBLED}) ELSE 1 END`;
  return `
      count = CASE WHEN f.locked_until <= $3 OR NOT ${isRecent} THEN 1 ELSE f.count + 1 END,
      last_at = $3,
      locks = CASE WHEN ${isRecent} THEN least(f.locks + ${locksNow}::integer, 100) ELSE 0 END,
      locked_until = CASE WHEN f.locked_until > $3 THEN f.locked_until
        WHEN ${locksNow} THEN $3::timestamptz + ${lock} * ${doubled} * interval '1 millisecond' END`;
}

const successText: Statement = {
  text: `WITH cleared AS (DELETE FROM sign_in_failure WHERE kind = 'account' AND subject = $1)
    UPDATE person SET last_sign_in_at = $3 WHERE id = $2`,
};
