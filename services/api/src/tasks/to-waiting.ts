import type { BoardEntry, SaidWaiting } from '@kaerimichi/casework';
import type { Waiting } from '@kaerimichi/contracts';
import type { ToldElsewhere } from '@kaerimichi/store';
import { shownChildOf } from '../endpoints/shown-child.ts';
import { type Telling, toldReminder } from './to-task.ts';

export type Waited = { readonly said: SaidWaiting; readonly entry: BoardEntry };

/** What is waited for, with the child as its card shows it and whom it is waited for by name. */
export function toWaiting(
  { said, entry, told }: Waited & { readonly told: ToldElsewhere | undefined },
  telling: Telling,
): Waiting {
  const { kind, ref, what, org, role, since, dueOn, key, reminded } = said;
  return {
    ...shownChildOf(entry, telling.who.viewer, telling.on),
    kind,
    ref,
    what,
    org,
    orgName: org === null ? null : (telling.orgs[org] ?? null),
    ...(role ? { role } : {}),
    ...(since ? { since } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(key ? { key } : {}),
    ...toldReminder(reminded, telling),
    ...(told && (told.mailed || told.readAt) && { told }),
  };
}
