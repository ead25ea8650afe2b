import { addMonths } from '@kaerimichi/rules/calendar';
import { awaitsFirstDay } from './consent.ts';
import { type Deadline, type DeadlineKind, deadlineKinds, deadlineRow } from './deadline-kinds.ts';
import type { EventType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { adultPrompts, lapses, nextIntoView, quietHorizon } from './quiet-dates.ts';
import { ofThisRound } from './requirement.ts';
import type { Day } from './vocabulary.ts';

/** Consents given ahead of their first day: on that day somebody may see what was closed to them until then. */
function beginnings(facts: CaseFacts): Deadline[] {
  return facts.consents.filter(awaitsFirstDay).map(({ id, from }) => deadlineRow('begin.consent', id, from));
}

const shown = (kind: DeadlineKind, ref: string, on: Day | undefined): Deadline[] =>
  on ? [deadlineRow(kind, ref, on)] : [];

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

const rowsOf = (dates: readonly { readonly row: Deadline }[]) => dates.map(({ row }) => row);

const endsOfConsents = (facts: CaseFacts, { how }: { how: string }): Deadline[] =>
  how === 'deceased' ? [] : rowsOf(lapses(facts)).filter(({ kind }) => kind === 'lapse.consent');

function openDeadlines(facts: CaseFacts): Deadline[] {
  const [lapsing, prompts] = [lapses(facts), adultPrompts(facts)];
  return [
    ...rowsOf(lapsing),
    ...beginnings(facts),
    ...plans(facts),
    ...followUps(facts),
    ...rowsOf(prompts),
    ...nextIntoView(facts, [...lapsing, ...prompts]),
  ];
}

export type DeadlineDifference = {
  readonly kind: DeadlineKind;
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

/**
 * The deadline a card shows: the earliest one that asks somebody for something; what lapses and the ages stay quiet until
 * they come into view, and what begins by itself asks for nothing.
 */
export function dueOf(facts: CaseFacts, on: Day): { kind: string; on: Day } | null {
  if (facts.closing) return null;
  let first: Deadline | null = null;
  const horizon = quietHorizon(on);
  // With every commit: a sort that compares by a language's rules costs more than everything else here.
  for (const row of deadlinesOf(facts)) {
    const { shown: when } = deadlineKinds[row.kind];
    const isShown = when === 'always' || (when === 'ahead' && row.on <= horizon);
    if (isShown && (!first || row.on < first.on || (row.on === first.on && row.kind < first.kind))) first = row;
  }
  return first ? { kind: first.kind, on: first.on } : null;
}
