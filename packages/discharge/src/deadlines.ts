import { awaitsFirstDay } from './consent.ts';
import {
  type Deadline,
  type DeadlineKind,
  deadlineKind,
  deadlineKinds,
  deadlineRow,
  instantRow,
} from './deadline-kinds.ts';
import type { EventType } from './events.ts';
import type { CaseFacts } from './facts.ts';
import { type AnswerTimer, answersToTell } from './handoff/answer-hours.ts';
import { plansOf, rowsOfPlans } from './plan-dates.ts';
import { adultPrompts, lapses, nextIntoView, quietHorizon } from './quiet-dates.ts';
import { reminderRows } from './reminders.ts';
import { bedRows } from './stages/evaluation-admission/beds.ts';
import type { Day } from './vocabulary.ts';

/** Consents given ahead of their first day: on that day somebody may see what was closed to them until then. */
function beginnings(facts: CaseFacts): Deadline[] {
  return facts.consents.filter(awaitsFirstDay).map(({ id, from }) => deadlineRow('begin.consent', id, from));
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
  const [lapsing, prompts, plans] = [lapses(facts), adultPrompts(facts), plansOf(facts)];
  return [
    ...rowsOf(lapsing),
    ...beginnings(facts),
    ...rowsOfPlans(plans),
    ...rowsOf(prompts),
    ...nextIntoView(facts, [...lapsing, ...prompts]),
    ...reminderRows(facts, plans),
    ...answerRows(facts),
    ...bedRows(facts),
  ];
}

const answerTimers: readonly AnswerTimer[] = ['answerRemind', 'answerEscalate'];

/** The rows that wait for the next instant at which an answer is reminded of, or told one level up. */
function answerRows(facts: CaseFacts): Deadline[] {
  return answerTimers.flatMap(timer => {
    const [next] = answersToTell(timer, facts);
    return next ? [instantRow(timer, 'card', next)] : [];
  });
}

export type DeadlineDifference = {
  readonly kind: DeadlineKind;
  readonly ref: string;
  readonly dueOn: Day | null;
  readonly fires: EventType | null;
  /** Of what waits for an instant within its day. */
  readonly dueAt?: string;
};

/** Rows to write so that the stored deadlines follow the facts: only what changed; null cancels. */
export function deadlineChanges(before: readonly Deadline[], after: readonly Deadline[]): DeadlineDifference[] {
  if (before === after) return [];
  // A case has a dozen rows: looking through them is quicker than building keys.
  const same = (rows: readonly Deadline[], { kind, ref }: Deadline) =>
    rows.find(row => row.ref === ref && row.kind === kind);
  const written = after.filter(row => {
    const was = same(before, row);
    return was?.on !== row.on || was.at !== row.at;
  });
  const cancelled = before.filter(row => !same(after, row));
  return [...written.map(changeTo), ...cancelled.map(({ kind, ref }) => ({ kind, ref, dueOn: null, fires: null }))];
}

const changeTo = ({ kind, ref, on, fires, at }: Deadline): DeadlineDifference => ({
  ...{ kind, ref, dueOn: on, fires },
  ...(at ? { dueAt: at } : {}),
});

type KeptRow = {
  readonly kind: string;
  readonly ref: string;
  readonly on: Day;
  readonly at?: string | null;
  readonly isOpen: boolean;
};
type RowChange = Omit<DeadlineDifference, 'kind'> & { readonly kind: string };

/** What to write so that rows that are kept, open or fired, are those that a case asks for; empty where they are. */
export function rowsToRepair(facts: CaseFacts, kept: readonly KeptRow[]): RowChange[] {
  const wanted = deadlinesOf(facts);
  const missing = wanted.filter(
    ({ kind, ref, on, at }) =>
      !kept.some(row => row.kind === kind && row.ref === ref && row.on === on && isSameInstant(row.at, at)),
  );
  const strays = kept.filter(
    ({ kind, ref, isOpen }) =>
      isOpen && deadlineKind(kind) && !wanted.some(row => row.kind === kind && row.ref === ref),
  );
  return [...missing.map(changeTo), ...strays.map(({ kind, ref }) => ({ kind, ref, dueOn: null, fires: null }))];
}

/** A database writes the same instant otherwise. */
const isSameInstant = (kept: string | null | undefined, wanted: string | undefined): boolean =>
  Date.parse(kept ?? '') === Date.parse(wanted ?? '') || (!kept && !wanted);

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

/** When the consent that ends first does, told as early as a card tells it; null: none is near. */
export function consentEndsOf(facts: CaseFacts, on: Day): Day | null {
  if (facts.closing) return null;
  const horizon = quietHorizon(on);
  let first: Day | null = null;
  for (const row of deadlinesOf(facts))
    if (row.kind === 'lapse.consent' && row.on <= horizon && (!first || row.on < first)) first = row.on;
  return first;
}
