import type { HistoryEvent, Pathway } from '@kaerimichi/contracts';
import { type HeldDays, heldDays } from './held-days.ts';
import { type StageVisit, stageVisits } from './stage-visits.ts';

/** A stay in a stage as it is told afterwards. */
export type StageStory = StageVisit & {
  /** Who moved the case there; null where that is not told. */
  readonly movedBy: HistoryEvent['by'] | null;
  /** Usual length in days, and by how many it was passed. */
  readonly guideDays: number | null;
  readonly overDays: number | null;
  /** What held it up meanwhile. */
  readonly held: readonly HeldDays[];
  /** Requirements that were passed over on the way out, by id. */
  readonly exceptions: readonly string[];
};

type Told = Pick<Pathway, 'stages'>;

/** Stays in stages in order, from the history (newest first): how long beside the usual, why, by whom, on what exceptions. */
export function stageStories(history: readonly HistoryEvent[], pathway: Told, today: string): StageStory[] {
  const visits = stageVisits(history, today);
  return visits.map((visit, at) => {
    const next = visits[at + 1];
    const guideDays = pathway.stages.find(({ id }) => id === visit.stage)?.guideDays ?? null;
    const isOver = guideDays !== null && visit.days !== null && visit.days > guideDays;
    const until = next ? next.on : today;
    const entry = history.find(({ seq }) => seq === visit.seq);
    return {
      ...visit,
      movedBy: entry && entry.category !== 'hidden' ? entry.by : null,
      guideDays,
      overDays: isOver && visit.days !== null ? visit.days - guideDays : null,
      held: visit.on && until ? heldDays(history, { from: visit.on, until }) : [],
      exceptions: exceptionsIn(history, { after: visit.seq, before: next?.seq ?? Number.POSITIVE_INFINITY }),
    };
  });
}

/** A safety requirement is waived by two: it is one exception. */
function exceptionsIn(
  history: readonly HistoryEvent[],
  { after, before }: { after: number; before: number },
): string[] {
  const waived = history.filter(
    ({ type, seq, corrected }) => type === 'requirement.waived' && !corrected && seq > after && seq < before,
  );
  return [
    ...new Set(waived.flatMap(({ body }) => (typeof body?.requirementId === 'string' ? [body.requirementId] : []))),
  ];
}
