import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { hashOfToken, oneTimeToken } from '../people/one-time-token.ts';

/** One seat of one conference of one case. */
export type SeatPlace = { readonly caseId: string; readonly conferenceId: string; readonly seatId: string };
export type GuestLink = SeatPlace & { readonly who: string | null; readonly expiresAt: string };
export type GivenLink = { readonly seatId: string; readonly conferenceId: string; readonly expiresAt: string };

/** Links for guests without an account. A token of 256 bits is given away once; its hash alone is kept. */
export type GuestLinks = {
  /** Gives a link for a seat; an earlier one of the same seat ends with it. */
  give(
    place: SeatPlace,
    wish: { readonly who: string | null; readonly by: string },
  ): Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** What a token opens; null: it never was, is too old or was revoked, told apart by nobody. */
  open(token: string): Promise<GuestLink | null>;
  /** The same for something that is written by it, which is counted; null also where it was written too often. */
  use(token: string): Promise<GuestLink | null>;
  /** Links of a case that open something now. */
  ofCase(caseId: string): Promise<GivenLink[]>;
  /** Ends the link of a seat; false: there is none. */
  revoke(place: SeatPlace): Promise<boolean>;
};

/** From the first question to the minutes of a conference; longer, and a link lies in mailboxes that nobody thinks of. */
const VALID_MS = 60 * 24 * 3_600_000;
/** Answers change a few times. Whoever sends more by one link fills a history: it is asked for a new one. */
const MOST_USES = 20;

export function guestLinks(database: Database, clock: Clock): GuestLinks {
  const first = async (statement: Statement, values: readonly unknown[]) =>
    (await database.rows<GuestLink>(statement, [...values]))[0] ?? null;
  return {
    async give({ caseId, conferenceId, seatId }, { who, by }) {
      const token = oneTimeToken();
      const at = clock.now();
      const expiresAt = new Date(Date.parse(at) + VALID_MS).toISOString();
      await database.run(giveText, [hashOfToken(token), caseId, conferenceId, seatId, who, by, at, expiresAt]);
      return { token, expiresAt };
    },
    open: token => first(openText, [hashOfToken(token), clock.now()]),
    use: token => first(useText, [hashOfToken(token), clock.now(), MOST_USES]),
    ofCase: caseId => database.rows<GivenLink>(ofCaseText, [caseId, clock.now()]),
    revoke: async ({ caseId, conferenceId, seatId }) =>
      (await database.run(revokeText, [caseId, conferenceId, seatId, clock.now()])) > 0,
  };
}

const FIELDS = `case_id AS "caseId", conference_id AS "conferenceId", seat_id AS "seatId", who, expires_at AS "expiresAt"`;
const GOOD = 'token_hash = $1 AND revoked_at IS NULL AND expires_at > $2';

const giveText: Statement = {
  text: `WITH ended AS (
      UPDATE guest_link SET revoked_at = $7
      WHERE case_id = $2 AND conference_id = $3 AND seat_id = $4 AND revoked_at IS NULL
    )
    INSERT INTO guest_link (token_hash, case_id, conference_id, seat_id, who, made_by, made_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};
const openText: Statement = { text: `SELECT ${FIELDS} FROM guest_link WHERE ${GOOD}` };
const useText: Statement = {
  text: `UPDATE guest_link SET uses = uses + 1 WHERE ${GOOD} AND uses < $3 RETURNING ${FIELDS}`,
};
const ofCaseText: Statement = {
  text: `SELECT seat_id AS "seatId", conference_id AS "conferenceId", expires_at AS "expiresAt"
    FROM guest_link WHERE case_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
};
const revokeText: Statement = {
  text: `UPDATE guest_link SET revoked_at = $4
    WHERE case_id = $1 AND conference_id = $2 AND seat_id = $3 AND revoked_at IS NULL AND expires_at > $4`,
};
