import type { PastEvent } from '@kaerimichi/discharge/chart';
import { parseEventBytes } from './event-bytes.ts';
import type { CaseStore } from './ports.ts';

/** A history longer than this is corrected by the program, not by a request; no case comes near. */
const LONGEST_HISTORY = 100_000;

/** Every event of a case, oldest first. */
export async function wholeHistory(store: CaseStore, caseId: string): Promise<PastEvent[]> {
  const rows = await store.listEvents(caseId, 0, LONGEST_HISTORY);
  return rows.map(row => ({ event: parseEventBytes(row.payload), stage: row.stage }));
}
