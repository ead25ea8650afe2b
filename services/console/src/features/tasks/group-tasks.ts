import type { Task } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';

const taskGroups = ['overdue', 'soon', 'other', 'given'] as const;
export type TaskGroup = (typeof taskGroups)[number];

/** Within so many days a task is soon due. */
const SOON_DAYS = 7;

const groupOf = ({ dueOn, owner }: Task, today: string): TaskGroup => {
  if (owner.isOther) return 'given';
  if (dueOn === undefined || dueOn > addDays(today, SOON_DAYS)) return 'other';
  return dueOn < today ? 'overdue' : 'soon';
};

/** Tasks by when they are due, each group in the order that the server gave; a group without any is absent. */
export function groupTasks(tasks: readonly Task[], today: string): [TaskGroup, readonly Task[]][] {
  return taskGroups.flatMap((group): [TaskGroup, readonly Task[]][] => {
    const own = tasks.filter(task => groupOf(task, today) === group);
    return own.length > 0 ? [[group, own]] : [];
  });
}
