import type { SignedIn } from '@kaerimichi/casework';
import type { MembershipFlag, OrganisationKind, RoleId } from '@kaerimichi/discharge';
import type { Store } from '@kaerimichi/store';

export type SignedInPerson = { readonly token: string; readonly signedIn: SignedIn };

/** An organisation with this id; its name is the id unless given. */
export async function anOrganisation(
  store: Store,
  id: string,
  kind: OrganisationKind = 'childrensHospital',
  name = id,
) {
  const organisation = await store.organisations.create({ id, kind, name });
  if (!organisation) throw new Error(`organisation ${id} exists already`);
  return organisation;
}

/** A person with one membership of an organisation that exists; identifier and ids are the given name. */
export async function aMember(
  store: Store,
  of: { name: string; org: string; role?: RoleId; flags?: readonly MembershipFlag[] },
) {
  const { name, org, role = 'dischargeNurse', flags = [] } = of;
  const person = await store.people.create({ id: name, identifier: name, displayName: name });
  if (!person) throw new Error(`person ${name} exists already`);
  return store.memberships.create({ id: `${name}-${org}`, person: name, org, role, flags, fromOn: '2026-01-01' });
}

/** Signs a membership in; the token is what the cookie carries. */
export async function signedInAs(store: Store, membershipId: string): Promise<SignedInPerson> {
  const opened = await store.sessions.open(membershipId);
  if (!opened) throw new Error(`membership ${membershipId} does not hold`);
  return opened;
}
