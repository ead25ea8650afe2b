import { additionsTo, checksOf } from '../checklists/checklist.ts';
import { deadlineKinds } from '../deadline-kinds.ts';
import type { CaseState } from '../decide.ts';
import type { Actor } from '../event.ts';
import type { CaseFacts } from '../facts.ts';
import { forwardMove } from '../moves.ts';
import { positionOf } from '../position.ts';
import { standingOf } from '../requirements.ts';
import type { OpenMove } from '../transitions.ts';
import type { Day } from '../vocabulary.ts';
import { compareStandings, type Difference, tryEvents } from '../what-if/what-if.ts';
import type { CaseRules } from './case-rules.ts';

/** The number, instant and Tokyo day that the case's next event would have, and who sends it. */
type Next = { readonly seq: number; readonly at: string; readonly on: Day; readonly by: Actor };

/** What a rule set would change in one case. */
export type RuleEffect = {
  readonly stage: string;
  /** Moves that become possible, and that no longer are. */
  readonly opens: readonly OpenMove[];
  readonly closes: readonly OpenMove[];
  /** Conditions of the next move forward that are open then and were not, and the other way round. */
  readonly unmet: readonly string[];
  readonly settled: readonly string[];
  /** Things to check that are offered then, and that go from its checklists, by id. */
  readonly offered: readonly string[];
  readonly gone: readonly string[];
  /** Dates and timers, old and new; null: there is none. */
  readonly dates: Difference['deadlines'];
  /** Something shown on the card is past its day then, and was not. */
  readonly isLate: boolean;
};

/**
 * What happens to a case when rules are adopted: the very event is decided on a copy, and both are compared as a what-if
 * is. null: the case would refuse them (it has them already, or another lead).
 */
export function previewRules(state: CaseState, rules: CaseRules, next: Next): RuleEffect | null {
  const { seq, at, on, by } = next;
  const tried = tryEvents({ state, on }, [{ type: 'rules.adopted', seq, at, on, by, body: rules }]);
  if (!tried.ok) return null;
  const { opens, closes, deadlines } = compareStandings({ state, on }, tried.after);
  const [before, after] = [openNow(state, on), openNow(tried.after.state, on)];
  return {
    stage: positionOf(state.value).stage,
    opens,
    closes,
    unmet: after.filter(id => !before.includes(id)),
    settled: before.filter(id => !after.includes(id)),
    ...checksBetween(state.facts, tried.after.state.facts),
    dates: deadlines,
    isLate: deadlines.some(
      ({ kind, dueOn, before: was }) =>
        deadlineKinds[kind].shown === 'always' && dueOn !== null && dueOn < on && !(was !== null && was < on),
    ),
  };
}

/** What a case is offered to check and was not, and what no longer stands on its checklists. */
function checksBetween(before: CaseFacts, after: CaseFacts): Pick<RuleEffect, 'offered' | 'gone'> {
  const offeredIn = (facts: CaseFacts) => new Set(additionsTo(facts).flatMap(({ checks }) => checks));
  const known = offeredIn(before);
  const there = new Set(checksOf(after).map(({ id }) => id));
  return {
    offered: [...offeredIn(after)].filter(id => !known.has(id)),
    gone: checksOf(before).flatMap(({ id }) => (there.has(id) ? [] : [id])),
  };
}

/** Conditions of the next move forward that are open. */
function openNow({ value, facts }: CaseState, on: Day): string[] {
  const { needs = [] } = forwardMove(positionOf(value).stage)?.params ?? {};
  return needs.filter(id => standingOf(id, facts, on).how === 'unmet');
}

/** Whether anything at all is otherwise in a case. */
export const isTouched = ({ opens, closes, unmet, settled, offered, gone, dates }: RuleEffect): boolean =>
  [opens, closes, unmet, settled, offered, gone, dates].some(list => list.length > 0);
