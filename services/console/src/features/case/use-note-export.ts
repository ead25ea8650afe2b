import { useCallback, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';

/** Notes in the case's access log that one of its papers is printed. */
export function useNoteExport(caseId: string, what: 'summary' | 'needed') {
  const api = useApi();
  const [error, setError] = useState<unknown>(null);
  const note = useCallback(() => {
    setError(null);
    api.call(routes.noteExport, { params: { id: caseId }, body: { what } }).catch(setError);
  }, [api, caseId, what]);
  return { note, error };
}
