import type { Card, Task } from '@kaerimichi/contracts';

/**
 * Which of one's tasks of a case is meant by its card: the one of the day that the card shows, else the most urgent. Only
 * those are asked about that can be set.
 */
export function taskOfCase(tasks: readonly Task[], card: Pick<Card, 'id' | 'due'> | undefined): Task | undefined {
  const own = tasks.filter(({ caseId, key }) => caseId === card?.id && key !== undefined);
  return own.find(({ dueOn }) => dueOn !== undefined && dueOn === card?.due?.on) ?? own[0];
}
