import type { CaseFacts } from './facts.ts';
import { forwardMove } from './moves.ts';
import { turnOf } from './reasons.ts';
import type { Turn } from './requirement.ts';
import { requirements, standingOf } from './requirements.ts';
import type { Day } from './vocabulary.ts';

/**
 * Open requirements of the forward move of a stage, in order: whose turn each is, and since when it is open by itself,
 * whatever else was done or lapsed meanwhile.
 */
export const openTurns = (stage: string, facts: CaseFacts, on: Day): readonly { id: string; turn: Turn }[] =>
  (forwardMove(stage)?.params.needs ?? []).flatMap(id => {
    const requirement = requirements.get(id);
    if (!requirement || standingOf(id, facts, on).how !== 'unmet') return [];
    return [{ id, turn: turnOf(requirement, { facts, on, needs: [id] }) }];
  });
