import { type DeadlineDifference, deadlinesOf } from '../deadlines.ts';
import { type CaseState, changesBetween, decide, type Refused } from '../decide.ts';
import type { CaseEvent } from '../event.ts';
import { type Position, positionOf } from '../position.ts';
import { standingOf } from '../requirements.ts';
import { type PlanDays, planDays } from '../schedule/plan-back.ts';
import { type OpenMove, openMovesOf } from '../transitions.ts';
import type { Day } from '../vocabulary.ts';
import { forwardWay } from '../ways-ahead.ts';

/** A case, or a copy of it, as it stands on a day. */
export type Standing = { readonly state: CaseState; readonly on: Day };

/** A copy after what was tried, or the first of the events that would be refused, by its place in the list. */
export type Tried =
  | { readonly ok: true; readonly after: Standing }
  | { readonly ok: false; readonly index: number; readonly refused: Refused };

/** Decides events one after the other on a copy, by the door through which they would come; the case is not touched. */
export function tryEvents({ state, on }: Standing, events: readonly CaseEvent[]): Tried {
  let copy = state;
  for (const [index, event] of events.entries()) {
    const decision = decide(copy, event);
    if (!decision.ok) return { ok: false, index, refused: decision };
    copy = decision.state;
  }
  return { ok: true, after: { state: copy, on: events.at(-1)?.on ?? on } };
}

type Both<Value> = { readonly before: Value; readonly after: Value };

/** What is otherwise on a copy than on the case. */
export type Difference = {
  readonly position: Both<Position>;
  /** Moves that can be made on the copy alone, and on the case alone. */
  readonly opens: readonly OpenMove[];
  readonly closes: readonly OpenMove[];
  /** Conditions of the way forward that are open on the case alone, and on the copy alone. */
  readonly settles: readonly string[];
  readonly unsettles: readonly string[];
  readonly deadlines: readonly (DeadlineDifference & { readonly before: Day | null })[];
  readonly plan: Both<PlanDays | null>;
};

export function compareStandings(before: Standing, after: Standing, target?: Day): Difference {
  const [was, is] = [outlineOf(before, target), outlineOf(after, target)];
  return {
    position: { before: positionOf(before.state.value), after: positionOf(after.state.value) },
    opens: without(is.moves, was.moves),
    closes: without(was.moves, is.moves),
    settles: was.open.filter(code => !is.open.includes(code)),
    unsettles: is.open.filter(code => !was.open.includes(code)),
    deadlines: movedDeadlines(before.state, after.state),
    plan: { before: was.plan, after: is.plan },
  };
}

/** What of a standing is compared. */
type Outline = {
  readonly asked: string;
  readonly moves: readonly OpenMove[];
  readonly open: readonly string[];
  readonly plan: PlanDays | null;
};

// A case never changes under its state, and a day of what-ifs compares with the same one every time.
const outlines = new WeakMap<CaseState, Outline>();

function outlineOf({ state, on }: Standing, target: Day | undefined): Outline {
  const asked = `${on} ${target}`;
  const known = outlines.get(state);
  if (known?.asked === asked) return known;
  const outline = {
    asked,
    moves: openMovesOf(state, on),
    open: openConditions({ state, on }),
    plan: planDays(state, { on, target }),
  };
  outlines.set(state, outline);
  return outline;
}

const moveKey = ({ event, to, how }: OpenMove) => `${event} ${to} ${how}`;

function without(moves: readonly OpenMove[], others: readonly OpenMove[]): OpenMove[] {
  const known = new Set(others.map(moveKey));
  return moves.filter(move => !known.has(moveKey(move)));
}

function openConditions({ state, on }: Standing): readonly string[] {
  const open: string[] = [];
  for (const { params } of forwardWay(state))
    for (const id of params.needs)
      if (!open.includes(id) && standingOf(id, state.facts, on).how === 'unmet') open.push(id);
  return open;
}

function movedDeadlines({ facts }: CaseState, after: CaseState): Difference['deadlines'] {
  const known = deadlinesOf(facts);
  return changesBetween(facts, after.facts).map(change => ({
    ...change,
    before: known.find(({ kind, ref }) => kind === change.kind && ref === change.ref)?.on ?? null,
  }));
}
