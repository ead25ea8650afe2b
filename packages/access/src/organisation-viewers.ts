import type { OrganisationKind } from '@kaerimichi/discharge';
import { seesBoard } from './commands.ts';
import { rolesOfKind } from './roles-of-kind.ts';
import type { Viewer } from './viewer.ts';

/**
 * An organisation as it is told something that no person reads in it: as one of each role that sees cases there. It is told
 * what every one of them is told, so that nobody there learns by it what their own page would not say; none: nothing.
 */
export const organisationViewers = (org: string, orgKind: OrganisationKind): readonly Viewer[] =>
  rolesOfKind(orgKind)
    .map((role): Viewer => ({ person: '', membership: '', org, orgKind, role, flags: [] }))
    .filter(seesBoard);
