import type { Asking } from './project-tasks.ts';

type Owning = Pick<Asking, 'facts' | 'viewer'>;

/** The owner of something, unless there is none or it has left. */
export const presentOwner = (
  { gone }: Pick<Asking, 'gone'>,
  { owner }: { readonly owner?: string | undefined },
): string | undefined => (owner === undefined || gone.includes(owner) ? undefined : owner);

/** What nobody is there for falls to whoever leads the case from day to day. */
const leads = ({ facts, viewer }: Owning): boolean =>
  viewer.org === facts.lead && (viewer.role === 'dischargeNurse' || viewer.role === 'coordinator');

/** Whether something is this viewer's: given to it, or to nobody who is there in a case that it leads. */
export const isMine = (asking: Owning, owner: string | undefined): boolean =>
  owner === undefined ? leads(asking) : owner === asking.viewer.membership;
