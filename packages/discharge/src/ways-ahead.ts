import type { CaseState } from './decide.ts';
import { eventsByType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { forwardMove } from './moves.ts';
import { positionOf } from './position.ts';
import { type Done, explainRequirement, type Unmet } from './reasons.ts';
import type { Day } from './vocabulary.ts';
import type { Words } from './words.ts';

/** What a move on the way forward asks, judged today: of the next one and of those that come after it. */
export type WayAhead = {
  readonly from: string;
  readonly event: string;
  readonly label: Words;
  readonly to: string;
  readonly unmet: readonly Unmet[];
  readonly done: readonly Done[];
};

/**
 * Every forward move from where a case stands to where the way ends, in order. A condition that several of them ask
 * stands with the first: whoever reads the whole list reads it once. Nothing off the way home (evaluation, readmission,
 * closed): from there it is not settled where the case goes on.
 */
export function waysAhead(state: CaseState, on: Day): WayAhead[] {
  const { facts } = state;
  const ways: WayAhead[] = [];
  const told = new Set<string>();
  let stage: string | undefined = positionOf(state.value).stage;
  while (stage !== undefined && ways.every(({ from }) => from !== stage)) {
    const move = forwardMove(stage);
    if (!move) break;
    const { needs } = move.params;
    const explained = needs.filter(id => !told.has(id)).map(id => explainRequirement(id, { facts, on, needs }));
    for (const id of needs) told.add(id);
    ways.push({
      from: stage,
      event: move.event,
      label: eventsByType.get(move.event)?.label ?? { ja: move.event, en: move.event },
      to: move.how ? 'closed' : move.to,
      unmet: explained.flatMap(({ unmet }) => unmet ?? []),
      done: explained.flatMap(({ done }) => done ?? []),
    });
    stage = move.to;
  }
  return ways;
}

/** What the forward move of a stage asks of facts on a day; null where no way leads on. */
export function conditionsOf(stage: string, facts: CaseFacts, on: Day): Pick<WayAhead, 'unmet' | 'done'> | null {
  const move = forwardMove(stage);
  if (!move) return null;
  const { needs } = move.params;
  const explained = needs.map(id => explainRequirement(id, { facts, on, needs }));
  return {
    unmet: explained.flatMap(({ unmet }) => unmet ?? []),
    done: explained.flatMap(({ done }) => done ?? []),
  };
}
