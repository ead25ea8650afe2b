import type { CaseState } from './decide.ts';
import { eventsByType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { forwardMove, type Move, movesOfStage } from './moves.ts';
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

// The chart does not change: every plan and every what-if asks for the same dozen ways.
const ways = new Map<string, readonly Move[]>();

/**
 * Every forward move from where a case stands to where the way ends, in order. Nothing off the way home (evaluation,
 * readmission, closed): from there it is not settled where the case goes on.
 */
export function forwardWay({ value }: CaseState): readonly Move[] {
  const { stage } = positionOf(value);
  const known = ways.get(stage);
  if (known) return known;
  const moves: Move[] = [];
  for (let from: string = stage; moves.every(move => move.from !== from); ) {
    const move = forwardMove(from);
    if (!move) break;
    moves.push(move);
    from = move.to;
  }
  ways.set(stage, moves);
  return moves;
}

/** What each of these moves asks today. A condition that several of them ask stands with the first: it is read once. */
export function waysAhead(state: CaseState, on: Day): WayAhead[] {
  const { facts } = state;
  const told = new Set<string>();
  return forwardWay(state).map(move => {
    const { needs } = move.params;
    const explained = needs.filter(id => !told.has(id)).map(id => explainRequirement(id, { facts, on, needs }));
    for (const id of needs) told.add(id);
    return wayOf(move, explained);
  });
}

/** What each way out of a stage asks today, wherever the case stands: each with all of its conditions. */
export function waysFrom(stage: string, { facts }: CaseState, on: Day): WayAhead[] {
  return movesOfStage(stage).map(move => {
    const { needs } = move.params;
    return wayOf(
      move,
      needs.map(id => explainRequirement(id, { facts, on, needs })),
    );
  });
}

const wayOf = (move: Move, explained: readonly ReturnType<typeof explainRequirement>[]): WayAhead => ({
  from: move.from,
  event: move.event,
  label: eventsByType.get(move.event)?.label ?? { ja: move.event, en: move.event },
  to: move.how ? 'closed' : move.to,
  unmet: explained.flatMap(({ unmet }) => unmet ?? []),
  done: explained.flatMap(({ done }) => done ?? []),
});

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
