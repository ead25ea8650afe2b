import type { Listed } from '../../api/all-organisations.ts';
import { useAllOrganisations } from '../../api/use-all-organisations.ts';

/** Names and kinds of organisations by id. */
export type Directory = {
  readonly names: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
};

const unlisted: Directory = { names: {}, kinds: {} };
const byId = (listed: Listed): Directory => ({
  names: Object.fromEntries(listed.map(({ id, name }) => [id, name])),
  kinds: Object.fromEntries(listed.map(({ id, kind }) => [id, kind])),
});

/** Organisations of the network, as the directory lists them; none where there is no directory. */
export const useOrganisations = (isWanted: boolean): Directory => useAllOrganisations(byId, isWanted) ?? unlisted;
