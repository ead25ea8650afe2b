import type { FoundTask, SignedIn } from '@kaerimichi/casework';
import type { Task } from '@kaerimichi/contracts';
import type { Day } from '@kaerimichi/discharge';
import { shownChildOf } from '../endpoints/shown-child.ts';

export type Telling = {
  /** What was written of tasks, by case and name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly who: SignedIn;
  /** Colleagues by membership. */
  readonly names: Readonly<Record<string, { readonly name: string } | undefined>>;
  /** Organisations by id. */
  readonly orgs: Readonly<Record<string, string | undefined>>;
  readonly on: Day;
};

/** A task with the child as its card shows it. */
export function toTask({ task, entry }: FoundTask, telling: Telling): Task {
  const { kind, ref, key, what, route, dueOn, since, owner, lentUntil, tick, reminded } = task;
  const { viewer, displayName } = telling.who;
  const text = task.written && telling.texts.get(`${entry.card.id} ${task.written.name}`);
  const isOther = owner !== null && owner !== viewer.membership;
  const person = isOther ? telling.names[owner]?.name : owner && displayName;
  return {
    ...shownChildOf(entry, viewer, telling.on),
    version: entry.card.version,
    kind,
    ref,
    ...(key ? { key } : {}),
    what: text ? { ja: `${what.ja}:${text}`, en: `${what.en}: ${text}` } : what,
    owner: {
      org: viewer.org,
      role: viewer.role,
      ...(person ? { person } : {}),
      ...(isOther ? { isOther } : {}),
      ...(lentUntil ? { until: lentUntil } : {}),
    },
    ...(dueOn ? { dueOn } : {}),
    ...(since ? { since } : {}),
    fix: { route },
    // What somebody else has is theirs to tick.
    ...(tick && !isOther ? { tick: { event: tick.event, fill: { ...tick.fill } } } : {}),
    ...toldReminder(reminded, telling),
  };
}

export const toldReminder = (
  reminded: { readonly at: string; readonly org: string } | undefined,
  { orgs }: Pick<Telling, 'orgs'>,
): Pick<Task, 'reminded'> => (reminded ? { reminded: { ...reminded, orgName: orgs[reminded.org] ?? '' } } : {});
