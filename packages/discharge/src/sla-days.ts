import { addBusinessDays, addDays, lastBusinessDayOnOrBefore } from '@kaerimichi/rules/calendar';
import type { DeadlineKind } from './deadline-kinds.ts';
import type { CaseRules } from './rule-sets/case-rules.ts';
import type { Day } from './vocabulary.ts';

/**
 * Business days after its day at which something that is still open is told one level up. What the rule set of the lead
 * says stands above these.
 */
export const slaDays = {
  holdRecheck: 3,
  actionItem: 3,
  conference: 2,
  trialStay: 1,
  visit: 1,
  evaluation: 2,
  rescreen: 2,
  discharge: 1,
  outpatient: 3,
  followUp: 5,
  stage: 3,
} as const satisfies Partial<Record<DeadlineKind, number>>;

/** What somebody plans or promises in a case: reminded of before its day, and escalated after it. */
export type PlanKind = keyof typeof slaDays;

/** Answers of others that are waited for until a day: reminded of. Whoever waits sees how long, and reminds by hand. */
export const answerKinds = ['enquiry', 'handoff', 'seat'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** Whether what is missed of a kind is told one level up. */
export const isEscalated = (kind: string): kind is PlanKind => Object.hasOwn(slaDays, kind);
const isReminded = (kind: string): boolean => isEscalated(kind) || answerKinds.some(known => known === kind);

/** Whose day nobody sets a second time: it becomes that of the return once it begins, or follows from another day. */
const movesByItself: readonly string[] = ['trialStay', 'evaluation', 'followUp', 'stage'] satisfies PlanKind[];

/** Whether a day of a kind that is another now was moved by somebody. */
export const isMovedByHand = (kind: string): boolean => isEscalated(kind) && !movesByItself.includes(kind);

/** The same days are asked about with every commit of every case, and each asks the calendar for several. */
const known = new Map<string, Day>();
const MOST_KNOWN = 4_000;

/** So many business days after a day, or, below zero, before it. */
function businessDay(dueOn: Day, after: number): Day {
  const key = `${dueOn} ${after}`;
  const before = known.get(key);
  if (before) return before;
  const day = after > 0 ? addBusinessDays(dueOn, after) : businessDayBefore(dueOn, -after);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, day);
  return day;
}

function businessDayBefore(dueOn: Day, before: number): Day {
  let day = dueOn;
  for (let left = before; left > 0; left -= 1) day = lastBusinessDayOnOrBefore(addDays(day, -1));
  return day;
}

/** Business days before its day on which something is reminded of. */
export const REMIND_DAYS = 1;

/** A rule set, where there is one. */
type Ruled = Pick<CaseRules, 'remindDays' | 'escalateDays'> | undefined;

/** Whoever has to do it is reminded on the last business day before, or as many before as the rules say. */
export const remindOn = (kind: string, dueOn: Day, rules: Ruled): Day =>
  businessDay(dueOn, -(rules?.remindDays?.[kind] ?? REMIND_DAYS));

/** Whoever answers for the ward is told on this business day after it. */
export const escalateOn = (kind: PlanKind, dueOn: Day, rules: Ruled): Day =>
  businessDay(dueOn, rules?.escalateDays?.[kind] ?? slaDays[kind]);

/** How far the time of something dated has come on a day: to come, reminded of, past its day, escalated. */
export type Phase = 'ahead' | 'near' | 'over' | 'late';

/** Of whatever has no timer there is only the day itself. */
export function phaseOf(kind: string, dueOn: Day | null, { on, rules }: { on: Day; rules: Ruled }): Phase {
  if (dueOn === null) return 'ahead';
  if (dueOn < on) return isEscalated(kind) && escalateOn(kind, dueOn, rules) <= on ? 'late' : 'over';
  return isReminded(kind) && remindOn(kind, dueOn, rules) <= on ? 'near' : 'ahead';
}
