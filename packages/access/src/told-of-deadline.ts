import {
  type DeadlineKind,
  deadlineKinds,
  isEscalated,
  type RoleId,
  roleIds,
  type TaskKind,
} from '@kaerimichi/discharge';
import { eventsBy } from './commands.ts';
import { roles } from './roles.ts';

/** A deadline as it comes to somebody: as which kind of task, for which roles, and who is told once it was missed. */
export type ToldDeadline = {
  readonly task: TaskKind;
  readonly roles: readonly RoleId[];
  /** null: it is not escalated. */
  readonly escalatedTo: readonly RoleId[] | null;
};

/** Kinds that stand in lists as what they are the day of, each with the event that keeps it. */
const tasks: Readonly<Record<string, readonly [TaskKind, string]>> = {
  holdRecheck: ['hold', 'hold.removed'],
  actionItem: ['actionItem', 'actionItem.closed'],
  enquiry: ['enquiry', 'candidate.answered'],
  handoff: ['handoff', 'handoff.accepted'],
  seat: ['seat', 'conference.answered'],
};

/**
 * Who is told of a kind of deadline, or of an answer that is waited for until a day: whoever may send the event that keeps
 * it, which the pathway names (`stepOf`). null: it asks nobody for anything.
 */
export function toldOfDeadline(kind: string, stepOf: (kind: DeadlineKind) => string | null): ToldDeadline | null {
  const [task, event] = tasks[kind] ?? ['deadline' as const, isDeadline(kind) ? stepOf(kind) : null];
  if (event === null) return null;
  return {
    task,
    roles: roleIds.filter(role => sends(role, event)),
    escalatedTo: isEscalated(kind) ? roleIds.filter(role => roles[role].waives) : null,
  };
}

const isDeadline = (kind: string): kind is DeadlineKind => Object.hasOwn(deadlineKinds, kind);

const sends = (role: RoleId, event: string): boolean => {
  const anyone = { person: '', membership: '', org: '', orgKind: 'hospital', role, flags: [] } as const;
  return Object.values(eventsBy(anyone)).some(events => events.includes(event));
};
