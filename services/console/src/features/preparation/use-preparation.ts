import type { CaseView, Preparation } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

/** 手技, 機器, 制度 and 外泊 of a case; asked anew with every version of it. */
export function usePreparation({ id }: Pick<CaseView, 'id'>) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'preparation'],
    queryFn: ({ signal }): Promise<Preparation> => api.call(routes.preparation, { params: { id }, signal }),
  });
}
