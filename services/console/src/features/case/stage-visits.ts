import type { HistoryEvent } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { tokyoDayOf } from '../../words/dates.ts';

/** One stay in a stage: when it was entered and how many days it lasted (to today for the present one). */
export type StageVisit = {
  readonly stage: string;
  /** Entry of the history by which it was entered. */
  readonly seq: number;
  /** null: entered by what is not shared. */
  readonly on: string | null;
  /** null: one of its two ends is not known. */
  readonly days: number | null;
  readonly isNow: boolean;
};

/** A stage entered: by which entry, on which day. */
type Entered = { readonly stage: string; readonly on: string | null; readonly seq: number };

const takesBack = ({ type }: HistoryEvent) => type === 'move.undone' || type === 'entry.corrected';

/**
 * Stays in stages in order, from the history (newest first, as the timeline has it). A move that was taken back, at once
 * or by a correction, was no stay: the stay before it goes on from its own first day.
 */
export function stageVisits(history: readonly HistoryEvent[], today: string): StageVisit[] {
  const entries: Entered[] = [];
  for (const event of history.toReversed()) {
    // The first half of a correction by two moves nothing: the case still stands where it stood.
    if (entries.at(-1)?.stage === event.stage) continue;
    if (takesBack(event)) entries.splice(firstTakenBack(entries, event));
    if (entries.at(-1)?.stage === event.stage) continue;
    entries.push({ stage: event.stage, on: event.occurredOn ?? (event.at && tokyoDayOf(event.at)), seq: event.seq });
  }
  return entries.map(({ stage, on, seq }, at) => {
    const next = entries[at + 1];
    const end = next ? next.on : today;
    return { stage, seq, on, days: on && end ? Math.max(0, daysBetween(on, end)) : null, isNow: !next };
  });
}

/** Where the stays begin that fall: with the move that is named; the last one where a reader is not told which. */
function firstTakenBack(entries: readonly Entered[], { body }: HistoryEvent): number {
  const named = entries.findIndex(({ seq }) => seq === body?.seq);
  return named >= 0 ? named : Math.max(0, entries.length - 1);
}
