import { useQuery } from '@tanstack/react-query';
import { useApi } from '../app/services.tsx';
import { allOrganisations, type Listed } from './all-organisations.ts';

/** What somebody wants of the network's directory, which is asked for once; undefined until it is there, or where there is none. */
export function useAllOrganisations<Wanted>(
  /** One function for all calls, or it is worked out anew each time. */
  select: (listed: Listed) => Wanted,
  isWanted = true,
): Wanted | undefined {
  const api = useApi();
  const found = useQuery({
    queryKey: ['organisations'],
    enabled: isWanted,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ signal }) => (await allOrganisations(api, { signal })).organisations,
    select,
  });
  return found.data;
}
