import { useQuery } from '@tanstack/react-query';
import { wallRoutes } from '../../api/wall-routes.ts';
import { useApi } from '../../app/services.tsx';

/** When a screen was last heard of changes by itself. */
const LOOK_MS = 15_000;

export function useScreenList() {
  const api = useApi();
  return useQuery({
    queryKey: ['admin', 'screens'],
    queryFn: ({ signal }) => api.call(wallRoutes.screens, { signal, isQuiet: true }),
    refetchInterval: LOOK_MS,
  });
}
