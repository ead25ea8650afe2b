import { type OutlinedEvent, outlineOf, outsideChart, type PastEvent } from '@kaerimichi/discharge/chart';
import { parseEventBytes } from './event-bytes.ts';
import type { CaseStore, LoadedCase } from './ports.ts';

/** A history longer than this is corrected by the program, not by a request; no case comes near. */
const LONGEST_HISTORY = 100_000;

/**
 * Every event of a case, oldest first.
 *
 * @throws where there are more than can be read: a part must not be decided upon as if it were all
 */
export async function wholeHistory(store: Pick<CaseStore, 'listEvents'>, caseId: string): Promise<PastEvent[]> {
  const rows = await store.listEvents(caseId, 0, LONGEST_HISTORY + 1);
  if (rows.length > LONGEST_HISTORY) throw new Error(`the history is longer than ${LONGEST_HISTORY} entries`);
  return rows.map(row => ({ event: parseEventBytes(row.payload), stage: row.stage }));
}

/**
 * Every event of a case, oldest first, of which corrections and undos alone are read; nothing is, where a page of the
 * history holds them all.
 */
export async function outlineOfHistory(
  store: Pick<CaseStore, 'outlineEvents'>,
  { id: caseId, version }: Pick<LoadedCase, 'id' | 'version'>,
  page: readonly PastEvent[],
): Promise<OutlinedEvent[]> {
  if (page[0]?.event.seq === 1 && page.length >= version) return page.map(outlineOf);
  const rows = await store.outlineEvents(caseId, outsideChart);
  return rows.map(({ seq, type, payload }) =>
    payload ? outlineOf({ event: parseEventBytes(payload) }) : { seq, type, about: null },
  );
}
