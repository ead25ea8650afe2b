import { useQuery } from '@tanstack/react-query';
import { outsideRoutes } from '../../api/outside-routes.ts';
import { useApi } from '../../app/services.tsx';

export function useWebhookList() {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'webhooks'],
    queryFn: ({ signal }) => api.call(outsideRoutes.webhooks, { signal }),
  });
}

/** A message that waits is sent within seconds. */
const LOOK_MS = 2_000;

/** Its last messages; asked again while one of them waits. */
export function useDeliveries(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'webhooks', id],
    queryFn: ({ signal }) => api.call(outsideRoutes.deliveries, { params: { id }, signal, isQuiet: true }),
    refetchInterval: ({ state: { data } }) =>
      data?.deliveries.some(({ state }) => state === 'waiting') === true && LOOK_MS,
  });
}
