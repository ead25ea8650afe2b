import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../../api/route.ts';
import { ruleRoutes } from '../../api/rule-routes.ts';
import { useApi } from '../../app/services.tsx';
import { useAdminWrite } from '../admin/use-admin.ts';

export type Overrides = AnswerOf<typeof ruleRoutes.overrides>;

export type OverrideDays = '30' | '90' | '365';

/** Each question is an entry of the log of every case that it tells: asked when it is opened, and not by itself. */
export function useOverrides(days: OverrideDays) {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'overrides', days],
    queryFn: ({ signal }) => api.call(ruleRoutes.overrides, { query: { days }, signal }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export const useKeepRule = (onKept: () => void) =>
  useAdminWrite(
    (api, body: { requirement: string; reason: string }, key) => api.call(ruleRoutes.keepRule, { body, key }),
    onKept,
  );
