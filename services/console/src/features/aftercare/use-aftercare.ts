import type { Aftercare, CaseView } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { aftercareRoutes } from '../../api/aftercare-routes.ts';
import { useApi } from '../../app/services.tsx';

/** 評価入院, 成人移行 and フォロー of a case; asked anew with every version of it. `from`: first day of the strip of beds. */
export function useAftercare({ id }: Pick<CaseView, 'id'>, from: string | null = null) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'aftercare', from],
    queryFn: ({ signal }): Promise<Aftercare> =>
      api.call(aftercareRoutes.aftercare, { params: { id }, query: from ? { from } : {}, signal }),
  });
}
