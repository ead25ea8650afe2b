/** An organisation as the directory lists it, with the roles that whoever looks may give somebody there. */
type Listed = { readonly id: string; readonly name: string; readonly gives: readonly string[] };

/** Organisations into which this administrator may bring anybody. */
export const offeredOrganisations = <Org extends Listed>(all: readonly Org[]): readonly Org[] =>
  all.filter(({ gives }) => gives.length > 0);

/** Roles to choose from once the organisation is chosen; before, those of the first one offered say what to expect. */
export const rolesIn = (offered: readonly Listed[], org: string): readonly string[] =>
  (offered.find(({ id }) => id === org) ?? offered[0])?.gives ?? [];

/** A role chosen before stays where the organisation has it, too. */
export const keptRole = (offered: readonly Listed[], org: string, role: string): string =>
  rolesIn(offered, org).includes(role) ? role : '';
