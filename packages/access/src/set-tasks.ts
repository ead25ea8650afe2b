import { type CaseFacts, MOVE, taskKey } from '@kaerimichi/discharge';
import type { Task } from './project-tasks.ts';
import type { Viewer } from './viewer.ts';

/**
 * What names a task of its case as long as there is one; null: of a turn that is told without its next step, and of a call,
 * which nobody answers for another.
 */
export function keyOf({ kind, about, ref }: Pick<Task, 'kind' | 'about' | 'ref'>): string | null {
  if (kind === 'mention') return null;
  if (kind === 'deadline') return taskKey(kind, `${about}.${ref}`);
  if (kind !== 'turn') return taskKey(kind, ref);
  // The types of events have a dot, requirements have none.
  return about && taskKey(kind, about.includes('.') ? MOVE : about);
}

export type Settings = {
  readonly facts: CaseFacts;
  /** Memberships that own something there and hold no longer. */
  readonly gone: readonly string[];
  readonly viewer: Viewer;
};

/** What somebody set of a task; a day that nobody set is absent. */
type TaskSetting = { readonly owner: string | null; readonly dueOn?: string | undefined };

/** Who has a task by name, unless they have left, and the day that was set for it. */
function settingOf(key: string | null, { facts, gone }: Omit<Settings, 'viewer'>): TaskSetting {
  const own = facts.tasks?.find(other => other.key === key);
  return { owner: own?.owner && !gone.includes(own.owner) ? own.owner : null, dueOn: own?.dueOn };
}

/** Whether a task was given to this viewer by name. */
export const isGivenTo = (key: string | null, settings: Settings): boolean =>
  settingOf(key, settings).owner === settings.viewer.membership;

/** A task that by its rule is everybody's of a role, with the owner and the day that somebody set. */
export function asSet<Own extends Pick<Task, 'kind' | 'about' | 'ref' | 'owner' | 'dueOn'>>(
  task: Own,
  settings: Settings,
): Own {
  const { owner, dueOn } = settingOf(keyOf(task), settings);
  return { ...task, owner: owner ?? task.owner, dueOn: dueOn ?? task.dueOn };
}
