import type { DutyRoster } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dutyRoutes } from '../../api/duty-routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';

type Wish = { readonly roster: DutyRoster; readonly version: number };

/** Saves the roster; cases that are opened afterwards tell it as it is then. */
export function useSaveDuty() {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((body: Wish, key) => api.call(dutyRoutes.saveDuty, { body, key }));
  return useMutation({
    mutationFn,
    // Of cases, whose questions stand below; the roster itself is in the answer.
    onSuccess: () =>
      client.invalidateQueries({ predicate: ({ queryKey: [of, id] }) => of === 'duty' && id !== undefined }),
  });
}
