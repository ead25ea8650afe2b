import type { Listed as ListedOrganisations } from '../../api/all-organisations.ts';
import { useAllOrganisations } from '../../api/use-all-organisations.ts';

type Role = ListedOrganisations[number]['roles'][number];
export type Listed = { readonly roles: readonly Role[]; readonly isHub: boolean };

const unlisted: Readonly<Record<string, Listed>> = {};
const byId = (listed: ListedOrganisations): Readonly<Record<string, Listed>> =>
  Object.fromEntries(listed.map(({ id, kind, roles }) => [id, { roles, isHub: kind === 'hub' }]));

/** Organisations of the network with their roles that see cases. */
export const useDirectory = (): Readonly<Record<string, Listed>> => useAllOrganisations(byId) ?? unlisted;
