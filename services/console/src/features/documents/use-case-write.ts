import type { CaseView } from '@kaerimichi/contracts';
import { useState } from 'react';
import type { Api } from '../../api/api.ts';
import { useRefreshCase } from '../../api/queries.ts';
import { useKeyedWrite } from '../../api/use-keyed-write.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';

/** A write to a case by a route of its own; pressed twice of the same version it counts once. */
export function useCaseWrite(
  { id, version }: CaseView,
  what: string,
  call: (api: Api, key: string) => Promise<unknown>,
) {
  const api = useApi();
  const { live } = useWorkplace();
  const refresh = useRefreshCase();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const write = useKeyedWrite((_of: readonly unknown[], key) => call(api, key));
  const run = async (): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await write([id, version, what]);
      live.written();
      return true;
    } catch (problem) {
      setError(problem);
      return false;
    } finally {
      setBusy(false);
      refresh(id);
    }
  };
  return { isBusy, error, run };
}
