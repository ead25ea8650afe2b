import type { HistoryEvent } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { tokyoDayOf } from '../../words/dates.ts';

/** For how many days a reason held a case up. */
export type HeldDays = { readonly code: string; readonly days: number };

type Hold = { readonly code: string; readonly from: string; until: string | null };

/** Days between two days on which each reason stood, longest first; of the history as far as its reader is told. */
export function heldDays(
  history: readonly HistoryEvent[],
  { from, until }: { readonly from: string; readonly until: string },
): HeldDays[] {
  const byCode = new Map<string, number>();
  for (const hold of holdsIn(history)) {
    const begins = hold.from > from ? hold.from : from;
    const ends = hold.until !== null && hold.until < until ? hold.until : until;
    if (begins >= ends) continue;
    byCode.set(hold.code, (byCode.get(hold.code) ?? 0) + daysBetween(begins, ends));
  }
  return [...byCode].map(([code, days]) => ({ code, days })).sort((a, b) => b.days - a.days);
}

/** Every hold of a history (newest first), with the day on which it was taken away. */
function holdsIn(history: readonly HistoryEvent[]): Hold[] {
  const holds = new Map<string, Hold>();
  for (const { type, body, corrected, occurredOn, at } of history.toReversed()) {
    const id = typeof body?.holdId === 'string' ? body.holdId : null;
    const day = occurredOn ?? (at && tokyoDayOf(at));
    if (id === null || !day || corrected) continue;
    const known = holds.get(id);
    if (type === 'hold.added' && typeof body?.code === 'string')
      holds.set(id, { code: body.code, from: day, until: null });
    if (type === 'hold.removed' && known) known.until = day;
  }
  return [...holds.values()];
}
