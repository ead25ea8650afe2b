import type { MembershipFlag, OrganisationKind, RoleId } from '@kaerimichi/discharge';
import { aMember, anOrganisation, signedInAs } from '@kaerimichi/testkit';
import type { TestApi } from './start-test-api.ts';

/** By id: the kind, and what it is called where that is not the id. */
type Organisations = Readonly<Record<string, OrganisationKind | readonly [kind: OrganisationKind, name: string]>>;
/** A discharge nurse where no role is given. */
type Member = readonly [org: string, role?: RoleId, flags?: readonly MembershipFlag[]];

/** Organisations and their people, who are signed in: the token of each by name. */
export async function startPeople<Name extends string>(
  { store }: TestApi,
  organisations: Organisations,
  people: Readonly<Record<Name, Member>>,
): Promise<Record<Name, string>> {
  for (const [id, told] of Object.entries(organisations)) {
    const [kind, name] = typeof told === 'string' ? [told, id] : told;
    await anOrganisation(store, id, kind, name);
  }
  const tokens: [string, string][] = [];
  for (const [name, [org, role = 'dischargeNurse', flags = []]] of Object.entries<Member>(people)) {
    await aMember(store, { name, org, role, flags });
    tokens.push([name, (await signedInAs(store, `${name}-${org}`)).token]);
  }
  return Object.fromEntries(tokens) as Record<Name, string>;
}
