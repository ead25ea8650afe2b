import type { CaseView } from '@kaerimichi/contracts';
import { useQuery } from '@tanstack/react-query';
import { dutyRoutes } from '../../api/duty-routes.ts';
import { useAskedBefore } from '../../api/use-asked-before.ts';
import { useApi } from '../../app/services.tsx';

/** A shift begins while a page stays open; a roster that somebody changed shows with the next question. */
const LOOK_MS = 5 * 60_000;

/** Who is on duty in the organisations of a case; not asked for where its contacts are not told. */
export function useDuty({ id, facts }: Pick<CaseView, 'id' | 'facts'>) {
  const api = useApi();
  const isAgain = useAskedBefore();
  return useQuery({
    // Not below the case: what happens to it changes no roster.
    queryKey: ['duty', id],
    queryFn: ({ signal }) => api.call(dutyRoutes.dutyOfCase, { params: { id }, signal, isQuiet: isAgain(id) }),
    enabled: facts.contacts !== undefined,
    refetchInterval: LOOK_MS,
  });
}
