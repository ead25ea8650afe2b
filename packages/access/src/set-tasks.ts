import { type CaseFacts, MOVE, taskKey } from '@kaerimichi/discharge';
import type { Task } from './task.ts';
import type { Viewer } from './viewer.ts';

/**
 * What names a task of its case as long as there is one; null: of a turn that is told without its next step, of a call,
 * which nobody answers for another, of an exception, which is whoever may make it, and of a paper that a doctor approves.
 */
export function keyOf({ kind, about, ref }: Pick<Task, 'kind' | 'about' | 'ref'>): string | null {
  if (kind === 'mention' || kind === 'exception' || kind === 'document') return null;
  if (kind === 'deadline') return taskKey(kind, `${about}.${ref}`);
  if (kind !== 'turn') return taskKey(kind, ref);
  // The types of events have a dot, requirements have none.
  return about && taskKey(kind, about.includes('.') ? MOVE : about);
}

/**
 * Whose tasks a list is about: what was given by name to one of these memberships, and what a role has that one of these
 * people holds. A viewer's own, its organisation's, or those of somebody in whose place it stands.
 */
export type Whose = { readonly memberships: readonly string[]; readonly people: readonly Viewer[] };

export const ownTasks = (viewer: Viewer): Whose => ({ memberships: [viewer.membership], people: [viewer] });

type Settings = {
  readonly facts: CaseFacts;
  /** Memberships that own something there and hold no longer. */
  readonly gone: readonly string[];
  readonly whose: Whose;
  /** Instant of the question. */
  readonly at: string;
};

type Reminded = { readonly at: string; readonly org: string };

/** What somebody set of a task; what nobody set is absent. */
type TaskSetting = {
  readonly owner?: string | undefined;
  readonly dueOn?: string | undefined;
  /** Until when it is lent to somebody else in the owner's place. */
  readonly lent?: { readonly to: string; readonly until: string } | undefined;
  readonly reminded?: Reminded | undefined;
};

/** Who has a task by name or for a while, unless they have left, and the day that was set for it. */
export function settingOf(key: string | null, { facts, gone, at }: Omit<Settings, 'whose'>): TaskSetting {
  const { owner, dueOn, lent, reminded } = facts.tasks?.find(other => other.key === key) ?? {};
  const isHere = (membership: string | undefined) => membership !== undefined && !gone.includes(membership);
  return {
    ...(isHere(owner) && { owner }),
    ...(dueOn && { dueOn }),
    ...(lent && lent.until > at && isHere(lent.to) && { lent }),
    ...(reminded && { reminded }),
  };
}

/** Whether a task was given to one of these people by name, or lent by or to them. */
export function isGivenTo(key: string | null, settings: Settings): boolean {
  const { owner, lent } = settingOf(key, settings);
  return [owner, lent?.to].some(named => named !== undefined && settings.whose.memberships.includes(named));
}

type Settable = Pick<Task, 'kind' | 'about' | 'ref' | 'owner' | 'dueOn' | 'lentUntil' | 'reminded'>;

/** A task that by its rule is everybody's of a role, with the owner and the day that somebody set. */
export function asSet<Own extends Settable>(task: Own, settings: Settings): Own {
  const { owner, dueOn, lent, reminded } = settingOf(keyOf(task), settings);
  return {
    ...task,
    owner: lent?.to ?? owner ?? task.owner,
    dueOn: dueOn ?? task.dueOn,
    ...(lent && { lentUntil: lent.until }),
    ...(reminded && { reminded }),
  };
}
