import { type Deadline, deadlineRow } from './deadline-kinds.ts';
import type { CaseFacts } from './facts.ts';
import { answersOf, type Dated, plansOf } from './plan-dates.ts';
import { type AnswerKind, answerKinds, escalateOn, type PlanKind, remindOn } from './sla-days.ts';
import { taskKey } from './tasks/task-key.ts';
import type { Day } from './vocabulary.ts';

/**
 * The two days on which a case speaks up by itself (docs/decisions/030). One row of each waits, for the next day that
 * comes: what falls on the same day is one event.
 */
export type Timer = 'remind' | 'escalate';

/** A day on which something is told, and since when what it is about is known. */
type Telling = { readonly day: Day; readonly known: Dated['known'] };

function tellingsOf(timer: Timer, facts: CaseFacts, plans: readonly Dated<PlanKind>[]): Telling[] {
  if (timer === 'remind')
    return [...plans, ...answersOf(facts)].map(dated => ({
      day: remindOn(dated.kind, setDay(facts, dated), facts.rules),
      known: dated.known,
    }));
  return plans.map(dated => ({
    day: escalateOn(dated.kind, setDay(facts, dated), facts.rules),
    known: dated.known,
  }));
}

const isAnswer = (kind: string): kind is AnswerKind => answerKinds.some(known => known === kind);

/** The day that somebody set for it as a task stands above the planned one; holds and action items keep it themselves. */
function setDay({ tasks }: CaseFacts, { kind, ref, on }: Dated): Day {
  if (!tasks) return on;
  const key = isAnswer(kind) ? taskKey(kind, ref) : taskKey('deadline', `${kind}.${ref}`);
  return tasks.find(other => other.key === key)?.dueOn ?? on;
}

/**
 * Days that are still to come up: of what was known before them, without those that the last event of this kind told.
 * That it told is asked by the number of the event too: a clock that ran ahead for a while takes nothing from what is
 * dated after it was put right.
 */
function daysToTell(timer: Timer, facts: CaseFacts, plans: readonly Dated<PlanKind>[]): Day[] {
  const last = timer === 'remind' ? facts.reminded : facts.escalated;
  return tellingsOf(timer, facts, plans).flatMap(({ day, known }) => {
    const isTold = last !== undefined && known.seq < last.seq && day <= last.on;
    return day > known.on && !isTold ? [day] : [];
  });
}

const timers: readonly Timer[] = ['remind', 'escalate'];

/** The rows that wait for the next reminder, and for the next escalation, of what is planned and asked. */
export function reminderRows(facts: CaseFacts, plans: readonly Dated<PlanKind>[]): Deadline[] {
  return timers.flatMap(timer => {
    const [next] = daysToTell(timer, facts, plans).sort();
    return next ? [deadlineRow(timer, 'card', next)] : [];
  });
}

/** Whether there is something to remind of, or to escalate, by a day. */
export const isTimeTo = (timer: Timer, facts: CaseFacts, on: Day): boolean =>
  !facts.closing && daysToTell(timer, facts, plansOf(facts)).some(day => day <= on);
