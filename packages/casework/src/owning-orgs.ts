import { seesBoard } from '@kaerimichi/access';
import { type RoleId, roleIds } from '@kaerimichi/discharge';

type OwnersSource = {
  readonly lead: string;
  readonly team: readonly { readonly org?: string | undefined; readonly state: unknown }[];
};

/**
 * Organisations whose people may own a hold or a task of a case: the lead, whoever was asked and has not declined, and
 * the hubs, whose coordinators the pathway itself asks without an entry of the team.
 */
export function owningOrgs({ lead, team }: OwnersSource, hubs: readonly string[]): string[] {
  const taking = team.flatMap(({ org, state }) => (org && (state === 'asked' || state === 'accepted') ? [org] : []));
  return [...new Set([lead, ...taking, ...hubs])];
}

/** Roles that work with cases: nobody else of an organisation is named as an owner. */
export const owningRoles: readonly RoleId[] = roleIds.filter(role => seesBoard({ role, flags: [] }));
