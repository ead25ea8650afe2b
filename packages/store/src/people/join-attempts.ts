import { isIPv4 } from 'node:net';
import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { hashOf, networkOf } from './sign-in-place.ts';

/** What is tried with codes of invitations, of which no account is known: counted apart from passwords. */
export type JoinAttempts = {
  /**
   * Counts a try from an address as wrong before its code is compared: of any number at once no more are compared than may
   * be wrong. It is undone with what is answered here; or the instant from which on the address may try again.
   */
  reserve(address: string): Promise<{ readonly slot: string } | { readonly until: string }>;
  /** The code was right: the try counts no more. What others typed wrongly behind the same address stays. */
  noteRight(address: string, slot: string): Promise<void>;
  /** Whether so much was wrong from all addresses together that codes are compared one by one for now. */
  isSlowed(): Promise<boolean>;
};

/**
 * In each quarter of an hour, by the clock: a whole hospital or carrier may have one address, so that none waits longer,
 * however often somebody there mistypes. A code has 58 bits: 960 guesses a day from an address, or 48,000 from all before
 * they are slowed down, find none of a thousand codes in a million years.
 */
const SLOT_MS = 15 * 60_000;
const ADDRESS_LIMIT = 10;
const EVERYWHERE_LIMIT = 500;

export function joinAttempts(database: Database, clock: Clock): JoinAttempts {
  const slotNow = () => Math.floor(Date.parse(clock.now()) / SLOT_MS);
  return {
    async reserve(address) {
      const slot = slotNow();
      const values = [subjectOf(address, String(slot)), everywhere(String(slot)), clock.now(), ADDRESS_LIMIT];
      const isCounted = (await database.rows(reserveText, values)).length > 0;
      return isCounted ? { slot: String(slot) } : { until: new Date((slot + 1) * SLOT_MS).toISOString() };
    },
    noteRight: async (address, slot) =>
      void (await database.run(rightText, [subjectOf(address, slot), everywhere(slot)])),
    isSlowed: async () =>
      (await database.rows(slowedText, [everywhere(String(slotNow())), EVERYWHERE_LIMIT])).length > 0,
  };
}

/** Of IPv4 the address, of IPv6 what a provider gives to a house, which has a million million addresses of its own. */
function sourceOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(plain) ? plain : networkOf(plain);
}

/** Hashes, as with passwords: the table tells nobody which addresses tried. */
const subjectOf = (address: string, slot: string): string => hashOf(JSON.stringify([slot, sourceOf(address)]));
const everywhere = (slot: string): string => hashOf(JSON.stringify([slot]));

/** Where the address may not try, nothing is counted for all of them either. */
const reserveText: Statement = {
  text: `WITH own AS (
      INSERT INTO sign_in_failure AS f (kind, subject, count, last_at) VALUES ('join', $1, 1, $3::timestamptz)
      ON CONFLICT (kind, subject) DO UPDATE SET count = f.count + 1, last_at = $3 WHERE f.count < $4
      RETURNING 1
    ), total AS (
      INSERT INTO sign_in_failure AS f (kind, subject, count, last_at) SELECT 'join', $2, 1, $3::timestamptz FROM own
      ON CONFLICT (kind, subject) DO UPDATE SET count = f.count + 1, last_at = $3
    ) SELECT FROM own`,
};
const rightText: Statement = {
  text: `UPDATE sign_in_failure SET count = greatest(count - 1, 0) WHERE kind = 'join' AND subject IN ($1, $2)`,
};
const slowedText: Statement = {
  text: `SELECT FROM sign_in_failure WHERE kind = 'join' AND subject = $1 AND count > $2`,
};
