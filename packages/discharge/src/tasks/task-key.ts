import { categoryOfCheck } from '../checklists/checklist.ts';
import { type DeadlineKind, deadlineKind, deadlineKinds } from '../deadline-kinds.ts';
import type { Category } from '../vocabulary.ts';

/** Kinds of what somebody has to do about a case. */
export const taskKinds = [
  'turn',
  'enquiry',
  'hold',
  'actionItem',
  'question',
  'handoff',
  'seat',
  'deadline',
  'mention',
  'checklist',
  'exception',
  'document',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/**
 * Names one task of a case for as long as there is one: its kind and what it is about, `hold.h1`,
 * `deadline.lapse.skill.suctionOral.mother`. Of a turn the requirement, and `turn.move` where nothing is missing.
 */
export const taskKey = (kind: TaskKind, ref: string): string => `${kind}.${ref}`;

/** What the turn is about while nothing is missing. */
export const MOVE = 'move';

export type TaskRef = { readonly kind: TaskKind; readonly ref: string };

/** A key taken apart; null for one that names no kind of task. */
export function taskRef(key: string): TaskRef | null {
  const kind = taskKinds.find(one => key.startsWith(`${one}.`));
  return kind ? { kind, ref: key.slice(kind.length + 1) } : null;
}

/** A deadline as a key names it; its kind may have a dot of its own. */
export function deadlineOfRef(ref: string): { readonly kind: DeadlineKind; readonly ref: string } | null {
  const parts = ref.split('.');
  const at = [2, 1].find(length => deadlineKind(parts.slice(0, length).join('.')) !== undefined);
  // deadlineKind answers for the kinds there are, and for no other text.
  return at ? { kind: parts.slice(0, at).join('.') as DeadlineKind, ref: parts.slice(at).join('.') } : null;
}

/** The category of what a task is about; of a turn that of the event which makes its requirement true. */
export function categoryOfTask(key: string, ofRequirement: (id: string) => Category): Category {
  const task = taskRef(key);
  // What is named to nobody, or known to nobody, is told to nobody.
  if (task?.kind === 'checklist') return categoryOfCheck(task.ref);
  if (task?.kind === 'deadline')
    return deadlineKinds[deadlineOfRef(task.ref)?.kind ?? 'dueAhead'].tells ?? 'protection';
  return task?.kind === 'turn' && task.ref !== MOVE ? ofRequirement(task.ref) : 'plan';
}
