import type { HistoryEvent } from '@kaerimichi/contracts';
import { daysBetween } from '@kaerimichi/discharge';
import { tokyoDayOf } from '../../words/dates.ts';

/** One stay in a stage: when it was entered and how many days it lasted (to today for the present one). */
export type StageVisit = {
  readonly stage: string;
  readonly on: string;
  readonly days: number;
  readonly isNow: boolean;
};

/** Stays in stages in order, from the history (newest first, as the timeline has it). */
export function stageVisits(history: readonly HistoryEvent[], today: string): StageVisit[] {
  const entries: { stage: string; on: string }[] = [];
  for (const event of history.toReversed()) {
    if (entries.at(-1)?.stage === event.stage) continue;
    entries.push({ stage: event.stage, on: event.occurredOn ?? tokyoDayOf(event.at) });
  }
  return entries.map(({ stage, on }, at) => {
    const next = entries[at + 1];
    return { stage, on, days: Math.max(0, daysBetween(on, next?.on ?? today)), isNow: !next };
  });
}
