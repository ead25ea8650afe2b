import type { CaseView } from '@kaerimichi/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { routes } from '../../api/routes.ts';
import { useApi } from '../../app/services.tsx';
import { useWorkplace } from '../../app/workplace.tsx';
import { useRefreshInbox } from './use-inbox.ts';

/** So long a case is in sight before it counts as read: whoever only passes by has read nothing. */
const READ_MS = 2_000;

/** The case of a page, with what is recorded there; null of every other page. */
export const caseOf = (pathname: string): string | null =>
  /^\/cases\/(?!new(?:\/|$))([^/]+)/.exec(pathname)?.[1] ?? null;

/** Reading a case clears what 通知 tells of it, also what happens to it while it is open and in sight. */
export function useReading(pathname: string): void {
  const api = useApi();
  const client = useQueryClient();
  const refresh = useRefreshInbox();
  const { me } = useWorkplace();
  const caseId = me.abilities.board ? caseOf(pathname) : null;
  useEffect(() => {
    if (caseId === null) return;
    let read = -1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = async () => {
      const version = client.getQueryData<CaseView>(['case', caseId])?.version;
      if (version === undefined || version <= read || document.visibilityState === 'hidden') return;
      read = version;
      await api.call(routes.readInbox, { body: { cases: [{ caseId, version }] }, isQuiet: true }).then(refresh, () => {
        // Told again when it is looked at again.
        read = -1;
      });
    };
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void note(), READ_MS);
    };
    look();
    const quiet = client.getQueryCache().subscribe(({ type, query: { queryKey } }) => {
      if (type === 'updated' && queryKey[0] === 'case' && queryKey[1] === caseId && queryKey.length === 2) look();
    });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      quiet();
      document.removeEventListener('visibilitychange', look);
    };
  }, [api, client, caseId, refresh]);
}
