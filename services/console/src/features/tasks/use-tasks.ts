import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useCardChanges } from '../../app/use-card-changes.ts';

/** What there is to do, asked again when a case of the board has changed. */
export function useTasks() {
  const api = useApi();
  const tasks = useQuery({
    queryKey: ['tasks'],
    queryFn: ({ signal }) => api.call(routes.tasks, { signal }),
    // What was done on another page a moment ago is no longer to do.
    staleTime: 0,
  });
  useCardChanges(() => void tasks.refetch());
  return tasks;
}
