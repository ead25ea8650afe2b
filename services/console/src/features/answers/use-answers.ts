import type { CaseView } from '@kaerimichi/contracts';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

type Case = Pick<CaseView, 'id'>;

/** What the case would make payable, as it is recorded. */
export function useFees({ id }: Case) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'fees'],
    queryFn: ({ signal }) => api.call(routes.fees, { params: { id }, signal }),
  });
}

/** By when what is open is due; `target`: a day, or empty for the planned or the earliest one. */
export function usePlan({ id }: Case, target: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'plan', target],
    queryFn: ({ signal }) => api.call(routes.plan, { params: { id }, query: target ? { target } : {}, signal }),
    // While a day is typed the list stays.
    placeholderData: keepPreviousData,
  });
}

/** The case as it stood on a day; a past day never changes, but what of it one may see does. */
export function useReplay({ id }: Case, on: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'replay', on],
    queryFn: ({ signal }) => api.call(routes.replay, { params: { id }, query: { on }, signal }),
    placeholderData: keepPreviousData,
  });
}

export type WhatIfBody = BodyOf<typeof routes.whatIf>;
export type Assumed = NonNullable<WhatIfBody['facts']>;

/** Asks what would come of it; nothing is kept. */
export function useWhatIf({ id }: Case) {
  const api = useApi();
  return useMutation({ mutationFn: (body: WhatIfBody) => api.call(routes.whatIf, { params: { id }, body }) });
}

/** Fees with what somebody assumes beside the records; asks for nothing while nothing is assumed. */
export function useAssumedFees({ id }: Case, facts: Assumed) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'fees', facts],
    enabled: Object.keys(facts).length > 0,
    queryFn: async ({ signal }) =>
      (await api.call(routes.whatIf, { params: { id }, body: { events: [], facts }, signal })).fees ?? [],
    placeholderData: keepPreviousData,
  });
}
