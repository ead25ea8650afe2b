import { useCallback, useState } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useLatest } from '../../parts/use-latest.ts';
import { useNotedPrints } from '../../parts/use-noted-prints.ts';

/** Notes in the log of each case of a list that it is printed; what the server said where it could not. */
export function useNotePrint(paper: 'boardList' | 'morning', cases: readonly string[]): unknown {
  const api = useApi();
  const latest = useLatest(cases);
  const [error, setError] = useState<unknown>(null);
  const note = useCallback(() => {
    setError(null);
    api.call(routes.notePrint, { body: { paper, cases: [...latest()] } }).catch(setError);
  }, [api, latest, paper]);
  useNotedPrints(note);
  return error;
}
