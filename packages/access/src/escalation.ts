import { type Day, phaseOf } from '@kaerimichi/discharge';
import { keyOf, settingOf } from './set-tasks.ts';
import type { Asking, Task } from './task.ts';

/**
 * Whether a deadline was missed for so long that those who answer for the case are told of it besides: whoever makes
 * exceptions where it is led, a head nurse or the attending doctor (docs/decisions/030).
 */
export function isEscalatedTo(
  asking: Asking,
  kind: string,
  task: Pick<Task, 'kind' | 'about' | 'ref'> & { readonly dueOn: Day | null },
): boolean {
  const { facts, whose, on } = asking;
  const isTheirs = whose.people.some(({ org, flags }) => org === facts.lead && flags.includes('mayWaive'));
  if (!isTheirs) return false;
  const { dueOn = task.dueOn } = settingOf(keyOf(task), asking);
  return phaseOf(kind, dueOn, { on, rules: facts.rules }) === 'late';
}
