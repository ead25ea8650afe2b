import type { CaseAccessRow } from '@kaerimichi/access';
import type { CommitPlan, DeadlineChange, NewCase, RecordDraft, ToldCase } from '@kaerimichi/casework';
import { searchColumns } from '../board/search-columns.ts';
import { beforeValue, lastChanges, withoutNul } from '../commit/plan-values.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows by table, as single commits of the same plans leave them; columns are named as in the database. */
export type CaseRows = Readonly<Record<CaseTable, readonly Row[]>>;
type CaseTable =
  | 'care_case'
  | 'case_state'
  | 'board_card'
  | 'case_access'
  | 'case_event'
  | 'record'
  | 'deadline'
  | 'outbox';

/** What a case's events leave behind, one table after the other. Keys and sessions of the plans are not looked at. */
export function rowsOfCase(told: ToldCase): CaseRows {
  const steps = stepsOf(told);
  const closedAt = closedAtOf(steps);
  return {
    care_case: [identityRow(told)],
    case_state: [stateRow(told, steps)],
    board_card: [cardRow(told, closedAt)],
    case_access: accessRowsOf(told, steps, closedAt),
    case_event: steps.map(({ event }) => ({
      case_id: told.opening.id,
      ...{ seq: event.seq, type: event.type, at: event.at, stage: event.stage },
      ...{ payload: event.payload, hash: event.hash, before: beforeValue(event.before) },
    })),
    record: recordRows(told.opening.id, steps),
    deadline: deadlineRows(told.opening.id, steps),
    outbox: outboxRows(told.opening.id, steps),
  };
}

/** The opening is a step like the others, but for its card. */
type Step = NewCase['plan'] | CommitPlan;
const stepsOf = ({ opening, plans }: ToldCase): readonly Step[] => [opening.plan, ...plans];

function identityRow({ opening, no, plans }: ToldCase): Row {
  const named = plans.findLast(({ identity }) => identity !== null)?.identity;
  const identity = withoutNul(named ?? opening.identity);
  const { kanaFold, searchText, grams } = searchColumns({ ...identity, no });
  return {
    id: opening.id,
    no,
    family_name: identity.familyName,
    given_name: identity.givenName,
    family_kana: identity.familyKana,
    given_kana: identity.givenKana,
    sex: identity.sex,
    hospital_number: identity.hospitalNumber,
    municipality: identity.municipality,
    kana_fold: kanaFold,
    search_text: searchText,
    grams: JSON.stringify(grams),
    created_at: opening.plan.event.at,
    birth_order: identity.birthOrder ?? null,
  };
}

function stateRow({ opening, plans }: ToldCase, steps: readonly Step[]): Row {
  const { next, event } = steps.at(-1) ?? opening.plan;
  return {
    case_id: opening.id,
    version: event.seq,
    pathway_version: next.pathwayVersion,
    value: JSON.stringify(next.value),
    facts: JSON.stringify(next.facts),
    head: event.hash,
    access_epoch: 1 + plans.filter(({ access }) => access !== null).length,
  };
}

function cardRow({ opening, no, plans }: ToldCase, closedAt: string | null): Row {
  const card = plans.at(-1)?.card ?? opening.cardOf(no);
  return { case_id: opening.id, version: card.version, closed_at: closedAt, card: JSON.stringify(card) };
}

/** Instant of the event that closed the case, if it is closed; a reopening forgets it. */
const closedAtOf = (steps: readonly Step[]): string | null =>
  steps.reduce<string | null>((closedAt, { active, event }) => (active ? null : (closedAt ?? event.at)), null);

function accessRowsOf({ opening }: ToldCase, steps: readonly Step[], closedAt: string | null): Row[] {
  const rows = steps.findLast(({ access }) => access !== null)?.access ?? [];
  return rows.map(({ org, class: visibility, categories }) => ({
    case_id: opening.id,
    org_id: org,
    class: visibility,
    categories: categories.join(','),
    closed_at: closedAt,
  }));
}

/** A record sent again under its id becomes its next version. */
function recordRows(caseId: string, steps: readonly Step[]): Row[] {
  const versions = new Map<string, number>();
  const rowOf = ({ id, kind, category, salt, hash, body }: RecordDraft, seq: number): Row => {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    return { id, version, case_id: caseId, seq, kind, category, salt, hash, body: JSON.stringify(body ?? null) };
  };
  return steps.flatMap(({ records, event }) => records.map(record => rowOf(record, event.seq)));
}

/** Of the changes to one deadline the last counts; a cancelled one keeps the day on which it would have been due. */
function deadlineRows(caseId: string, steps: readonly Step[]): Row[] {
  const rows = new Map<string, DeadlineRow>();
  for (const { deadlines, event } of steps)
    for (const change of lastChanges(deadlines)) {
      const key = `${change.kind} ${change.ref}`;
      rows.set(key, changedDeadline(rows.get(key), change, event.seq));
    }
  return [...rows.values()].map(row => ({ case_id: caseId, ...row }));
}

type DeadlineRow = {
  readonly kind: string;
  readonly ref: string;
  readonly due_on: string | null;
  readonly due_at: string | null;
  readonly fires: string | null;
  readonly state: 'open' | 'cancelled';
  readonly first_on: string | null;
  readonly moves: number;
  readonly set_seq: number;
};

/** As the upsert of a commit leaves it. */
function changedDeadline(
  before: DeadlineRow | undefined,
  { kind, ref, dueOn, dueAt, fires }: DeadlineChange,
  set_seq: number,
): DeadlineRow {
  const row = {
    kind,
    ref,
    fires,
    due_at: dueAt ?? null,
    set_seq,
    state: dueOn === null ? ('cancelled' as const) : ('open' as const),
  };
  const { due_on = null, first_on = null, moves = 0 } = before ?? {};
  if (dueOn === null) return { ...row, due_on, first_on, moves };
  if (before?.state !== 'open') return { ...row, due_on: dueOn, first_on: dueOn, moves: 0 };
  return { ...row, due_on: dueOn, first_on, moves: moves + (dueOn === due_on ? 0 : 1) };
}

function outboxRows(caseId: string, steps: readonly Step[]): Row[] {
  let access: readonly CaseAccessRow[] = [];
  return steps.map(step => {
    const kept = step.access;
    const lost = kept === null ? [] : access.flatMap(({ org }) => (kept.some(row => row.org === org) ? [] : [org]));
    access = kept ?? access;
    return { case_id: caseId, seq: step.event.seq, lost: lost.length > 0 ? lost.join(',') : null };
  });
}
