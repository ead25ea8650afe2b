import { useMutation, useQueryClient } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';

/** Notes values of a draft that a person has looked at. */
export function useConfirm(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const mutationFn = useKeyedWrite((fields: Record<string, string | null>, key) =>
    api.call(routes.confirmDraft, { params: { id }, body: { fields }, key }),
  );
  return useMutation({
    mutationFn,
    onSuccess: draft => {
      client.setQueryData(['drafts', id], draft);
      void client.invalidateQueries({ queryKey: ['drafts'], exact: true });
    },
  });
}
