import { addBusinessDays, addDays, addMonths } from '@kaerimichi/rules/calendar';
import { type Deadline, deadlineRow } from './deadline-kinds.ts';
import type { CaseFacts } from './facts.ts';
import { replyDueOn, sideToMove } from './handoff/turn.ts';
import { ofThisRound } from './requirement.ts';
import type { AnswerKind, PlanKind } from './sla-days.ts';
import { isGuestSeat, isUnanswered } from './stages/joint-conference/seats.ts';
import type { Stamp } from './stamp.ts';
import type { Day } from './vocabulary.ts';

/** Since when a day is known: a reminder of what was dated only after it has nothing to say. */
type Known = Pick<Stamp, 'seq' | 'on'>;

/** A day by which somebody has to do something, and since when it is known. */
export type Dated<Kind = PlanKind | AnswerKind> = {
  readonly kind: Kind;
  readonly ref: string;
  readonly on: Day;
  readonly known: Known;
};
type Planned = Dated<PlanKind>;

const planned = (kind: PlanKind, ref: string, on: Day | undefined, known: Known): Planned[] =>
  on ? [{ kind, ref, on, known }] : [];

/** Things that are planned or promised and still open; a plan of an earlier round fell with that discharge. */
function plans(facts: CaseFacts): Planned[] {
  const { discharged, factors, outpatient, dischargeDay } = facts;
  const isThisRound = (fact: { round: number } | undefined) => fact?.round === facts.round;
  const isVisited = ofThisRound(facts, facts.followUps).length > 0;
  return [
    ...facts.holds.flatMap(hold => planned('holdRecheck', hold.id, hold.recheckOn, hold)),
    ...facts.actionItems.flatMap(item => (item.closedOn ? [] : planned('actionItem', item.id, item.dueOn, item))),
    ...ofThisRound(facts, facts.conferences).flatMap(conference =>
      conference.heldOn ? [] : planned('conference', conference.id, conference.plannedOn, conference),
    ),
    ...ofThisRound(facts, facts.stays).flatMap(stay =>
      stay.status === 'ended' ? [] : planned('trialStay', stay.id, stay.status === 'begun' ? stay.to : stay.from, stay),
    ),
    ...ofThisRound(facts, facts.visits).flatMap(visit =>
      visit.recordedBy.length > 0 ? [] : planned('visit', visit.id, visit.plannedOn, visit),
    ),
    ...facts.evaluations.flatMap(evaluations),
    ...(facts.entry.stage === 'screening' && factors
      ? planned('rescreen', 'screening', factors.rescreenOn, factors)
      : []),
    ...(dischargeDay && isThisRound(dischargeDay) && !isThisRound(discharged)
      ? planned('discharge', 'day', dischargeDay.day, dischargeDay)
      : []),
    ...(outpatient && isThisRound(outpatient) && !isVisited
      ? planned('outpatient', 'first', outpatient.day, outpatient)
      : []),
  ];
}

function evaluations(evaluation: CaseFacts['evaluations'][number]): Planned[] {
  const { id, status, from, to } = evaluation;
  if (status === 'requested' || status === 'bedHeld') return planned('evaluation', id, from, evaluation);
  return status === 'admitted' ? planned('evaluation', id, to, evaluation) : [];
}

/** How long the stage may take by the rule set of the lead; the program's own guide arms nothing. */
function stageDay({ rules, entry }: CaseFacts): Planned[] {
  const days = rules?.stageDays?.[entry.stage];
  if (!rules || days === undefined) return [];
  return planned('stage', entry.stage, addDays(entry.on, days), rules.seq > entry.seq ? rules : entry);
}

/** Months 1, 3 and 6 after the discharge, until evaluated; not one that the rule set does not ask. */
function followUps(facts: CaseFacts): Planned[] {
  const { discharged } = facts;
  if (
    !discharged ||
    discharged.round !== facts.round ||
    !['discharged', 'firstVisit', 'followUp'].includes(facts.entry.stage)
  )
    return [];
  const isDone = (point: string) => facts.followUps.some(done => done.point === point && done.round === facts.round);
  const points = [
    ['month1', 1],
    ['month3', 3],
    ['month6', 6],
  ] as const;
  return points.flatMap(([point, months]) =>
    isDone(point) || facts.rules?.off?.includes(point)
      ? []
      : planned('followUp', point, addMonths(discharged.day, months), discharged),
  );
}

/** Everything planned or promised in a case, in the order in which its rows have always stood. */
export const plansOf = (facts: CaseFacts): Planned[] => [...plans(facts), ...followUps(facts), ...stageDay(facts)];

export const rowsOfPlans = (dates: readonly Planned[]): Deadline[] =>
  dates.map(({ kind, ref, on }) => deadlineRow(kind, ref, on));

/** Answers that somebody waits for by a day: no deadline of the case, and none on its card. */
export function answersOf({ team, handoffs, conferences }: CaseFacts): Dated<AnswerKind>[] {
  return [
    ...conferences.flatMap(seatsToAnswer),
    ...team.flatMap(({ id, state, seq, on, askedOn = on, replyBy }): Dated<AnswerKind>[] =>
      state === 'asked' && replyBy ? [{ kind: 'enquiry', ref: id, on: replyBy, known: { seq, on: askedOn } }] : [],
    ),
    ...handoffs.flatMap(({ id, status, seq, on, sentSeq, sentOn = on, turnedOn = on, turned }): Dated<AnswerKind>[] => {
      const since = [sentOn, turnedOn].sort().at(-1) ?? on;
      // One whose beginning is known to the instant has hours (handoff/answer-hours.ts).
      return sentSeq && !turned && sideToMove(status)
        ? [{ kind: 'handoff', ref: id, on: replyDueOn(since), known: { seq: Math.max(seq, sentSeq), on: since } }]
        : [];
    }),
  ];
}

/** Business days in which a date is to be answered: whoever has not is reminded on the day before, after two. */
export const SEAT_DAYS = 3;

/** By when a seat's answer is waited for; the family and guests are told of nothing by the program itself. */
export const seatDueOn = (polledOn: Day): Day => addBusinessDays(polledOn, SEAT_DAYS);

function seatsToAnswer(conference: CaseFacts['conferences'][number]): Dated<AnswerKind>[] {
  const { id, asked = [], polledOn, polledSeq: seq = 0 } = conference;
  if (polledOn === undefined) return [];
  return asked
    .filter(seat => seat.org !== undefined && !isGuestSeat(seat) && isUnanswered(conference, seat))
    .map(seat => ({ kind: 'seat', ref: `${id}.${seat.id}`, on: seatDueOn(polledOn), known: { seq, on: polledOn } }));
}
