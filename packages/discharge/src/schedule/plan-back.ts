import type { CaseState } from '../decide.ts';
import type { CaseFacts } from '../facts.ts';
import type { Move } from '../moves.ts';
import { explainRequirement, type Unmet } from '../reasons.ts';
import { ofThisRound } from '../requirement.ts';
import { requirements, standingOf } from '../requirements.ts';
import type { Day } from '../vocabulary.ts';
import { forwardWay } from '../ways-ahead.ts';
import type { Words } from '../words.ts';
import { type BusinessAxis, businessAxisOf } from './business-axis.ts';
import { daysLeft } from './days-left.ts';
import { type PlannedId, plannedIds, stepsBefore } from './lead-times.ts';

/** One condition that is open, as a task between two days. */
export type PlanStep = {
  readonly code: PlannedId;
  readonly todo: Words;
  readonly unmet: Unmet;
  /** Business days that it usually still takes. */
  readonly days: number;
  /** Open conditions that come before it. */
  readonly after: readonly PlannedId[];
  /** First business day on which it can be done. */
  readonly earliestOn: Day;
  /** Last business days on which it may be begun, and done, for the target to hold. */
  readonly startBy: Day;
  readonly doneBy: Day;
  /** Business days between the two; below 0 the target does not hold. */
  readonly slack: number;
  /** On the longest chain: the discharge is as late as this. */
  readonly isCritical: boolean;
};

export type BackwardPlan = {
  readonly target: Day;
  /** Whose day the target is: asked for, the planned day of discharge, or the earliest that is possible. */
  readonly targetIs: 'asked' | 'planned' | 'earliest';
  readonly earliestOn: Day;
  /** Business days between the earliest day and the target. */
  readonly slack: number;
  /** In the order in which they have to be done. */
  readonly steps: readonly PlanStep[];
};

type Asked = { readonly on: Day; readonly target?: Day | undefined };
export type PlanDays = Omit<BackwardPlan, 'steps'>;
type Task = { readonly code: PlannedId; readonly days: number; readonly after: readonly PlannedId[] };
type Scheduled = { readonly days: PlanDays; readonly tasks: readonly Task[]; readonly passes: Passes };

/**
 * From a target day back to today over business days: when each open condition of the way home has to be done, which of
 * them the day hangs on, and how much room the others have. null where no discharge lies ahead on the forward way
 * (at home already, in evaluation, readmission or closed).
 */
export function planBack(state: CaseState, asked: Asked): BackwardPlan | null {
  const scheduled = schedule(state, asked);
  if (!scheduled) return null;
  const { days, tasks, passes } = scheduled;
  const needs = tasks.map(({ code }) => code);
  const steps = tasks.flatMap(task => {
    const { unmet } = explainRequirement(task.code, { facts: state.facts, on: asked.on, needs });
    return unmet ? [stepOf(task, unmet, passes)] : [];
  });
  return { ...days, steps: steps.sort((a, b) => (a.doneBy < b.doneBy ? -1 : a.doneBy > b.doneBy ? 1 : 0)) };
}

/** The days of such a plan alone, without a sentence of its steps. */
export const planDays = (state: CaseState, asked: Asked): PlanDays | null => schedule(state, asked)?.days ?? null;

function schedule(state: CaseState, { on, target }: Asked): Scheduled | null {
  const tasks = openTasks(state, on);
  if (!tasks) return null;
  const axis = businessAxisOf(on);
  const earliest = forwardPass(tasks, notBefore(state.facts, on), axis);
  const end = Math.max(0, ...earliest.values());
  const planned = plannedDay(state.facts);
  const wanted = target ?? (planned && planned >= on ? planned : undefined);
  const last = wanted === undefined ? end : axis.onOrBefore(wanted);
  return {
    days: {
      target: wanted ?? axis.dayAt(end),
      targetIs: target ? 'asked' : wanted ? 'planned' : 'earliest',
      earliestOn: axis.dayAt(end),
      slack: last - end,
    },
    tasks,
    passes: { axis, earliest, latest: backwardPass(tasks, last), late: last - end },
  };
}

