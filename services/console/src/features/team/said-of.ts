import type { HistoryEvent } from '@kaerimichi/contracts';

/** What the history tells of an enquiry beside the facts: texts, and why somebody said no. */
export type Said = {
  /** Name of a candidate outside the network. */
  readonly outside: string | null;
  readonly declineReason: string | null;
  /** Conditions, or what else came with the answer. */
  readonly note: string | null;
};

const nothing: Said = { outside: null, declineReason: null, note: null };

/** What was said of each enquiry, by the id of its team entry; what was corrected does not count. `history`: newest first. */
export function saidOf(history: readonly HistoryEvent[]): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const { type, body, texts, corrected } of history.toReversed()) {
    const id = body?.candidateId;
    if (corrected || typeof id !== 'string') continue;
    if (type === 'candidate.asked') said.set(id, { ...nothing, outside: texts?.outside ?? null });
    if (type === 'candidate.answered') {
      const reason = body?.declineReason;
      const declineReason = typeof reason === 'string' ? reason : null;
      said.set(id, { ...(said.get(id) ?? nothing), declineReason, note: texts?.note ?? null });
    }
  }
  return said;
}
