import { useQuery } from '@tanstack/react-query';
import { allOrganisations } from '../../api/all-organisations.ts';
import { useApi } from '../../app/services.tsx';

/** Names and kinds of organisations by id. */
export type Directory = {
  readonly names: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
};

const unlisted: Directory = { names: {}, kinds: {} };

/** Organisations of the network, as the directory lists them; none where there is no directory. */
export function useOrganisations(isWanted: boolean): Directory {
  const api = useApi();
  const found = useQuery({
    queryKey: ['organisations'],
    enabled: isWanted,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const { organisations } = await allOrganisations(api, { signal });
      return {
        names: Object.fromEntries(organisations.map(({ id, name }) => [id, name])),
        kinds: Object.fromEntries(organisations.map(({ id, kind }) => [id, kind])),
      };
    },
  });
  return found.data ?? unlisted;
}