/** Conditions of the way up to the discharge, by the way; null: no discharge ahead. */
const homeward = new WeakMap<readonly Move[], readonly PlannedId[] | null>();

function conditionsHome(way: readonly Move[]): readonly PlannedId[] | null {
  const known = homeward.get(way);
  if (known !== undefined) return known;
  const home = way.findIndex(({ to }) => to === 'discharged');
  const needs = new Set<string>(way.slice(0, home + 1).flatMap(({ params }) => params.needs));
  const conditions = home < 0 ? null : plannedIds.filter(id => needs.has(id));
  homeward.set(way, conditions);
  return conditions;
}

/** Open conditions up to the discharge, each with the open ones before it: through one that is met its own come before. */
function openTasks(state: CaseState, on: Day): Task[] | null {
  const asked = conditionsHome(forwardWay(state));
  if (!asked) return null;
  const { facts } = state;
  const before = new Map<PlannedId, readonly PlannedId[]>();
  const tasks: Task[] = [];
  // In their order, so that what comes before is known: asked anew for each, the same paths are walked hundreds of times.
  for (const code of asked) {
    const after: PlannedId[] = [];
    for (const open of (stepsBefore.get(code) ?? []).flatMap(one => before.get(one) ?? []))
      if (!after.includes(open)) after.push(open);
    const isOpen = standingOf(code, facts, on).how === 'unmet';
    before.set(code, isOpen ? [code] : after);
    if (isOpen) tasks.push({ code, days: daysLeft(code, facts, on), after });
  }
  return tasks;
}

/** Business day on which each can be done at the earliest. */
function forwardPass(tasks: readonly Task[], bounds: Bounds, axis: BusinessAxis): Map<PlannedId, number> {
  const done = new Map<PlannedId, number>();
  for (const { code, days, after } of tasks) {
    const begin = Math.max(0, ...after.map(one => done.get(one) ?? 0));
    const bound = bounds[code];
    done.set(code, Math.max(begin + days, bound ? axis.onOrAfter(bound) : 0));
  }
  return done;
}

/** Business day by which each has to be done. */
function backwardPass(tasks: readonly Task[], last: number): Map<PlannedId, number> {
  const due = new Map<PlannedId, number>();
  for (const { code, days, after } of [...tasks].reverse()) {
    const own = due.get(code) ?? last;
    due.set(code, own);
    for (const one of after) due.set(one, Math.min(due.get(one) ?? last, own - days));
  }
  return due;
}

type Passes = {
  readonly axis: BusinessAxis;
  readonly earliest: ReadonlyMap<PlannedId, number>;
  readonly latest: ReadonlyMap<PlannedId, number>;
  /** Slack of the longest chain. */
  readonly late: number;
};

function stepOf({ code, days, after }: Task, unmet: Unmet, { axis, earliest, latest, late }: Passes): PlanStep {
  const [first, due] = [earliest.get(code) ?? 0, latest.get(code) ?? 0];
  return {
    code,
    todo: requirements.get(code)?.todo ?? unmet.text,
    unmet,
    days,
    after,
    earliestOn: axis.dayAt(first),
    startBy: axis.dayAt(due - days),
    doneBy: axis.dayAt(due),
    slack: due - first,
    isCritical: due - first === late,
  };
}

type Bounds = Readonly<Partial<Record<PlannedId, Day | undefined>>>;

/** What is dated already is not done before its day. */
function notBefore(facts: CaseFacts, on: Day): Bounds {
  const first = (days: readonly (Day | undefined)[]) => days.flatMap(day => (day && day > on ? [day] : [])).sort()[0];
  const conference = first(
    ofThisRound(facts, facts.conferences).map(({ kind, plannedOn, heldOn }) =>
      kind === 'joint' && !heldOn ? plannedOn : undefined,
    ),
  );
  const stay = first(ofThisRound(facts, facts.stays).map(({ status, to }) => (status === 'ended' ? undefined : to)));
  return { conferenceHeld: conference, lastConferenceAfterLastStay: conference, trialStaySucceeded: stay };
}

const plannedDay = ({ dischargeDay, round }: CaseFacts): Day | undefined =>
  dischargeDay?.round === round ? dischargeDay.day : undefined;
