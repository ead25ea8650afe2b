import type { MergeDecision } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

export function useDecideMerge(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MergeDecision) =>
      api.call(routes.decideMerge, { params: { id }, body, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: ['merges'] }),
  });
}

type Wish = { readonly survivor: string; readonly absorbed: string; readonly reason: string };

/** Says of two cases by number that they are one child. */
export function useProposeMerge() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wish) => api.call(routes.proposeMerge, { body, key: crypto.randomUUID() }),
    onSettled: () => client.invalidateQueries({ queryKey: ['merges'] }),
  });
}
