import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';

export type PinTries = {
  /**
   * Counts a try as wrong before its PIN is compared: of any number at once no more are compared than may be wrong. The
   * hash to compare with; or the instant from which on one may try again; null: no PIN, revoked, or no such screen.
   */
  reservePin(id: string): Promise<{ readonly pinHash: string } | { readonly until: string } | null>;
  /** The PIN was right: nothing that was mistyped before counts any more. */
  notePinRight(id: string): Promise<void>;
};

/** Of six digits, five tries in each quarter of an hour find half of all PINs in three years. */
const WRONG_PINS = 5;
const LOCK_MS = 15 * 60_000;

export function pinTries(database: Database, clock: Clock): PinTries {
  return {
    async reservePin(id) {
      const values = [id, clock.now(), WRONG_PINS, LOCK_MS];
      const [tried] = await database.rows<{ pinHash: string }>(reserveText, values);
      if (tried) return tried;
      const [locked] = await database.rows<{ until: string }>(lockedText, values.slice(0, 2));
      return locked ?? null;
    },
    notePinRight: async id => void (await database.run(rightText, [id])),
  };
}

/** The last try that is allowed locks; where it was right, the lock goes with the rest. */
const reserveText: Statement = {
  text: `UPDATE screen s SET pin_failures = n.failures,
      pin_locked_until = CASE WHEN n.failures >= $3 THEN $2::timestamptz + $4 * interval '1 millisecond' END
    FROM (SELECT id, CASE WHEN pin_locked_until <= $2 THEN 1 ELSE pin_failures + 1 END AS failures
      FROM screen WHERE id = $1 FOR UPDATE) n
    WHERE s.id = n.id AND s.revoked_at IS NULL AND s.pin_hash IS NOT NULL
      AND coalesce(s.pin_locked_until <= $2, true)
    RETURNING s.pin_hash AS "pinHash"`,
};
const lockedText: Statement = {
  text: `SELECT pin_locked_until AS until FROM screen
    WHERE id = $1 AND revoked_at IS NULL AND pin_hash IS NOT NULL AND pin_locked_until > $2`,
};
const rightText: Statement = { text: 'UPDATE screen SET pin_failures = 0, pin_locked_until = NULL WHERE id = $1' };
