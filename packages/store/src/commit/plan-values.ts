import type { CaseAccessRow } from '@kaerimichi/access';
import type { CommitPlan, DeadlineChange, RecordDraft, StoredAnswer } from '@kaerimichi/casework';

/** Columns of records, one array each, in the order of the statement's parameters. */
export const recordValues = (records: readonly RecordDraft[]): unknown[] => [
  records.map(({ id }) => id),
  records.map(({ kind }) => kind),
  records.map(({ category }) => category),
  records.map(({ salt }) => salt),
  records.map(({ hash }) => hash),
  records.map(({ body }) => JSON.stringify(body ?? null)),
];

/** One change per deadline: of two to one, the later counts. */
export const lastChanges = (changes: readonly DeadlineChange[]): DeadlineChange[] => [
  ...new Map(changes.map(change => [`${change.kind} ${change.ref}`, change])).values(),
];

/** When a row is due as one value: a day, or the instant of what waits for one. */
export function deadlineValues(changes: readonly DeadlineChange[]): unknown[] {
  const last = lastChanges(changes);
  return [
    last.map(({ kind }) => kind),
    last.map(({ ref }) => ref),
    last.map(({ dueOn, dueAt }) => dueAt ?? dueOn),
    last.map(({ fires }) => fires),
  ];
}

export const accessValues = (rows: readonly CaseAccessRow[]): unknown[] => [
  rows.map(({ org }) => org),
  rows.map(row => row.class),
  rows.map(({ categories }) => categories.join(',')),
];

export const keyValues = (key: CommitPlan['key'], answer: StoredAnswer): unknown[] => [
  key?.account ?? null,
  key?.key ?? null,
  key?.bodyHash ?? null,
  answer.status,
  answer.body,
];

/** JSON text of a state before a move, or null. */
export const beforeValue = (before: CommitPlan['event']['before']): string | null => before && JSON.stringify(before);

/** PostgreSQL's text holds every character but NUL. */
export function withoutNul<Fields extends object>(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([name, text]) => [
    name,
    typeof text === 'string' ? text.replaceAll('\0', '') : text,
  ]);
  // The same fields with the same kinds of values.
  return Object.fromEntries(entries) as Fields;
}
