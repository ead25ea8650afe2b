import type { Day, OrganisationKind, RoleId } from '@kaerimichi/discharge';
import { mayAdminister, mayFound } from './commands.ts';
import { isOver, type MembershipPeriod } from './membership-period.ts';
import { roles } from './roles.ts';
import { rolesOfKind } from './roles-of-kind.ts';
import type { Viewer } from './viewer.ts';

/** `isEmpty`: nobody belongs to it, or ever did. */
export type ReceivingOrganisation = { readonly id: string; readonly kind: OrganisationKind; readonly isEmpty: boolean };

/**
 * Roles that a viewer may give somebody new. People come into the own organisation; into another only as its first
 * administrator, by whoever founds organisations.
 */
export function rolesToGive(viewer: Viewer, { id, kind, isEmpty }: ReceivingOrganisation): readonly RoleId[] {
  if (!mayAdminister(viewer)) return [];
  if (id === viewer.org) return rolesOfKind(kind);
  return mayFound(viewer) && isEmpty ? ['admin'] : [];
}

/** `notTheirs`: a right that the giver has not. `wrongFlag`: the role makes no exceptions. */
export type MembershipFault = 'notTheirs' | 'wrongRole' | 'wrongFlag';

/** Faults of a membership that somebody wants to give in an organisation of this kind. */
export function membershipFaults(
  giver: Viewer,
  kind: OrganisationKind,
  { role, flags }: { readonly role: RoleId; readonly flags: readonly string[] },
): MembershipFault[] {
  const founds = mayFound({ ...giver, role, flags: flags.includes('orgAdmin') ? ['orgAdmin'] : [] });
  return [
    ...(founds && !mayFound(giver) ? (['notTheirs'] as const) : []),
    ...(rolesOfKind(kind).includes(role) ? [] : (['wrongRole'] as const)),
    ...(flags.includes('mayWaive') && !roles[role].waives ? (['wrongFlag'] as const) : []),
  ];
}

/**
 * Whether a membership is one that administrators keep among their people. A guardian belongs to a child and to no
 * organisation, and whoever had a slip for it would see that child; a wall display is a device, kept as a screen.
 */
export const isAdministered = ({ role }: { readonly role: RoleId }): boolean => role !== 'family' && role !== 'display';

type Held = Pick<Viewer, 'role' | 'flags'> & MembershipPeriod & { readonly org: { readonly id: string } };
export type SlipWish = {
  readonly person: string;
  /** All of the person's, past and future ones included. */
  readonly memberships: readonly Held[];
  /** A password was chosen once, or somebody signed in with one. */
  readonly hasComeIn: boolean;
  readonly on: Day;
};

/**
 * Why an administrator may not give somebody a slip; null: they may. Whoever gets a slip could use it: for people of the
 * own organisation alone, and for nobody who may do more. Whoever founded an organisation may give its administrator
 * another one until they have come in for the first time.
 */
export function whyNoSlip(
  giver: Viewer,
  { person, memberships, hasComeIn, on }: SlipWish,
): 'unknown' | 'forbidden' | 'founder' | 'elsewhere' | null {
  const own = memberships.filter(held => held.org.id === giver.org && isAdministered(held));
  if (own.length === 0) {
    const isFirst = memberships.length > 0 && memberships.every(({ role }) => role === 'admin') && !hasComeIn;
    return mayFound(giver) && isFirst ? null : 'unknown';
  }
  if (person === giver.person) return 'forbidden';
  if (memberships.some(held => !own.includes(held) && !isOver(held, on))) return 'elsewhere';
  const founds = own.some(({ role, flags }) => mayFound({ ...giver, role, flags }));
  return founds && !mayFound(giver) ? 'founder' : null;
}
