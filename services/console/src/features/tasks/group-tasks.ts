import type { Task } from '@kaerimichi/contracts';
import { addDays } from '@kaerimichi/discharge';

const taskGroups = ['overdue', 'today', 'soon', 'week', 'other', 'given'] as const;
type TaskGroup = (typeof taskGroups)[number];

/** Within so many days a task is soon due; within a week it shows with its day. */
const SOON_DAYS = 3;
const WEEK_DAYS = 7;

const groupOf = ({ dueOn, owner }: Task, today: string): TaskGroup => {
  if (owner.isOther) return 'given';
  if (dueOn === undefined || dueOn > addDays(today, WEEK_DAYS)) return 'other';
  if (dueOn <= today) return dueOn < today ? 'overdue' : 'today';
  return dueOn <= addDays(today, SOON_DAYS) ? 'soon' : 'week';
};

/**
 * Tasks by when they are due, each group in the order that the server gave; a group without any is absent. Of a team or
 * of somebody who is away nothing was given away: whoever has it stands in the row.
 */
export function groupTasks(tasks: readonly Task[], today: string, isOwn = true): [TaskGroup, readonly Task[]][] {
  const of = (task: Task) => groupOf(isOwn ? task : { ...task, owner: { ...task.owner, isOther: false } }, today);
  return taskGroups.flatMap((group): [TaskGroup, readonly Task[]][] => {
    const own = tasks.filter(task => of(task) === group);
    return own.length > 0 ? [[group, own]] : [];
  });
}
