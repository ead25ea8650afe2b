import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { BodyOf } from '../../api/route.ts';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

/** 医療的ケア判定スコア of what is ticked; nothing is kept. */
export function useMedicalScore(body: BodyOf<typeof routes.medicalCareScore>) {
  const api = useApi();
  return useQuery({
    queryKey: ['score', 'medical', body],
    queryFn: ({ signal }) => api.call(routes.medicalCareScore, { body, signal }),
    // While something is ticked or typed the last answer stays.
    placeholderData: keepPreviousData,
  });
}

/** 超重症児・準超重症児 of what is ticked; nothing is kept. */
export function useSevereScore(body: BodyOf<typeof routes.severeChildScore>) {
  const api = useApi();
  return useQuery({
    queryKey: ['score', 'severe', body],
    queryFn: ({ signal }) => api.call(routes.severeChildScore, { body, signal }),
    placeholderData: keepPreviousData,
  });
}
