import type { Facility } from '@kaerimichi/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import type { FacilityFilters } from './facility-filters.ts';

/** One page of facilities. */
export function useFacilities({ q, kind, place, page }: FacilityFilters) {
  const api = useApi();
  const query = {
    ...(q === '' ? {} : { q }),
    // Of an address only kinds that exist are taken.
    ...(kind === '' ? {} : { kind: kind as Facility['kind'] }),
    ...(place === '' ? {} : { municipality: place }),
    ...(page > 1 ? { page } : {}),
  };
  return useQuery({
    queryKey: ['facilities', query],
    queryFn: ({ signal }) => api.call(routes.facilities, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Lists are read in seldom: what there is to choose from is asked for again after this long, and after an import here. */
const FRESH_MS = 10 * 60_000;

export function useFacilityChoices() {
  const api = useApi();
  return useQuery({
    queryKey: ['facilities', 'choices'],
    queryFn: ({ signal }) => api.call(routes.facilityChoices, { signal }),
    staleTime: FRESH_MS,
  });
}
