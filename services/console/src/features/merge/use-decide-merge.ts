import type { MergeDecision } from '@kaerimichi/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';

export function useDecideMerge(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((body: MergeDecision, key) =>
    api.call(routes.decideMerge, { params: { id }, body, key }),
  );
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['merges'] }),
  });
}

type Wish = { readonly survivor: string; readonly absorbed: string; readonly reason: string };

/** Says of two cases by number that they are one child. */
export function useProposeMerge() {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((body: Wish, key) => api.call(routes.proposeMerge, { body, key }));
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['merges'] }),
  });
}
