import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

/** Notes values of a draft that a person has looked at. */
export function useConfirm(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: Record<string, string | null>) =>
      api.call(routes.confirmDraft, { params: { id }, body: { fields }, key: crypto.randomUUID() }),
    onSuccess: draft => {
      client.setQueryData(['drafts', id], draft);
      void client.invalidateQueries({ queryKey: ['drafts'], exact: true });
    },
  });
}
