import type { Task } from '@kaerimichi/contracts';

type Row = Pick<Task, 'caseId' | 'kind' | 'ref'>;

/** Names a row of the list for as long as the task is open. */
export const rowKey = ({ caseId, kind, ref }: Row): string => `${caseId} ${kind} ${ref}`;

/**
 * The list as it is shown: as the server gave it, and every row that was settled while somebody looked where it stood, so
 * that nothing moves under a hand.
 */
export function withSettled(
  before: readonly Task[],
  fresh: readonly Task[],
  isSettled: (key: string) => boolean,
): readonly Task[] {
  const known = new Set(fresh.map(rowKey));
  const shown = [...fresh];
  for (const [at, task] of before.entries()) {
    if (known.has(rowKey(task)) || !isSettled(rowKey(task))) continue;
    const previous = before.slice(0, at).findLast(other => shown.some(row => rowKey(row) === rowKey(other)));
    const place = previous ? shown.findIndex(row => rowKey(row) === rowKey(previous)) + 1 : 0;
    shown.splice(place, 0, task);
  }
  return shown;
}

/** Rows that were there and are no longer. */
export const vanished = (before: readonly Task[], fresh: readonly Task[]): readonly Task[] => {
  const known = new Set(fresh.map(rowKey));
  return before.filter(task => !known.has(rowKey(task)));
};
