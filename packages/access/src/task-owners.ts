import { settingOf } from './set-tasks.ts';
import type { Asking } from './task.ts';

/** The owner of something, unless there is none or it has left. */
export const presentOwner = (
  { gone }: Pick<Asking, 'gone'>,
  { owner }: { readonly owner?: string | undefined },
): string | undefined => (owner === undefined || gone.includes(owner) ? undefined : owner);

/** What nobody is there for falls to whoever leads the case from day to day. */
export const leads = ({ facts, whose }: Asking): boolean =>
  whose.people.some(({ org, role }) => org === facts.lead && (role === 'dischargeNurse' || role === 'coordinator'));

/** Whether something is theirs: given or lent to them, or of nobody who is there in a case that they lead. */
export function isMine(asking: Asking, key: string | null, owner: string | undefined): boolean {
  const { memberships } = asking.whose;
  const { lent } = settingOf(key, asking);
  if (lent && memberships.includes(lent.to)) return true;
  return owner === undefined ? leads(asking) : memberships.includes(owner);
}
