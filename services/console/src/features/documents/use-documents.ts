import type { CaseView } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

/** Documents that one can print of a case; asked anew when one comes back from the page of a PDF. */
export function useDocuments({ id }: Pick<CaseView, 'id'>) {
  const api = useApi();
  return useQuery({
    queryKey: ['case', id, 'documents'],
    queryFn: ({ signal }) => api.call(routes.documents, { params: { id }, signal }),
    refetchOnWindowFocus: 'always',
  });
}
