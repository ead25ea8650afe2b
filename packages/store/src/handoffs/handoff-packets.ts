import type { Clock } from '@kaerimichi/casework';
import type { Database, Statement } from '../database.ts';
import { hashOfToken } from '../people/one-time-token.ts';
import { packetCode, readPacketCode } from './packet-code.ts';

/** One version of one handoff of one case, as it was printed. */
export type Packet = { readonly caseId: string; readonly handoffId: string; readonly version: number };
export type PrintedPacket = Pick<Packet, 'handoffId' | 'version'> & {
  readonly madeAt: string;
  readonly expiresAt: string;
};

/** Printed handoffs. The code on a paper is given away once; its hash alone is kept. */
export type HandoffPackets = {
  /** A code for what is about to be printed; codes of earlier papers keep standing for what was printed then. */
  print(packet: Packet, by: string): Promise<{ readonly code: string; readonly expiresAt: string }>;
  /** What a code stands for, and counts that it is used; null: it never was, is too old, or was used too often. */
  use(code: string): Promise<Packet | null>;
  /** Papers of a case whose codes still open something, newest first. */
  ofCase(caseId: string): Promise<PrintedPacket[]>;
};

/** From the printing to well after the first visit; the paper itself says how long it holds. */
const VALID_MS = 60 * 24 * 3_600_000;
/** Read, called about, taken on: a few answers. More fill a history. */
const MOST_USES = 10;

export function handoffPackets(database: Database, clock: Clock): HandoffPackets {
  return {
    async print({ caseId, handoffId, version }, by) {
      const code = packetCode();
      const at = clock.now();
      const expiresAt = new Date(Date.parse(at) + VALID_MS).toISOString();
      const hash = hashOfToken(readPacketCode(code) ?? '');
      await database.run(printText, [hash, caseId, handoffId, version, by, at, expiresAt]);
      return { code, expiresAt };
    },
    async use(typed) {
      const code = readPacketCode(typed);
      if (code === null) return null;
      const rows = await database.rows<Packet>(useText, [hashOfToken(code), clock.now(), MOST_USES]);
      return rows[0] ?? null;
    },
    ofCase: caseId => database.rows<PrintedPacket>(ofCaseText, [caseId, clock.now()]),
  };
}

const printText: Statement = {
  text: `INSERT INTO handoff_packet (code_hash, case_id, handoff_id, version, made_by, made_at, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7)`,
};
const useText: Statement = {
  text: `UPDATE handoff_packet SET uses = uses + 1
    WHERE code_hash = $1 AND expires_at > $2 AND uses < $3
    RETURNING case_id AS "caseId", handoff_id AS "handoffId", version`,
};
const ofCaseText: Statement = {
  text: `SELECT handoff_id AS "handoffId", version, made_at AS "madeAt", expires_at AS "expiresAt"
    FROM handoff_packet WHERE case_id = $1 AND expires_at > $2 ORDER BY made_at DESC LIMIT 50`,
};
