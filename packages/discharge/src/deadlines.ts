import { awaitsFirstDay } from './consent.ts';
import { addDays, addMonths, legalAgeReachedOn } from './day.ts';
import type { EventType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { ofThisRound } from './requirement.ts';
import type { Day } from './vocabulary.ts';

/** A row that waits: shown as a due date, and where `fires` names an event, turned into it by the clock. */
export type Deadline = {
  readonly kind: string;
  readonly ref: string;
  readonly on: Day;
  readonly fires: EventType | null;
};

const dayAfter = (on: Day) => addDays(on, 1);

/** Dates on which something lapses: the day after the last valid day. */
function lapses(facts: CaseFacts): Deadline[] {
  const lapse = (kind: string, ref: string, until: Day): Deadline => ({
    kind: `lapse.${kind}`,
    ref,
    on: dayAfter(until),
    fires: 'fact.lapsed',
  });
  return [
    ...facts.consents.flatMap(({ id, until, withdrawnOn, lapsedOn }) =>
      until && !withdrawnOn && !lapsedOn ? [lapse('consent', id, until)] : [],
    ),
    ...facts.skills.flatMap(({ procedure, caregiver, until, lapsedOn }) =>
      until && !lapsedOn ? [lapse('skill', `${procedure}.${caregiver}`, until)] : [],
    ),
    ...facts.entitlements.flatMap(({ kind, until, lapsedOn }) =>
      until && !lapsedOn ? [lapse('entitlement', kind, until)] : [],
    ),
    ...(facts.nursingOrder && !facts.nursingOrder.lapsedOn ? [lapse('order', 'order', facts.nursingOrder.until)] : []),
  ];
}

/** Consents given ahead of their first day: on that day somebody may see what was closed to them until then. */
function beginnings(facts: CaseFacts): Deadline[] {
  return facts.consents
    .filter(awaitsFirstDay)
    .map(({ id, from }) => ({ kind: 'begin.consent', ref: id, on: from, fires: 'fact.begun' }));
}

const shown = (kind: string, ref: string, on: Day | undefined): Deadline[] =>
  on ? [{ kind, ref, on, fires: null }] : [];

/** Things that are planned or promised and still open; a plan of an earlier round fell with that discharge. */
function plans(facts: CaseFacts): Deadline[] {
  const { discharged, factors, outpatient, dischargeDay } = facts;
  const isThisRound = (fact: { round: number } | undefined) => fact?.round === facts.round;
  const isVisited = ofThisRound(facts, facts.followUps).length > 0;
  return [
    ...facts.holds.flatMap(({ id, recheckOn }) => shown('holdRecheck', id, recheckOn)),
    ...facts.actionItems.flatMap(({ id, dueOn, closedOn }) => (closedOn ? [] : shown('actionItem', id, dueOn))),
    ...ofThisRound(facts, facts.conferences).flatMap(({ id, plannedOn, heldOn }) =>
      heldOn ? [] : shown('conference', id, plannedOn),
    ),
    ...ofThisRound(facts, facts.stays).flatMap(({ id, status, from, to }) =>
      status === 'ended' ? [] : shown('trialStay', id, status === 'begun' ? to : from),
    ),
    ...ofThisRound(facts, facts.visits).flatMap(({ id, plannedOn, recordedBy }) =>
      recordedBy.length > 0 ? [] : shown('visit', id, plannedOn),
    ),
    ...facts.evaluations.flatMap(({ id, status, from, to }) =>
      status === 'requested' || status === 'bedHeld'
        ? shown('evaluation', id, from)
        : status === 'admitted'
          ? shown('evaluation', id, to)
          : [],
    ),
    ...(facts.entry.stage === 'screening' ? shown('rescreen', 'screening', factors?.rescreenOn) : []),
    ...(isThisRound(dischargeDay) && !isThisRound(discharged) ? shown('discharge', 'day', dischargeDay?.day) : []),
    ...(isThisRound(outpatient) && !isVisited ? shown('outpatient', 'first', outpatient?.day) : []),
  ];
}

/** Months 1, 3 and 6 after the discharge, until evaluated. */
function followUps(facts: CaseFacts): Deadline[] {
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
    isDone(point) ? [] : shown('followUp', point, addMonths(discharged.day, months)),
  );
}

/** The prompts at twelve and fifteen (成人移行): twelve asks the team, fifteen reminds that the panel should be open. */
function adultPrompts(facts: CaseFacts): Deadline[] {
  const { bornOn, adult } = facts;
  if (!bornOn) return [];
  const prompt: Deadline[] = adult
    ? []
    : [{ kind: 'adult12', ref: 'prompt', on: legalAgeReachedOn(bornOn, 12), fires: 'adult.prompted' }];
  return adult?.openedOn || adult?.ended
    ? prompt
    : [...prompt, ...shown('adult15', 'open', legalAgeReachedOn(bornOn, 15))];
}

// Facts never change: what follows from them is worked out once, though decision and card both ask.
const known = new WeakMap<CaseFacts, readonly Deadline[]>();

/** Every open deadline of a case; once it is closed only the end of consents, and after a death none. */
export function deadlinesOf(facts: CaseFacts): readonly Deadline[] {
  const before = known.get(facts);
  if (before) return before;
  const deadlines = facts.closing ? endsOfConsents(facts, facts.closing) : openDeadlines(facts);
  known.set(facts, deadlines);
  return deadlines;
}

const endsOfConsents = (facts: CaseFacts, { how }: { how: string }): Deadline[] =>
  how === 'deceased' ? [] : lapses(facts).filter(({ kind }) => kind === 'lapse.consent');

function openDeadlines(facts: CaseFacts): Deadline[] {
  return [...lapses(facts), ...beginnings(facts), ...plans(facts), ...followUps(facts), ...adultPrompts(facts)];
}

export type DeadlineDifference = {
  readonly kind: string;
  readonly ref: string;
  readonly dueOn: Day | null;
  readonly fires: EventType | null;
};

/** Rows to write so that the stored deadlines follow the facts: only what changed; null cancels. */
export function deadlineChanges(before: readonly Deadline[], after: readonly Deadline[]): DeadlineDifference[] {
  if (before === after) return [];
  // A case has a dozen rows: looking through them is quicker than building keys.
  const same = (rows: readonly Deadline[], { kind, ref }: Deadline) =>
    rows.find(row => row.ref === ref && row.kind === kind);
  const written = after.filter(row => same(before, row)?.on !== row.on);
  const cancelled = before.filter(row => !same(after, row));
  return [
    ...written.map(({ kind, ref, on, fires }) => ({ kind, ref, dueOn: on, fires })),
    ...cancelled.map(({ kind, ref }) => ({ kind, ref, dueOn: null, fires: null })),
  ];
}

/** A lapse or a birthday is shown this many days ahead; earlier it would hide what is due now. */
const QUIET_DAYS = 30;

/**
 * The deadline a card shows: the earliest one that asks somebody for something; lapses far away stay quiet for 30 days,
 * and what begins by itself asks for nothing.
 */
export function dueOf(facts: CaseFacts, on: Day): { kind: string; on: Day } | null {
  if (facts.closing) return null;
  const soon = addDays(on, QUIET_DAYS);
  const asks = deadlinesOf(facts).filter(
    ({ kind, on: due }) =>
      !kind.startsWith('begin.') && (!(kind.startsWith('lapse.') || kind.startsWith('adult')) || due <= soon),
  );
  const [first] = asks.sort((a, b) => a.on.localeCompare(b.on) || a.kind.localeCompare(b.kind));
  return first ? { kind: first.kind, on: first.on } : null;
}
