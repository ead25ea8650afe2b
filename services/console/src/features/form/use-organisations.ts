import { useQuery } from '@tanstack/react-query';
import { allOrganisations } from '../../api/all-organisations.ts';
import { useApi } from '../../app/services.tsx';

/** Organisations of the network, as the directory lists them; the board's own names where there is no directory. */
export function useOrganisations(isWanted: boolean): Readonly<Record<string, string>> {
  const api = useApi();
  const found = useQuery({
    queryKey: ['organisations'],
    enabled: isWanted,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => {
      const { organisations } = await allOrganisations(api, { signal });
      return Object.fromEntries(organisations.map(({ id, name }) => [id, name]));
    },
  });
  return found.data ?? {};
}
